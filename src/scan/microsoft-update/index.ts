/** The Microsoft Update catalog to updates, rules and remarks (applicability rules, section 6; wsusscn2). */
import { isOffered, muUpdateId } from '../../domain/index.ts';
import type { MuDocument, UpdateRules } from '../../domain/index.ts';
import type { SourceCompilation } from '../source-compilation.ts';
import { textHash } from '../text-hash.ts';
import { findRelated } from './related.ts';
import type { FindRelated } from './related.ts';
import { relationRemarks } from './remarks.ts';
import { currentRevisions } from './revisions.ts';
import { neededRevision, revisionClauses, revisionNeeds } from './rules.ts';
import { updatesOf } from './updates.ts';

export type { FindRelated, RelatedRevision } from './related.ts';

export interface MuCompilation extends SourceCompilation {
  readonly related: FindRelated;
}

/**
 * Compiles the revisions of all documents, given in any order. Categories, detectoids and children are
 * evaluated as parts of what needs them and are no updates of their own.
 */
export async function compileMicrosoftUpdate(documents: readonly MuDocument[]): Promise<MuCompilation> {
  const hash = await textHash();
  const { byId, warnings } = currentRevisions(documents);
  const revisions = [...byId.values()].map(({ revision }) => neededRevision(revision));
  const needs = revisionNeeds(revisions);
  const rules = revisions.flatMap((needed): readonly UpdateRules[] => {
    if (!isOffered(needed.revision)) return [];
    const clauses = revisionClauses(needed, needs);
    return [{ update: muUpdateId(needed.id), first: null, parts: [{ subject: '', clauses }] }];
  });
  return {
    updates: updatesOf(byId, hash),
    rules,
    warnings: [...warnings, ...relationRemarks(revisions, needs)],
    related: findRelated(byId, needs),
  };
}
