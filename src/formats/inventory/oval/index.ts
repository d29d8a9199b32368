import type { InventoryFormat } from '../../format.ts';
import { readOval, sniffOval } from './read.ts';

/** What an OVAL interpreter collected. */
export const ovalFormat: InventoryFormat = {
  id: 'oval',
  title: 'OVAL system characteristics (Windows)',
  kind: 'inventory',
  sample: 'none',
  sniff: sniffOval,
  read: readOval,
};
