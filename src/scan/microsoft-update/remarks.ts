/** What is wrong with the relations of an edition, folded: one remark a kind or a missing id. */
import type { CatalogWarning } from '../../domain/index.ts';
import type { NeededRevision, RevisionNeeds } from './rules.ts';

/** Of a kind with many ids so many are named one by one; the rest is one remark. */
const named = 20;
type Tally = Map<string, { count: number; first: string; last: string }>;

export function relationRemarks(
  revisions: readonly NeededRevision[],
  needs: RevisionNeeds,
): readonly CatalogWarning[] {
  const present = new Set(revisions.map(({ id }) => id));
  const missing: Tally = new Map();
  const children: Tally = new Map();
  const faults: Tally = new Map();
  const neverMet: Tally = new Map();
  const deep: Tally = new Map();
  for (const { id, prerequisites, bundled, revision } of revisions) {
    if (revision.fault !== null) add(faults, revision.fault, id);
    for (const clause of prerequisites) {
      for (const need of clause) if (!present.has(need)) add(missing, need, id);
    }
    for (const child of bundled) if (!present.has(child)) add(children, child, id);
    if (prerequisites.some((clause) => !clause.some((need) => present.has(need)))) add(neverMet, '', id);
    if (needs.isTooDeep(id)) add(deep, '', id);
  }
  return [
    ...byId('prerequisite-missing', missing),
    ...alone('prerequisites-never-met', neverMet),
    ...byId('child-missing', children),
    ...[...faults].sort(byName).map(([fault, details]): CatalogWarning => ({
      code: 'revisions-not-readable',
      details: { fault, count: details.count, first: details.first },
    })),
    ...alone('prerequisites-too-deep', deep),
    ...needs.cycles.map(cycleRemark),
  ];
}

function add(tally: Tally, key: string, first: string): void {
  const known = tally.get(key);
  if (known === undefined) tally.set(key, { count: 1, first, last: first });
  else if (known.last !== first) {
    // One update may name it in several clauses.
    known.count += 1;
    known.last = first;
  }
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** The first ids one by one, then how many more there are. */
function byId(code: 'prerequisite-missing' | 'child-missing', tally: Tally): readonly CatalogWarning[] {
  const sorted = [...tally].sort(byName);
  const rest = sorted.slice(named);
  const [next] = rest;
  const shown = sorted
    .slice(0, named)
    .map(([id, { count, first }]): CatalogWarning => ({ code, details: { id, count, first } }));
  if (next === undefined) return shown;
  const count = rest.reduce((sum, [, details]) => sum + details.count, 0);
  const more = { id: `${next[0]}, …`, count, first: next[1].first, ids: rest.length };
  return [...shown, { code, details: more }];
}

function alone(
  code: 'prerequisites-never-met' | 'prerequisites-too-deep',
  tally: Tally,
): readonly CatalogWarning[] {
  return [...tally.values()].map(({ count, first }) => ({ code, details: { count, first } }));
}

/** The cycle by its members (CAT13); of a long one the first ten. */
function cycleRemark(members: readonly string[]): CatalogWarning {
  const packages = members.slice(0, 10).join(', ') + (members.length > 10 ? ', …' : '');
  return { code: 'prerequisite-cycle', details: { packages, count: members.length } };
}
