import type { ReadContext } from '../../src/formats/index.ts';

/** For cabinets of tests that nobody signed: read on record. */
export const unsignedAllowed: ReadContext = {
  trust: { roots: [], overrideOf: () => 'a test', by: 'Kim', at: 1 },
};
