import type { Clause, MuRevision, Rule } from '../../domain/index.ts';
import type { CurrentRevision } from './revisions.ts';
import { neededRevision, revisionClauses } from './rules.ts';
import type { RevisionNeeds } from './rules.ts';

/** A revision that stands behind an offered update: a prerequisite, a category, a child. */
export interface RelatedRevision {
  readonly revision: MuRevision;
  /** Document ids, oldest first. */
  readonly documents: readonly string[];
  /** It is installed, its own prerequisites included. */
  readonly installed: Rule;
  /** How its own state is decided. */
  readonly clauses: readonly Clause[];
}

/** Looks revisions up by update id; null for one no current edition has. */
export type FindRelated = (updateId: string) => RelatedRevision | null;

/** Clauses are made when they are asked for: only few of 137,000 revisions are ever looked at. */
export function findRelated(byId: ReadonlyMap<string, CurrentRevision>, needs: RevisionNeeds): FindRelated {
  return (updateId) => {
    const current = byId.get(updateId);
    if (current === undefined) return null;
    return {
      ...current,
      installed: needs.memberOf(updateId).installed,
      clauses: revisionClauses(neededRevision(current.revision), needs),
    };
  };
}
