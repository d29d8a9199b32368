import type { XmlLimits } from '../text/index.ts';

/**
 * What a package file or a catalog file may have at most. The largest known: 168 MB catalog (Dell),
 * 180 KB package, 16,353 characters in one query, depth 9 (sdp, sections 1 and 4).
 */
export const sdpLimits: XmlLimits = {
  maxFileBytes: 1024 * 1024 * 1024,
  maxDepth: 256,
  maxElements: 50_000_000,
  maxAttributes: 256,
  maxTextLength: 1024 * 1024,
};

/** Packages of one document. */
export const maxPackages = 200_000;

/** Characters of a name, a title or an address that are kept; of a description. */
export const maxShortText = 2000;
export const maxDescription = 8000;
