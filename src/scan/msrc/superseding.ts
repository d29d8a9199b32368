/** Which updates stand above another one, for the supersedence mark (msrc-cvrf, section 4, step 7). */
import type { Machine, Rule } from '../../domain/index.ts';
import { truthOf } from '../evaluate.ts';
import { matchRule } from './applicable.ts';
import type { Context } from './context.ts';

export interface Superseding {
  /** KBs above `kb` for a machine of these products: by edges, or by rank on one of the products. */
  above(kb: number, products: ReadonlySet<string>): readonly number[];
  /** Product ids the machine may be of. */
  productsOf(machine: Machine): ReadonlySet<string>;
}

export function supersedingOf(context: Context): Superseding {
  const ranks = new Map<number, Map<string, readonly number[]>>();
  const matches: { readonly id: string; readonly rule: Rule }[] = [];
  for (const { id, meaning } of context.products.values()) {
    if (meaning.kind !== 'os') continue;
    matches.push({ id, rule: matchRule(meaning.os) });
    for (const kind of ['cumulative', 'rollup', 'hotpatch'] as const) {
      const peers = context.peers(id, kind);
      for (const pair of peers) {
        const { higherKnown, higherInferred } = context.ranked(pair);
        const byProduct = ranks.get(pair.kb) ?? new Map<string, readonly number[]>();
        byProduct.set(
          id,
          [...higherKnown, ...higherInferred].map(({ kb }) => kb),
        );
        ranks.set(pair.kb, byProduct);
      }
    }
  }
  return {
    above(kb, products) {
      const found = new Set(context.edges.above(kb));
      for (const [id, above] of ranks.get(kb) ?? []) {
        if (products.has(id)) for (const other of above) found.add(other);
      }
      return [...found];
    },
    productsOf: (machine) =>
      new Set(matches.filter(({ rule }) => truthOf(rule, machine) !== 'false').map(({ id }) => id)),
  };
}
