import type { InventoryFormat } from '../../format.ts';
import { readMif, sniffMif } from './read.ts';

/** Management information files that a site adds to the inventory of its machines. */
export const mifFormat: InventoryFormat = {
  id: 'mif',
  title: 'NOIDMIF and IDMIF',
  kind: 'inventory',
  sample: 'none',
  sniff: sniffMif,
  read: readMif,
};
