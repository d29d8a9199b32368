/** What a facts file may have; a machine of the largest known catalog answers some 25,000 questions. */
export const factsLimits = {
  /** Bytes: refused before the first one is read. */
  maxBytes: 32 * 1024 * 1024,
  maxFacts: 200_000,
  /** Brackets inside each other: a table of WMI rows needs seven. */
  maxDepth: 16,
  /** Characters of a name, a key, a path. */
  maxName: 1024,
  /** Characters of a value. */
  maxText: 65_536,
  /** Items of a list: names of an enumeration, rows of a class. */
  maxItems: 20_000,
} as const;
