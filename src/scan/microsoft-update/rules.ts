/** Rules of revisions as clauses (applicability rules, section 6). */
import { muUpdateId } from '../../domain/index.ts';
import type { Clause, MuRevision, Rule } from '../../domain/index.ts';
import { prerequisitesOf, tooDeepClauses, unknownMember } from '../prerequisites.ts';
import type { NeededUpdate, Prerequisites } from '../prerequisites.ts';
import { and, leaf, never } from '../rules.ts';
import { bundleClauses, bundleMember, cycleClauses, installedOnlyClauses } from '../sections.ts';
import { memberOf, sectionClauses, unknownClauses } from '../sections.ts';
import type { BundleMember, NamedNeed, SectionRules } from '../sections.ts';

const source = 'applicability-rules 6';

/** A revision as others need it. */
export interface NeededRevision extends NeededUpdate {
  readonly revision: MuRevision;
}

export type RevisionNeeds = Prerequisites<NeededRevision>;

/** What needs nothing: an unreadable revision is Unknown for that reason alone. */
const nothing: readonly never[] = [];

export function neededRevision(revision: MuRevision): NeededRevision {
  if (revision.fault !== null) {
    return { id: revision.updateId, prerequisites: nothing, bundled: nothing, revision };
  }
  return {
    id: revision.updateId,
    prerequisites: revision.prerequisites.map(({ anyOf }) => anyOf),
    bundled: revision.bundled.flatMap((clause) => clause.map(({ updateId }) => updateId)),
    revision,
  };
}

/**
 * How revisions need each other. What several need is one object: nothing is expanded, and the graph of the
 * whole edition grows with its revisions. (Readers share leaves; sharing equal trees of 137,000 revisions once
 * more costs more time and memory than it saves: decision 0009.)
 */
export function revisionNeeds(revisions: readonly NeededRevision[]): RevisionNeeds {
  const make = (needed: NeededRevision, so: Pick<RevisionNeeds, 'ruleOf' | 'memberOf'>): BundleMember => {
    const { revision } = needed;
    if (revision.fault !== null) {
      return unknownMember(
        leaf({
          kind: 'update-installed',
          update: muUpdateId(revision.updateId),
          why: 'rules-not-readable',
        }),
      );
    }
    const met = so.ruleOf(needed);
    if (revision.bundled.length > 0) return bundleMember(met, childrenOf(revision, so));
    if (revision.role !== 'evaluated') return memberOf(sectionsOf(revision), met);
    const installed = and(met, sectionsOf(revision).isInstalled);
    return { installed, required: never, applicable: installed };
  };
  return prerequisitesOf(revisions, make, absent);
}

/** CAT14: what no current edition has is not installed, and no applicable child either. */
function absent(): BundleMember {
  return { installed: never, required: never, applicable: never };
}

/** The ordered clauses of one revision: of an update, a child or what is only evaluated. */
export function revisionClauses(needed: NeededRevision, needs: RevisionNeeds): readonly Clause[] {
  const { revision, id } = needed;
  if (revision.fault !== null) {
    const subject = `${revision.fault}: ${id}, revision ${String(revision.revision)}`;
    return unknownClauses('rules-not-readable', [{ kind: 'element', subject }], 'wsusscn2 7');
  }
  const cycle = needs.cycleOf(id);
  if (cycle !== null) return cycleClauses(cycle.map(muUpdateId), source);
  if (needs.isTooDeep(id)) return tooDeepClauses(source);
  const met = needs
    .needsOf(needed)
    .map(({ rule, first }): NamedNeed => ({ rule, update: muUpdateId(first) }));
  if (revision.bundled.length > 0) return bundleClauses(met, childrenOf(revision, needs), source);
  const sections = sectionsOf(revision);
  if (revision.role !== 'evaluated') return sectionClauses(met, sections, source);
  const all: Rule = and(...met.map(({ rule }) => rule));
  return installedOnlyClauses(all, sections.isInstalled, 'rules-not-applicable', source);
}

/** Direct children are clauses of one; names exact revisions, of which the highest of the edition counts. */
function childrenOf(
  { bundled }: MuRevision,
  so: Pick<RevisionNeeds, 'memberOf'>,
): readonly (readonly BundleMember[])[] {
  return bundled.map((clause) => clause.map(({ updateId }) => so.memberOf(updateId)));
}

/** A missing or empty section is false. */
function sectionsOf({ rules }: MuRevision): SectionRules {
  return {
    isInstalled: rules?.isInstalled ?? never,
    isSuperseded: rules?.isSuperseded ?? never,
    isInstallable: rules?.isInstallable ?? never,
  };
}
