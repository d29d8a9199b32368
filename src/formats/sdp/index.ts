import type { CatalogFormat } from '../format.ts';
import { readSdp } from './read.ts';
import { sniffSdp } from './sniff.ts';

/** Third-party packages and catalogs: the catalog source `sdp`. */
export const sdpFormat: CatalogFormat = {
  id: 'sdp',
  title: 'Third-party update catalog (SDP / SCUP)',
  kind: 'catalog',
  sniff: sniffSdp,
  read: readSdp,
};

export { sdpLimits } from './limits.ts';
export { readSdp } from './read.ts';
export { sniffSdp } from './sniff.ts';
