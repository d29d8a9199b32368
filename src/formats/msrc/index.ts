import type { MsrcDocument } from '../../domain/index.ts';
import type { CatalogFormat } from '../format.ts';
import { readMsrcDocument } from './read.ts';
import { documentOf, sniffMsrcDocument } from './sniff.ts';

/** Microsoft's monthly security release documents: the catalog source `msrc`. */
export const msrcFormat: CatalogFormat<MsrcDocument> = {
  id: 'msrc',
  title: 'Microsoft security release document (CVRF 1.1)',
  kind: 'catalog',
  sniff: sniffMsrcDocument,
  documentOf,
  read: readMsrcDocument,
};

export { msrcLimits } from './limits.ts';
