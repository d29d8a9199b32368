/**
 * Which of two cumulative updates of one product contains the other (msrc-cvrf, section 4, ranking):
 * known by FixedBuild or by a path of edges, inferred from KB numbers that lie far apart, else open.
 */
import { kbNumberDistance } from '../../domain/index.ts';
import type { Edges } from './edges.ts';
import type { Pair } from './pairs.ts';

/** Measured on 107 documents: 0 of 14,091 pairs this far apart are the other way round. */
export const numberDistance = kbNumberDistance;

export type Order =
  | { readonly relation: 'higher' | 'lower'; readonly grade: 'known' | 'inferred'; readonly byBuild: boolean }
  /** One build, no edge, near numbers: neither contains the other as far as can be told. */
  | { readonly relation: 'open' };

const open: Order = { relation: 'open' };

/** Order of `other` as seen from `own`: `higher` means `other` contains `own`. */
export function orderOf(other: Pair, own: Pair, edges: Edges): Order {
  if (other.revision !== null && own.revision !== null && other.revision !== own.revision) {
    const relation = other.revision > own.revision ? 'higher' : 'lower';
    return { relation, grade: 'known', byBuild: true };
  }
  const up = edges.reaches(other.kb, own.kb);
  const down = edges.reaches(own.kb, other.kb);
  // A circle of edges is no order.
  if (up !== down) return { relation: up ? 'higher' : 'lower', grade: 'known', byBuild: false };
  return orderOfNumbers(other.kb, own.kb);
}

function orderOfNumbers(other: number, own: number): Order {
  if (Math.abs(other - own) <= numberDistance) return open;
  return { relation: other > own ? 'higher' : 'lower', grade: 'inferred', byBuild: false };
}

export interface Neighbours {
  readonly higherKnown: readonly Pair[];
  readonly higherInferred: readonly Pair[];
  readonly lowerKnown: readonly Pair[];
  readonly lowerInferred: readonly Pair[];
  readonly open: readonly Pair[];
}

/**
 * The other cumulative updates of the product, sorted into the five places.
 *
 * @param peers newest first: that is the order in which evidence is looked for
 */
export function neighboursOf(own: Pair, peers: readonly Pair[], edges: Edges): Neighbours {
  const places = {
    higherKnown: [] as Pair[],
    higherInferred: [] as Pair[],
    lowerKnown: [] as Pair[],
    lowerInferred: [] as Pair[],
    open: [] as Pair[],
  };
  for (const other of peers) {
    if (other.kb === own.kb) continue;
    const order = orderOf(other, own, edges);
    if (order.relation === 'open') places.open.push(other);
    else if (order.relation === 'higher') {
      (order.grade === 'known' ? places.higherKnown : places.higherInferred).push(other);
    } else (order.grade === 'known' ? places.lowerKnown : places.lowerInferred).push(other);
  }
  return places;
}

/** By revision, those without one last, then by KB number. */
export function newestFirst(pairs: readonly Pair[]): Pair[] {
  return [...pairs].sort((a, b) => (b.revision ?? -1) - (a.revision ?? -1) || b.kb - a.kb);
}
