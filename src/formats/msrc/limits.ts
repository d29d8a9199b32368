import type { XmlLimits } from '../text/index.ts';

/**
 * What a monthly document may have at most. The largest of 107 real ones: 3.4 MB, 57,009 elements,
 * depth 7, 4 attributes, 50,251 characters in one text.
 */
export const msrcLimits: XmlLimits = {
  maxFileBytes: 64 * 1024 * 1024,
  maxDepth: 64,
  maxElements: 5_000_000,
  maxAttributes: 64,
  maxTextLength: 1024 * 1024,
};

/** Characters of a name, a title or an address that are kept. */
export const maxShortText = 2000;
