/** The KB-level `Supercedence` graph over all imported documents (msrc-cvrf, section 4, ranking). */
import type { MsrcDocument } from '../../domain/index.ts';

export interface Edges {
  /** KBs that `kb` names as superseded, sorted. */
  superseded(kb: number): readonly number[];
  /** KBs that name `kb` as superseded, sorted. */
  superseding(kb: number): readonly number[];
  /** True if a path of edges leads from `from` to `to`. */
  reaches(from: number, to: number): boolean;
  /** All KBs from which a path leads to `kb`, sorted; never `kb` itself. */
  above(kb: number): readonly number[];
}

const byNumber = (a: number, b: number) => a - b;

export function edgesOf(documents: readonly MsrcDocument[]): Edges {
  const down = new Map<number, Set<number>>();
  const up = new Map<number, Set<number>>();
  for (const document of documents) {
    for (const { kb, supersedes } of document.remediations) {
      for (const older of supersedes) {
        if (older === kb) continue;
        put(down, kb, older);
        put(up, older, kb);
      }
    }
  }
  const closures = new Map<number, ReadonlySet<number>>();
  const closure = (kb: number) => {
    const known = closures.get(kb);
    if (known !== undefined) return known;
    const seen = new Set<number>();
    const open = [kb];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const higher of up.get(next) ?? []) {
        if (seen.has(higher)) continue;
        seen.add(higher);
        open.push(higher);
      }
    }
    seen.delete(kb);
    closures.set(kb, seen);
    return seen;
  };
  return {
    superseded: (kb) => [...(down.get(kb) ?? [])].sort(byNumber),
    superseding: (kb) => [...(up.get(kb) ?? [])].sort(byNumber),
    reaches: (from, to) => closure(to).has(from),
    above: (kb) => [...closure(kb)].sort(byNumber),
  };
}

function put(map: Map<number, Set<number>>, key: number, value: number): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}
