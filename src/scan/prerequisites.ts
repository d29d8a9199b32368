/** Prerequisites as rules: installed(U) includes U's own prerequisites (applicability rules, section 6). */
import type { Blocker, Clause, Rule } from '../domain/index.ts';
import { needOrder } from './cycles.ts';
import { and, leaf, or } from './rules.ts';
import { unknownClauses } from './sections.ts';
import type { BundleMember } from './sections.ts';

/** One update as others need it. */
export interface NeededUpdate {
  readonly id: string;
  /** Clauses of alternatives; no clause = always met. */
  readonly prerequisites: readonly (readonly string[])[];
  /** Members of its bundle that are updates of their own. */
  readonly bundled: readonly string[];
}

/**
 * How many updates may stand on one another. The agent has an error of its own for relationships that are too
 * deep (wsusscn2, section 6); rules are followed by recursion, in a browser too.
 */
export const deepest = 200;

/** One clause of prerequisites as a rule. */
export interface NeedRule {
  /** The first of its alternatives: names the clause. */
  readonly first: string;
  readonly rule: Rule;
}

export interface Prerequisites<U extends NeededUpdate> {
  /** P(U). */
  ruleOf(update: U): Rule;
  /** P(U) clause by clause. */
  needsOf(update: U): readonly NeedRule[];
  /** An update as a member of a bundle; what nothing can tell is unknown and says why. */
  memberOf(id: string): BundleMember;
  /** Members of each cycle. */
  readonly cycles: readonly (readonly string[])[];
  /** Members of the cycle an update belongs to, or null. */
  cycleOf(id: string): readonly string[] | null;
  /** The update stands on more than `deepest` others, one on another. */
  isTooDeep(id: string): boolean;
}

/**
 * @param makeMember the update as others see it, its own prerequisites included; asked at most once an update
 * @param missing what an id no update has is as a member
 */
export function prerequisitesOf<U extends NeededUpdate>(
  updates: readonly U[],
  makeMember: (update: U, so: Pick<Prerequisites<U>, 'ruleOf' | 'memberOf'>) => BundleMember,
  missing: (id: string) => BundleMember = (update) =>
    unknownMember(leaf({ kind: 'update-installed', update, why: 'prerequisite-not-imported' })),
): Prerequisites<U> {
  const byId = new Map(updates.map((update) => [update.id, update]));
  const idsNeeded = ({ prerequisites, bundled }: U) => [...prerequisites.flat(), ...bundled];
  const { order, cycles } = needOrder(updates.map((update) => ({ id: update.id, needs: idsNeeded(update) })));
  const cycleById = new Map(cycles.flatMap((members) => members.map((id) => [id, members] as const)));
  const members = new Map<string, BundleMember>();
  const depths = new Map<string, number>();

  /** Made when first asked for: most updates nobody needs. Recursion ends, for nothing is too deep. */
  const memberOf = (id: string): BundleMember => {
    const known = members.get(id);
    if (known !== undefined) return known;
    const update = byId.get(id);
    if (update === undefined) return missing(id);
    const made = cycleById.has(id)
      ? unknownMember(leaf({ kind: 'update-installed', update: id, why: 'rule-cycle' }))
      : isTooDeep(id)
        ? tooDeepMember
        : makeMember(update, { ruleOf, memberOf });
    members.set(id, made);
    return made;
  };
  const needsOf = ({ prerequisites }: U): readonly NeedRule[] =>
    prerequisites.map((clause) => ({
      first: clause[0] ?? '',
      rule: or(...clause.map((id) => memberOf(id).installed)),
    }));
  const ruleOf = (update: U): Rule => and(...needsOf(update).map(({ rule }) => rule));
  const isTooDeep = (id: string) => (depths.get(id) ?? 0) > deepest;

  for (const id of order) {
    const update = byId.get(id);
    if (update === undefined || cycleById.has(id)) continue;
    depths.set(id, 1 + idsNeeded(update).reduce((most, need) => Math.max(most, depths.get(need) ?? 0), 0));
  }
  return { ruleOf, needsOf, memberOf, cycles, cycleOf: (id) => cycleById.get(id) ?? null, isTooDeep };
}

/** Nothing is known of it. `required` and `applicable` are unknown with the same leaf. */
export function unknownMember(rule: Rule): BundleMember {
  return { installed: rule, required: rule, applicable: rule };
}

const tooDeep = `Prerequisites: more than ${String(deepest)} deep`;
const tooDeepMember = unknownMember(leaf({ kind: 'not-understood', name: tooDeep, element: true }));

/** The update itself is Unknown, as what needs it. */
export function tooDeepClauses(source: string): readonly Clause[] {
  const blockers: readonly Blocker[] = [{ kind: 'element', subject: tooDeep }];
  return unknownClauses('element-not-understood', blockers, `${source} Prerequisites`);
}
