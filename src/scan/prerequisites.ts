/** Prerequisites as rules: installed(U) includes U's own prerequisites (applicability rules, section 6). */
import type { Rule } from '../domain/index.ts';
import { needOrder } from './cycles.ts';
import { and, leaf, or } from './rules.ts';
import type { BundleMember } from './sections.ts';

/** One update as others need it. */
export interface NeededUpdate {
  readonly id: string;
  /** Clauses of alternatives; no clause = always met. */
  readonly prerequisites: readonly (readonly string[])[];
  /** Members of its bundle that are updates of their own. */
  readonly bundled: readonly string[];
}

/** How much of the expanded rule one update's prerequisites may come to: asked anew for each machine. */
const maxExpanded = 20_000;

export interface Prerequisites<U extends NeededUpdate> {
  /** P(U). */
  ruleOf(update: U): Rule;
  /** An update as a member of a bundle; what nothing can tell is unknown and says why. */
  memberOf(id: string): BundleMember;
  /** Members of each cycle. */
  readonly cycles: readonly (readonly string[])[];
  /** Members of the cycle an update belongs to, or null. */
  cycleOf(id: string): readonly string[] | null;
}

/**
 * @param makeMember the update as others see it, its own prerequisites included; asked once an update,
 *   after everything the update needs
 */
export function prerequisitesOf<U extends NeededUpdate>(
  updates: readonly U[],
  makeMember: (update: U, so: Pick<Prerequisites<U>, 'ruleOf' | 'memberOf'>) => BundleMember,
): Prerequisites<U> {
  const byId = new Map(updates.map((update) => [update.id, update]));
  const needsOf = ({ prerequisites, bundled }: U) => [...prerequisites.flat(), ...bundled];
  const { order, cycles } = needOrder(updates.map((update) => ({ id: update.id, needs: needsOf(update) })));
  const cycleById = new Map(cycles.flatMap((members) => members.map((id) => [id, members] as const)));
  const members = new Map<string, BundleMember>();
  const expanded = new Map<string, number>();

  const memberOf = (id: string): BundleMember =>
    members.get(id) ??
    unknownMember(leaf({ kind: 'update-installed', update: id, why: 'prerequisite-not-imported' }));
  const ruleOf = ({ prerequisites }: U): Rule =>
    and(...prerequisites.map((clause) => or(...clause.map((id) => memberOf(id).installed))));

  for (const id of order) {
    const update = byId.get(id);
    if (update === undefined) continue;
    const size = needsOf(update).reduce((sum, need) => sum + (expanded.get(need) ?? 1), 1);
    expanded.set(id, size > maxExpanded ? 1 : size);
    if (cycleById.has(id)) {
      members.set(id, unknownMember(leaf({ kind: 'update-installed', update: id, why: 'rule-cycle' })));
    } else if (size > maxExpanded) {
      const name = `Prerequisites: more than ${String(maxExpanded)} updates`;
      members.set(id, unknownMember(leaf({ kind: 'not-understood', name, element: true })));
    } else {
      members.set(id, makeMember(update, { ruleOf, memberOf }));
    }
  }
  return { ruleOf, memberOf, cycles, cycleOf: (id) => cycleById.get(id) ?? null };
}

/** Nothing is known of it. `required` and `applicable` are unknown with the same leaf. */
function unknownMember(rule: Rule): BundleMember {
  return { installed: rule, required: rule, applicable: rule };
}
