import type { InventoryFormat } from '../../format.ts';
import { readQfeCsv, sniffQfeCsv } from './read.ts';

/** Hotfixes of one machine as CSV, by wmic or PowerShell. */
export const qfeCsvFormat: InventoryFormat = {
  id: 'qfe-csv',
  title: 'hotfix list as CSV',
  kind: 'inventory',
  sniff: sniffQfeCsv,
  read: readQfeCsv,
};
