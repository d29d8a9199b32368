/**
 * From rule sections to a state (applicability rules, section 6): shared by every catalog whose
 * updates carry IsInstalled, IsSuperseded and IsInstallable. The clauses keep the set of possible
 * states exact: no Unknown is resolved before its time.
 */
import type { Blocker, Clause, Grade, PatchState, Rule, StateReason } from '../domain/index.ts';
import { always, and, never, not, or, proven } from './rules.ts';

/** The sections of one update or item. A missing or empty section is `never` (section 6). */
export interface SectionRules {
  readonly isInstalled: Rule;
  readonly isSuperseded: Rule;
  readonly isInstallable: Rule;
}

/** One clause of the prerequisites, and the update that names it where it is not met. */
export interface NamedNeed {
  readonly rule: Rule;
  readonly update: string;
}

/** What a bundle asks of a member. */
export interface BundleMember {
  /** The member is Installed. */
  readonly installed: Rule;
  /** The member is Required. */
  readonly required: Rule;
  /** The member is one or the other. */
  readonly applicable: Rule;
}

/**
 * Clauses of an update with rules of its own: prerequisites first, then IsInstalled, IsSuperseded,
 * IsInstallable; else NotRequired.
 * @param source document and section of the rules, `sdp 3`: each clause adds what it asks
 */
export function sectionClauses(
  prerequisites: Rule | readonly NamedNeed[],
  rules: SectionRules,
  source: string,
): readonly Clause[] {
  return compact([
    ...prerequisiteClauses(prerequisites, source),
    clause(rules.isInstalled, 'Installed', 'rules-installed', `${source} IsInstalled`),
    clause(rules.isSuperseded, 'NotRequired', 'superseded-by-rule', `${source} IsSuperseded`),
    clause(rules.isInstallable, 'Required', 'rules-installable', `${source} IsInstallable`),
    clause(always, 'NotRequired', 'rules-not-applicable', `${source} otherwise`),
  ]);
}

/** An update that is never offered: Installed or NotRequired (expired packages, detectoids). */
export function installedOnlyClauses(
  prerequisites: Rule,
  isInstalled: Rule,
  otherwise: StateReason,
  source: string,
): readonly Clause[] {
  return compact([
    clause(not(prerequisites), 'NotRequired', 'prerequisite-not-met', `${source} Prerequisites`),
    clause(isInstalled, 'Installed', 'rules-installed', `${source} IsInstalled`),
    clause(always, 'NotRequired', otherwise, `${source} otherwise`),
  ]);
}

/** A member with rules of its own; `prerequisites` where it has some beside the bundle's. */
export function memberOf(rules: SectionRules, prerequisites: Rule = always): BundleMember {
  const offered = and(not(rules.isSuperseded), rules.isInstallable);
  return {
    installed: and(prerequisites, rules.isInstalled),
    required: and(prerequisites, not(rules.isInstalled), offered),
    applicable: and(prerequisites, or(rules.isInstalled, offered)),
  };
}

/** A bundle as the member of another one, or as a prerequisite. */
export function bundleMember(
  prerequisites: Rule,
  clauses: readonly (readonly BundleMember[])[],
): BundleMember {
  const { eachApplicable, installed, anyRequired } = bundleRules(clauses);
  return {
    installed: and(prerequisites, installed, not(anyRequired)),
    required: and(prerequisites, eachApplicable, anyRequired),
    applicable: and(prerequisites, eachApplicable),
  };
}

/**
 * Clauses of a bundle: each of its clauses needs an applicable member, else NotRequired; Required if an
 * applicable member is Required; Installed if all applicable members are Installed (section 6).
 *
 * The third clause also holds where every clause *surely* has an applicable member: with no Required
 * one left, Installed is then the only outcome, though which member is installed may be unknown.
 */
