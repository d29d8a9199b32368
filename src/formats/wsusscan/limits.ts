import type { RuleLimits } from '../rules/index.ts';
import type { XmlLimits } from '../text/index.ts';

/**
 * What the master list may have at most. The real one of 2026-07: 114.7 MB, 137,091 updates, 97,339 file
 * locations, 293,457 references of supersedence (wsusscn2, section 1).
 */
export const packageXmlLimits: XmlLimits = {
  maxFileBytes: 1024 * 1024 * 1024,
  maxDepth: 16,
  maxElements: 60_000_000,
  maxAttributes: 64,
  maxTextLength: 1024 * 1024,
};

/** index.xml: one element a cabinet. */
export const indexXmlLimits: XmlLimits = {
  maxFileBytes: 16 * 1024 * 1024,
  maxDepth: 8,
  maxElements: 100_000,
  maxAttributes: 32,
  maxTextLength: 64 * 1024,
};

/** Rows of the master list. */
export const maxUpdates = 2_000_000;
/** Different payload files, and different update ids that are named. */
export const maxFiles = 4_000_000;
export const maxIds = 4_000_000;
/** References of one kind over all rows: prerequisites, files … */
export const maxReferences = 100_000_000;

/** Bytes of one fragment as it stands in the cabinet: the largest known has 46.9 MB (section 4.1). */
export const maxFragmentBytes = 256 * 1024 * 1024;
/** Characters of a fragment that are kept in memory, its manifests cut to their identity. */
export const maxFragmentText = 16 * 1024 * 1024;

/** What one fragment may have at most below its root. */
export const fragmentLimits: RuleLimits & { readonly maxAttributes: number } = {
  maxDepth: 200,
  maxElements: 400_000,
  maxAttributeLength: 256 * 1024,
  maxAttributes: 256,
};

/** Characters of a title or an address, and of a description, that are kept. */
export const maxShortText = 2000;
export const maxDescription = 8000;

/** Fragments with a fault that are named one by one; more of them are only counted. */
export const maxNamedFaults = 1000;

/** Revisions that are handed on together. */
export const batchSize = 500;

/** A full update document, read whole. */
export const documentLimits: XmlLimits = {
  maxFileBytes: 64 * 1024 * 1024,
  maxDepth: 256,
  maxElements: 2_000_000,
  maxAttributes: 256,
  maxTextLength: 4 * 1024 * 1024,
};
