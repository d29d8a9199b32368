import type { InventoryFormat } from '../../format.ts';
import { readMbsa, sniffMbsa } from './read.ts';

/** Report of the Microsoft Baseline Security Analyzer. */
export const mbsaFormat: InventoryFormat = {
  id: 'mbsa',
  title: 'MBSA report',
  kind: 'inventory',
  sample: 'none',
  sniff: sniffMbsa,
  read: readMbsa,
};
