import type { InventoryFormat } from '../../format.ts';
import { readQfeTable, sniffQfeTable } from './read.ts';

/** `wmic qfe` as a table: hotfixes of one machine, without operating system facts. */
export const qfeTableFormat: InventoryFormat = {
  id: 'qfe-table',
  title: 'wmic qfe table',
  kind: 'inventory',
  sniff: sniffQfeTable,
  read: readQfeTable,
};
