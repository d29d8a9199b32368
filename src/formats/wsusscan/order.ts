import type { MuReference } from '../../domain/index.ts';

/** Update ids by code unit, then revision. */
export function compareRevisions(a: MuReference, b: MuReference): number {
  if (a.updateId !== b.updateId) return a.updateId < b.updateId ? -1 : 1;
  return a.revision - b.revision;
}
