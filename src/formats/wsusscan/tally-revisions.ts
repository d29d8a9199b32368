import type { MuRevision } from '../../domain/index.ts';

type Kind = 'revisions' | 'updates' | 'children' | 'detectoids' | 'categories';

export type RevisionTally = Record<Kind, number>;

/** How many of each kind there are. */
export function tallyRevisions(revisions: readonly MuRevision[]): RevisionTally {
  const count = (is: (revision: MuRevision) => boolean): number => revisions.filter(is).length;
  return {
    revisions: revisions.length,
    updates: count(({ role }) => role === 'update'),
    children: count(({ role }) => role === 'child'),
    detectoids: count(({ role, type }) => role === 'evaluated' && type !== 'Category'),
    categories: count(({ role, type }) => role === 'evaluated' && type === 'Category'),
  };
}
