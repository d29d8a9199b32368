import type { StreamLimits } from '../stream-lines.ts';

/** Whole hives have hundreds of MB: they are read as a stream, and what is kept of them is bounded. */
export const registryLimits = {
  lines: {
    maxBytes: 256 * 1024 * 1024,
    maxLines: 8_000_000,
    /** regedit breaks binary data at 80 characters; a text value stands in one line. */
    maxLine: 2 * 1024 * 1024,
  } satisfies StreamLimits,
  /** Keys and values together: one XP Uninstall subtree has 7,000, a component store some 100,000. */
  maxEntries: 250_000,
  /** Characters of a value that is kept; of a longer one only its being there (inventory-sources, 13.4). */
  maxText: 16_384,
  /** Lines of one binary value. */
  maxDataLines: 200_000,
} as const;
