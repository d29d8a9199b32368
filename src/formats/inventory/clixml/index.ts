import type { InventoryFormat } from '../../format.ts';
import { readClixml, sniffClixml } from './read.ts';

/** `Get-HotFix | Export-Clixml`; other PowerShell objects are ignored. */
export const clixmlFormat: InventoryFormat = {
  id: 'clixml',
  title: 'PowerShell Export-Clixml',
  kind: 'inventory',
  sniff: sniffClixml,
  read: readClixml,
};
