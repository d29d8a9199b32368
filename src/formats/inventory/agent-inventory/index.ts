import type { InventoryFormat } from '../../format.ts';
import { readAgentJson, sniffAgentJson } from './read-json.ts';
import { readAgentXml, sniffAgentXml } from './read-xml.ts';

/** Inventories of the FusionInventory, GLPI and OCS agents. */
export const agentXmlFormat: InventoryFormat = {
  id: 'agent-inventory',
  title: 'FusionInventory, OCS or GLPI inventory',
  kind: 'inventory',
  sniff: sniffAgentXml,
  read: readAgentXml,
};

/** The same as JSON, as newer GLPI agents write it. */
export const agentJsonFormat: InventoryFormat = {
  id: 'agent-inventory-json',
  title: 'GLPI inventory as JSON',
  kind: 'inventory',
  sample: 'none',
  sniff: sniffAgentJson,
  read: readAgentJson,
};
