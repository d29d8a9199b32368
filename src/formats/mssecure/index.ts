import type { MssecureDocument } from '../../domain/index.ts';
import type { CatalogFormat } from '../format.ts';
import { readMssecure } from './read.ts';
import { sniff } from './sniff.ts';

export { mssecureLimits } from './limits.ts';
export { readMssecure } from './read.ts';
export { sniff } from './sniff.ts';

/** MSSecure.XML, bare or as the one member of its cabinet (mssecure, sections 1 to 3). */
export const mssecureFormat: CatalogFormat<MssecureDocument> = {
  id: 'mssecure',
  title: 'MSSecure.XML (HFNetChk, MBSA 1.x, SMS 2003)',
  kind: 'catalog',
  sniff,
  read: readMssecure,
};
