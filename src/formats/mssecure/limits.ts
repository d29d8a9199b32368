import type { XmlLimits } from '../text/index.ts';

/**
 * What an MSSecure.XML may have at most. The real one of October 2001: 0.86 MB, 9,000 elements,
 * depth 7; those of 2007 are known to be below 10 MB.
 */
export const mssecureLimits: XmlLimits = {
  maxFileBytes: 64 * 1024 * 1024,
  maxDepth: 64,
  maxElements: 2_000_000,
  maxAttributes: 64,
  maxTextLength: 1024 * 1024,
};

/** Characters of a title, a comment or an address that are kept. */
export const maxShortText = 4000;
/** Characters of an id. */
export const maxIdLength = 64;
