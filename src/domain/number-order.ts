import type { Explanation, TraceNode } from './scan-result.ts';
import type { StateReason } from './patch-state.ts';

/**
 * KB numbers of one product's cumulative updates that lie further apart than this are taken for their
 * order (msrc-cvrf, section 4, ranking: in 107 documents none of 14,091 such pairs was the other way round).
 */
export const kbNumberDistance = 10_000;

/** The two numbers that an order inferred from KB numbers rests on. */
export interface NumberOrder {
  /** The update's own. */
  readonly own: number;
  /** The one it was held against; null where the list is empty, so that there was none. */
  readonly other: number | null;
  /** Held against the rollup of the update's own month, if that has one, and not against its own number. */
  readonly byMonth: boolean;
}

const fromNumbers: readonly StateReason[] = [
  'older-cumulative-listed',
  'superseding-kb-listed',
  'listed-kbs-older',
  'contained-in-rollup',
  'build-reached',
];

/** What an inferred state compared, or null for a state that does not come from the order of numbers. */
export function numberOrder({ row, kb, parts }: Explanation): NumberOrder | null {
  const own = Number(/^KB(\d+)$/.exec(kb ?? '')?.[1]);
  if (row.grade !== 'inferred' || !fromNumbers.includes(row.reason) || Number.isNaN(own)) return null;
  const byMonth = row.reason === 'contained-in-rollup';
  if (row.reason !== 'listed-kbs-older') return row.by === null ? null : { own, other: row.by, byMonth };
  const clause = parts.find((part) => part.decisive)?.clauses.find(({ fired }) => fired);
  const newest = clause ? foundNewest(clause.when) : null;
  return newest === null ? null : { own, other: Number(/^KB(\d+)$/.exec(newest)?.[1]) || null, byMonth };
}

/** Newest KB that the question about the whole list found: `KB5000802`, or `empty list`. */
function foundNewest(node: TraceNode): string | null {
  if (node.leaf?.kind === 'hotfixes-below') return node.leaf.found;
  for (const child of node.of ?? []) {
    const found = foundNewest(child);
    if (found !== null) return found;
  }
  return null;
}
