import type { InventoryFormat } from '../../format.ts';
import { readDism, sniffDism } from './read.ts';

/** `dism /online /get-packages`, as a list and as a table. */
export const dismFormat: InventoryFormat = {
  id: 'dism-packages',
  title: 'DISM package list',
  kind: 'inventory',
  sample: 'none',
  sniff: sniffDism,
  read: readDism,
};
