/** Steps 3 to 5 of msrc-cvrf, section 4, for Windows before 10 and for components. */
import { monthOf } from '../../domain/index.ts';
import type { Clause } from '../../domain/index.ts';
import { anyHotfix, proven } from '../rules.ts';
import type { Context } from './context.ts';
import { anyOf, clauseIf, installedByList, notListed } from './list-clauses.ts';
import { missingBetween, monthRuns } from './months.ts';
import type { Pair } from './pairs.ts';
import { numberDistance, orderOf } from './ranking.ts';

/** A Monthly Rollup: ranked, decided by the list. */
export function rollupClauses(own: Pair, context: Context): readonly Clause[] {
  const ranked = context.ranked(own);
  return [
    ...installedByList(own, ranked, context),
    ...clauseIf({
      when: anyOf(ranked.open),
      state: 'Unknown',
      reason: 'order-open',
      grade: null,
      blockers: [missingMonths(own, ranked.open, context)],
      possible: ['Required', 'Installed'],
      source: 'msrc-cvrf 4.4',
    }),
    notListed,
  ];
}

/**
 * Security Only, and IE Cumulative of an OS product: the list, then step 5. What is seen in the list
 * goes first: a rollup that is seen makes the update Not Required, whatever a cut list may hide.
 */
export function containedClauses(own: Pair, context: Context): readonly Clause[] {
  const listed = installedByList(own, null, context);
  const contained = containedInRollup(own, context);
  const seen = [...listed, ...contained]
    .filter((clause) => clause.state !== 'Unknown')
    .map((clause) => ({ ...clause, when: proven(clause.when) }));
  return [...seen, ...listed, ...contained, notListed];
}

/** Step 5: an installed rollup of the same or any later month makes the update Not Required. */
export function containedInRollup(own: Pair, context: Context): readonly Clause[] {
  const source = 'msrc-cvrf 4.5';
  const { known, inferred, open } = containersOf(own, context);
  const rest = { state: 'NotRequired', reason: 'contained-in-rollup', source } as const;
  return [
    ...clauseIf({ when: anyHotfix(known), grade: 'listed', ...rest }),
    ...clauseIf({ when: anyHotfix(inferred), grade: 'inferred', ...rest }),
    ...clauseIf({
      when: anyOf(open),
      state: 'Unknown',
      reason: 'order-open',
      grade: null,
      blockers: [missingMonths(own, open, context)],
      possible: ['Required', 'NotRequired'],
      source,
    }),
  ];
}

/**
 * Rollups by whether they contain `own`, newest first; for IE on an operating system also the rollups
 * of that system. A KB from which edges lead to the rollup of the same month contains it as well.
 */
function containersOf(own: Pair, context: Context) {
  const known: number[] = [];
  const inferred: number[] = [];
  const open: Pair[] = [];
  for (const productId of rollupProducts(own, context)) {
    const rollups = context.peers(productId, 'rollup');
    const partner = partnerOf(own, rollups);
    for (const rollup of rollups) {
      const order = containment(rollup, own, partner, context);
      if (order === 'known') known.push(rollup.kb);
      else if (order === 'inferred') inferred.push(rollup.kb);
      else if (order === 'open') open.push(rollup);
    }
    if (partner !== null) known.push(...[...context.edges.above(partner.kb)].reverse());
  }
  return { known: [...new Set(known)].filter((kb) => kb !== own.kb), inferred: [...new Set(inferred)], open };
}

function rollupProducts(own: Pair, context: Context): readonly string[] {
  const { id, meaning } = own.product;
  if (meaning.kind !== 'component') return [id];
  const isExplorer =
    context.kinds.of(own) === 'ie-cumulative' || /^internet explorer/i.test(meaning.component);
  if (!isExplorer) return [id];
  const os = context.productNamed(meaning.osName);
  return os === null ? [id] : [id, os];
}

/** The rollup of the same month: same document; equal build, else the nearest KB number. */
export function partnerOf(own: Pair, rollups: readonly Pair[]): Pair | null {
  let best: Pair | null = null;
  for (const rollup of rollups) {
    if (!rollup.documents.some((document) => own.documents.includes(document))) continue;
    if (own.revision !== null && rollup.revision === own.revision) return rollup;
    const distance = Math.abs(rollup.kb - own.kb);
    if (distance <= numberDistance && (best === null || distance < Math.abs(best.kb - own.kb))) best = rollup;
  }
  return best;
}

/** Does `rollup` contain `own`? By build, else by way of the rollup of the same month, else as the two rank. */
function containment(
  rollup: Pair,
  own: Pair,
  partner: Pair | null,
  context: Context,
): 'known' | 'inferred' | 'open' | 'not' {
  const sameFamily = rollup.product.id === own.product.id;
  if (sameFamily && rollup.revision !== null && own.revision !== null) {
    return rollup.revision >= own.revision ? 'known' : 'not';
  }
  if (partner !== null && rollup.kb === partner.kb) return 'known';
  const order =
    partner === null ? orderOf(rollup, own, context.edges) : orderOf(rollup, partner, context.edges);
  if (order.relation === 'open') return 'open';
  return order.relation === 'lower' ? 'not' : order.grade;
}

/** The months not imported between `own` and the rollups whose order to it is open. */
function missingMonths(own: Pair, others: readonly Pair[], context: Context) {
  const months = new Set<number>();
  const ownMonths = own.documents.map(monthOf).filter((month) => month !== null);
  for (const other of others) {
    for (const document of other.documents) {
      const month = monthOf(document);
      for (const from of month === null ? [] : ownMonths) {
        for (const gap of missingBetween(from, month ?? from, context.importedMonths)) months.add(gap);
      }
    }
  }
  const subject = monthRuns([...months].sort((a, b) => a - b));
  return { kind: 'missing-months', subject } as const;
}
