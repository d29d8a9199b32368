import type { InventoryFormat } from '../../format.ts';
import { readRegistry, sniffRegistry } from './read.ts';

/** Exports of regedit and `reg export`. */
export const registryFormat: InventoryFormat = {
  id: 'registry',
  title: 'Registry export',
  kind: 'inventory',
  sniff: sniffRegistry,
  read: readRegistry,
};
