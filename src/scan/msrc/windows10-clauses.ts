/** Steps 1 to 4 of msrc-cvrf, section 4, for OS products of Windows 10 and later. */
import type { Clause } from '../../domain/index.ts';
import { always, decided, leaf, not, or, proven, ubrAtLeast } from '../rules.ts';
import type { Context } from './context.ts';
import { hotpatchRules } from './hotpatch.ts';
import { anyOf, clauseIf, installedByList, notListed } from './list-clauses.ts';
import type { Pair } from './pairs.ts';
import { neighboursOf, newestFirst, numberDistance } from './ranking.ts';
import type { Neighbours } from './ranking.ts';

const ubrKnown = decided(ubrAtLeast(0));

/** An OS cumulative update: build first, then the list, then what a list without it says. */
export function cumulativeClauses(own: Pair, context: Context): readonly Clause[] {
  const ranked = context.ranked(own);
  return [
    ...hotpatchRules(own.product.id, context).trackClauses(own),
    ...buildClauses(own, ranked),
    ...installedByList(own, ranked, context),
    ...notInListClauses(own, ranked),
  ];
}

/** Step 2. Without an own FixedBuild a higher-ranking one can still prove Installed, nothing proves Required. */
function buildClauses(own: Pair, ranked: Neighbours): readonly Clause[] {
  const source = 'msrc-cvrf 4.2';
  if (own.revision !== null) {
    const reached = ubrAtLeast(own.revision);
    return [
      { when: proven(reached), state: 'Installed', reason: 'build-reached', grade: 'measured', source },
      { when: proven(not(reached)), state: 'Required', reason: 'build-below', grade: 'measured', source },
    ];
  }
  const lowest = (pairs: readonly Pair[]) =>
    pairs.reduce<Pair | null>(
      (least, pair) =>
        pair.revision !== null && (least?.revision ?? Infinity) > pair.revision ? pair : least,
      null,
    );
  return (['measured', 'inferred'] as const).flatMap((grade) => {
    const pair = lowest(grade === 'measured' ? ranked.higherKnown : ranked.higherInferred);
    if (pair?.revision === null || pair === null) return [];
    const when = proven(ubrAtLeast(pair.revision));
    return [{ when, state: 'Installed', reason: 'build-reached', grade, source, by: pair.kb } as const];
  });
}

/** Step 4, first point. */
function notInListClauses(own: Pair, ranked: Neighbours): readonly Clause[] {
  const source = 'msrc-cvrf 4.4';
  const possible = ['Required', 'Installed'] as const;
  const ubr: Clause = {
    when: own.revision === null ? not(ubrKnown) : always,
    state: 'Unknown',
    reason: 'ubr-unknown',
    grade: null,
    blockers: [{ kind: 'ubr', subject: '' }],
    possible,
    source,
  };
  // The UBR is known but the documents give no build to hold it against.
  const order: Clause = {
    when: always,
    state: 'Unknown',
    reason: 'order-open',
    grade: null,
    blockers: [{ kind: 'missing-months', subject: '' }],
    possible,
    source,
  };
  return [
    ...clauseIf({
      when: anyOf(ranked.lowerKnown),
      state: 'Required',
      reason: 'older-cumulative-listed',
      grade: 'listed',
      source,
    }),
    ...clauseIf({
      when: anyOf(ranked.lowerInferred),
      state: 'Required',
      reason: 'older-cumulative-listed',
      grade: 'inferred',
      source,
    }),
    {
      when: leaf({ kind: 'hotfixes-below', kb: own.kb - numberDistance }),
      state: 'Required',
      reason: 'listed-kbs-older',
      grade: 'inferred',
      source,
    },
    ubr,
    ...(own.revision === null ? [order] : []),
  ];
}

/** A package of its own: only its KB in the list (section 2, traps), or one that edges lead from. */
export function standAloneClauses(own: Pair, context: Context): readonly Clause[] {
  return [...installedByList(own, null, context), notListed];
}

/** Step 1 for the hotpatch itself. */
export function hotpatchClauses(own: Pair, context: Context): readonly Clause[] {
  const rules = hotpatchRules(own.product.id, context);
  const peers = newestFirst([
    ...context.peers(own.product.id, 'hotpatch'),
    ...context.peers(own.product.id, 'cumulative'),
  ]);
  const ranked = neighboursOf(own, peers, context.edges);
  return [
    {
      when: not(or(rules.enrolledByList, rules.enrolledByBuild)),
      state: 'NotRequired',
      reason: 'not-enrolled-in-hotpatch',
      grade: 'listed',
      source: 'msrc-cvrf 4.1',
    },
    ...(own.revision === null ? [] : buildClauses(own, ranked)),
    ...installedByList(own, { ...ranked, higherInferred: [] }, context),
    notListed,
  ];
}
