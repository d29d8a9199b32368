import type { MuScope } from '../../domain/index.ts';

function sameList(a: readonly string[] | null, b: readonly string[] | null): boolean {
  if (a === null || b === null) return a === b;
  const [first, second] = [new Set(a), new Set(b)];
  return first.size === second.size && [...first].every((id) => second.has(id));
}

/** Whether two choices are the same, in whatever order they were made. */
export function sameScope(a: MuScope, b: MuScope): boolean {
  return (
    sameList(a.products, b.products) &&
    sameList(a.classifications, b.classifications) &&
    sameList(a.languages, b.languages)
  );
}
