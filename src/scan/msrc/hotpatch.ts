/** Step 1 of msrc-cvrf, section 4: who is on the hotpatch track, and which update of a month it replaces. */
import type { Clause, Rule } from '../../domain/index.ts';
import { leaf, or, proven } from '../rules.ts';
import type { Context } from './context.ts';
import { anyOf, clauseIf } from './list-clauses.ts';
import type { Pair } from './pairs.ts';

export interface HotpatchRules {
  /** The list holds a hotpatch KB of the product. */
  readonly enrolledByList: Rule;
  /** The UBR equals a hotpatch's FixedBuild of the product. */
  readonly enrolledByBuild: Rule;
  /** Clauses that take `own` from a machine on the track, if its month has a hotpatch. */
  trackClauses(own: Pair): readonly Clause[];
}

export function hotpatchRules(productId: string, context: Context): HotpatchRules {
  const hotpatches = context.peers(productId, 'hotpatch');
  const enrolledByList = proven(anyOf(hotpatches));
  const revisions = [...new Set(hotpatches.map((pair) => pair.revision))].filter((x) => x !== null);
  const enrolledByBuild = proven(
    or(...revisions.map((value) => leaf({ kind: 'ubr', comparison: '=', value }))),
  );
  return {
    enrolledByList,
    enrolledByBuild,
    trackClauses(own) {
      const replaced = hotpatches.some((hotpatch) => monthCumulative(hotpatch, context).includes(own.kb));
      if (!replaced) return [];
      const rest = { state: 'NotRequired', reason: 'hotpatch-track', source: 'msrc-cvrf 4.1' } as const;
      return [
        ...clauseIf({ when: enrolledByBuild, grade: 'measured', ...rest }),
        ...clauseIf({ when: enrolledByList, grade: 'listed', ...rest }),
      ];
    },
  };
}

/**
 * KBs of the cumulative updates that belong to a hotpatch's month: those of the same document and
 * product; where a document holds several months, the one whose build lies next above the hotpatch's
 * (else next below). Baselines of other months in the same document keep their own decision.
 */
function monthCumulative(hotpatch: Pair, context: Context): readonly number[] {
  const sameDocument = context
    .peers(hotpatch.product.id, 'cumulative')
    .filter((pair) => pair.documents.some((document) => hotpatch.documents.includes(document)));
  const own = hotpatch.revision;
  if (own === null || sameDocument.some((pair) => pair.revision === null)) {
    return sameDocument.map((pair) => pair.kb);
  }
  const above = sameDocument.filter((pair) => (pair.revision ?? 0) >= own);
  const revisions = (above.length > 0 ? above : sameDocument).map((pair) => pair.revision ?? 0);
  const nearest = above.length > 0 ? Math.min(...revisions) : Math.max(...revisions);
  return sameDocument.filter((pair) => pair.revision === nearest).map((pair) => pair.kb);
}
