/** Step 3 of msrc-cvrf, section 4: what the hotfix list proves. */
import type { Clause, Rule } from '../../domain/index.ts';
import { always, anyHotfix, hotfix, never } from '../rules.ts';
import type { Context } from './context.ts';
import type { Pair } from './pairs.ts';
import type { Neighbours } from './ranking.ts';

/** A clause unless its condition can never hold. */
export function clauseIf(clause: Clause): readonly Clause[] {
  return clause.when === never ? [] : [clause];
}

export function anyOf(pairs: readonly Pair[]): Rule {
  return anyHotfix(pairs.map((pair) => pair.kb));
}

/**
 * KBs from which edges lead here; one that the builds of the same product prove to be lower is left
 * out (the build outranks the edge, see docs/decisions/0002).
 */
function edgesAbove(own: Pair, ranked: Neighbours | null, context: Context): readonly number[] {
  const lower = new Set(ranked?.lowerKnown.map((pair) => pair.kb) ?? []);
  return context.edges
    .above(own.kb)
    .filter((kb) => !lower.has(kb))
    .reverse();
}

/** KB listed, a higher-ranking one listed, or one from which edges lead here: Installed. */
export function installedByList(own: Pair, ranked: Neighbours | null, context: Context): readonly Clause[] {
  const source = 'msrc-cvrf 4.3';
  const higher = ranked?.higherKnown.map((pair) => pair.kb) ?? [];
  const edges = edgesAbove(own, ranked, context).filter((kb) => !higher.includes(kb));
  return [
    { when: hotfix(own.kb), state: 'Installed', reason: 'kb-listed', grade: 'listed', source, by: own.kb },
    ...clauseIf({
      when: anyHotfix([...higher, ...edges]),
      state: 'Installed',
      reason: 'superseding-kb-listed',
      grade: 'listed',
      source,
    }),
    ...clauseIf({
      when: anyOf(ranked?.higherInferred ?? []),
      state: 'Installed',
      reason: 'superseding-kb-listed',
      grade: 'inferred',
      source,
    }),
  ];
}

/** Nothing above spoke and the list is complete: Required. */
export const notListed: Clause = {
  when: always,
  state: 'Required',
  reason: 'kb-not-listed',
  grade: 'listed',
  source: 'msrc-cvrf 4.4',
};