export function bundleClauses(
  prerequisites: Rule | readonly NamedNeed[],
  clauses: readonly (readonly BundleMember[])[],
  source: string,
): readonly Clause[] {
  const { eachApplicable, installed, anyRequired } = bundleRules(clauses);
  return compact([
    ...prerequisiteClauses(prerequisites, source),
    clause(not(eachApplicable), 'NotRequired', 'no-applicable-item', `${source} bundle: applicable`),
    clause(anyRequired, 'Required', 'rules-installable', `${source} bundle: required`),
    clause(installed, 'Installed', 'rules-installed', `${source} bundle: installed`),
    clause(always, 'NotRequired', 'no-applicable-item', `${source} bundle: otherwise`),
  ]);
}

/** All members of a prerequisite cycle (section 6: detect cycles, mark all members Unknown). */
export function cycleClauses(members: readonly string[], source: string): readonly Clause[] {
  const blockers = members.map((subject): Blocker => ({ kind: 'update', subject }));
  return unknownClauses('rule-cycle', blockers, `${source} Prerequisites`);
}

/** An update of which nothing can be told, whatever the machine. */
export function unknownClauses(
  reason: StateReason,
  blockers: readonly Blocker[],
  source: string,
): readonly Clause[] {
  return [
    {
      ...clause(always, 'Unknown', reason, source),
      grade: null,
      possible: ['Required', 'Installed', 'NotRequired'],
      blockers,
    },
  ];
}

function bundleRules(clauses: readonly (readonly BundleMember[])[]) {
  const each = (part: keyof BundleMember) =>
    clauses.length === 0
      ? never
      : and(...clauses.map((members) => or(...members.map((member) => member[part]))));
  const anyRequired = or(...clauses.flatMap((members) => members.map(({ required }) => required)));
  const eachApplicable = each('applicable');
  // Installed where no member is Required: each clause has an installed member, or surely an applicable one.
  const installed = or(each('installed'), proven(eachApplicable));
  return { eachApplicable, installed, anyRequired };
}

/** Not Required by the first clause that is not met, which is named where it can be. */
function prerequisiteClauses(prerequisites: Rule | readonly NamedNeed[], source: string): readonly Clause[] {
  const of = `${source} Prerequisites`;
  if (!isNamed(prerequisites)) return [clause(not(prerequisites), 'NotRequired', 'prerequisite-not-met', of)];
  return prerequisites.map(({ rule, update }) => ({
    ...clause(not(rule), 'NotRequired', 'prerequisite-not-met', of),
    byUpdate: update,
  }));
}

function isNamed(prerequisites: Rule | readonly NamedNeed[]): prerequisites is readonly NamedNeed[] {
  return Array.isArray(prerequisites);
}

function clause(when: Rule, state: PatchState, reason: StateReason, source: string): Clause {
  // Only a True of CbsPackageInstallable is inferred; its False is measured (section 5).
  const grade: Grade = state !== 'NotRequired' && asksInference(when) ? 'inferred' : 'measured';
  return { when, state, reason, grade, source };
}

/** Without what can never fire, and without what stands behind a clause that always does. */
function compact(clauses: readonly Clause[]): readonly Clause[] {
  const kept = clauses.filter(({ when }) => when.op !== 'false');
  const last = kept.findIndex(({ when }) => when.op === 'true');
  return last < 0 ? kept : kept.slice(0, last + 1);
}

const inferences = new WeakMap<Rule, boolean>();
function asksInference(rule: Rule): boolean {
  if (rule.op !== 'and' && rule.op !== 'or') return findInference(rule);
  const known = inferences.get(rule);
  if (known !== undefined) return known;
  const asks = findInference(rule);
  inferences.set(rule, asks);
  return asks;
}

function findInference(rule: Rule): boolean {
  switch (rule.op) {
    case 'true':
    case 'false':
      return false;
    case 'and':
    case 'or':
      return rule.of.some(asksInference);
    case 'not':
    case 'proven':
      return asksInference(rule.of);
    case 'leaf':
      return rule.leaf.kind === 'cbs-package-installable';
  }
}
