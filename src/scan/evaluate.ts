/**
 * The reference evaluator: what every other engine must agree with, and what explains a state.
 * Three-valued Kleene logic (applicability rules, section 2); a state is the set of possible outcomes:
 * one element = that state, several = Unknown. Plain loops and arrays only, see `leaf.ts`.
 */
import { truthOfLeaf } from './leaf.ts';
import type {
  Blocker,
  Clause,
  Decision,
  Grade,
  Leaf,
  Machine,
  PatchState,
  Rule,
  StateReason,
  Truth,
  UpdateRules,
} from '../domain/index.ts';

/** Kleene truth of a rule. Empty And/Or are malformed: unknown. */
export function truthOf(rule: Rule, machine: Machine): Truth {
  switch (rule.op) {
    case 'true':
      return 'true';
    case 'false':
      return 'false';
    case 'leaf':
      return truthOfLeaf(rule.leaf, machine);
    case 'not': {
      const truth = truthOf(rule.of, machine);
      return truth === 'unknown' ? 'unknown' : truth === 'true' ? 'false' : 'true';
    }
    case 'proven':
      return truthOf(rule.of, machine) === 'true' ? 'true' : 'false';
    case 'and':
    case 'or': {
      const settles: Truth = rule.op === 'and' ? 'false' : 'true';
      if (rule.of.length === 0) return 'unknown';
      let unknown = false;
      for (const child of rule.of) {
        const truth = truthOf(child, machine);
        if (truth === settles) return settles;
        if (truth === 'unknown') unknown = true;
      }
      return unknown ? 'unknown' : rule.op === 'and' ? 'true' : 'false';
    }
  }
  // An operator this version does not know is never a guess (hostile case SCN05).
  return 'unknown';
}

/** What a decision comes to on one machine. */
export interface Outcome {
  readonly state: PatchState;
  readonly reason: StateReason;
  /** Null for Unknown. */
  readonly grade: Grade | null;
  /** States that remain possible; empty unless Unknown. */
  readonly possible: readonly PatchState[];
  readonly blockers: readonly Blocker[];
  /** KB that decides, or null. */
  readonly by: number | null;
  /** Update id that decides, where the deciding clause names one. */
  readonly byUpdate?: string;
  /** The catalog's own word, where the deciding clause has one. */
  readonly original?: string;
  /** Index of the clause that gave the outcome (for an Unknown of several: the first undecided one). */
  readonly clause: number;
}

const stateOrder: readonly PatchState[] = ['Required', 'Installed', 'Unknown', 'NotRequired'];

/** Asks the clauses in order; undecided ones leave their state possible and the next one is asked. */
export function decide(decision: Decision, machine: Machine): Outcome {
  const open: number[] = [];
  const possible: PatchState[] = [];
  let last = -1;
  for (let i = 0; i < decision.clauses.length && last < 0; i++) {
    const clause = decision.clauses[i] as Clause;
    const truth = truthOf(clause.when, machine);
    if (truth === 'false') continue;
    for (const state of statesOf(clause)) if (possible.indexOf(state) < 0) possible.push(state);
    if (truth === 'true') last = i;
    else open.push(i);
  }
  const settled = last >= 0 ? (decision.clauses[last] as Clause) : null;
  if (settled !== null && possible.length === 1 && possible[0] !== 'Unknown') {
    return {
      state: settled.state,
      reason: settled.reason,
      grade: settled.grade,
      possible: [],
      blockers: [],
      by: settled.by === undefined ? decidingKb(settled.when, machine) : settled.by,
      ...namesOf(settled),
      clause: last,
    };
  }
  return undecided(decision, machine, open, last, possible);
}

function statesOf(clause: Clause): readonly PatchState[] {
  if (clause.state !== 'Unknown') return [clause.state];
  return clause.possible === undefined || clause.possible.length < 2
    ? ['Required', 'Installed', 'NotRequired']
    : clause.possible;
}

function undecided(
  decision: Decision,
  machine: Machine,
  open: readonly number[],
  last: number,
  possible: readonly PatchState[],
): Outcome {
  const blockers: Blocker[] = [];
  let reason: StateReason | null = null;
  for (const i of open) {
    const missing: Leaf[] = [];
    collectUnknown((decision.clauses[i] as Clause).when, machine, missing);
    for (const leaf of missing) {
      const why = whyUnknown(leaf, machine);
      if (reason === null) reason = why.reason;
      addBlocker(blockers, why.blocker);
    }
  }
  const settled = last >= 0 ? (decision.clauses[last] as Clause) : null;
  if (settled !== null && settled.state === 'Unknown') {
    // A clause of the source that says Unknown has the better words, unless the list itself is short.
    if (reason === null || !isListReason(reason)) reason = settled.reason;
    for (const blocker of settled.blockers === undefined ? [] : settled.blockers)
      addBlocker(blockers, blocker);
  }
  return {
    state: 'Unknown',
    reason: reason === null ? 'undecided' : reason,
    grade: null,
    possible: stateOrder.filter((state) => possible.indexOf(state) >= 0),
    blockers,
    by: null,
    ...(settled !== null && settled.state === 'Unknown' ? namesOf(settled) : {}),
    clause: open.length > 0 ? (open[0] as number) : last,
  };
}

/** What a clause calls its outcome and who decides it, where it says so. */
function namesOf(clause: Clause): Pick<Outcome, 'byUpdate' | 'original'> {
  const names: { byUpdate?: string; original?: string } = {};
  if (clause.byUpdate !== undefined) names.byUpdate = clause.byUpdate;
  if (clause.original !== undefined) names.original = clause.original;
  return names;
}

function isListReason(reason: StateReason): boolean {
  return reason === 'hotfix-list-cut' || reason === 'hotfix-list-missing';
}

/** Leaves whose missing answer keeps `rule` unknown. */
export function collectUnknown(rule: Rule, machine: Machine, into: Leaf[]): void {
  if (truthOf(rule, machine) !== 'unknown') return;
  if (rule.op === 'leaf') into.push(rule.leaf);
  else if (rule.op === 'not') collectUnknown(rule.of, machine, into);
  else if (rule.op === 'and' || rule.op === 'or') {
    for (const child of rule.of) collectUnknown(child, machine, into);
  }
}

function whyUnknown(leaf: Leaf, machine: Machine): { reason: StateReason; blocker: Blocker } {
  switch (leaf.kind) {
    case 'hotfix':
    case 'hotfixes-below': {
      const missing = machine.hotfixes.completeness === 'missing';
      return {
        reason: missing ? 'hotfix-list-missing' : 'hotfix-list-cut',
        blocker: { kind: 'hotfix-list', subject: '' },
      };
    }
    case 'ubr':
      return { reason: 'ubr-unknown', blocker: { kind: 'ubr', subject: '' } };
    case 'product':
      return {
        reason:
          leaf.blocker === 'component-version' ? 'component-version-unknown' : 'product-presence-unknown',
        blocker: { kind: leaf.blocker, subject: leaf.product },
      };
    case 'not-understood':
      return { reason: 'product-name-not-understood', blocker: { kind: 'product-name', subject: leaf.name } };
    case 'update-installed':
      return { reason: leaf.why, blocker: { kind: 'update', subject: leaf.update } };
    default:
      return { reason: 'os-facts-missing', blocker: { kind: 'os-facts', subject: leaf.kind } };
  }
}

function addBlocker(blockers: Blocker[], blocker: Blocker): void {
  for (const known of blockers) {
    if (known.kind === blocker.kind && known.subject === blocker.subject) return;
  }
  blockers.push(blocker);
}

/** First listed KB of a condition that holds: the rules name the newest first. */
function decidingKb(rule: Rule, machine: Machine): number | null {
  if (truthOf(rule, machine) !== 'true') return null;
  if (rule.op === 'leaf') return rule.leaf.kind === 'hotfix' ? rule.leaf.kb : null;
  if (rule.op === 'proven') return decidingKb(rule.of, machine);
  if (rule.op !== 'and' && rule.op !== 'or') return null;
  for (const child of rule.of) {
    const kb = decidingKb(child, machine);
    if (kb !== null) return kb;
  }
  return null;
}

export interface UpdateOutcome {
  readonly outcome: Outcome;
  /** Index of the part whose state the update takes; -1 where `first` settled it. */
  readonly part: number;
  /** Outcome of every part, empty where `first` settled it. */
  readonly parts: readonly Outcome[];
}

/**
 * The whole update: `first` if it is surely true, else the first of Required, Installed, Unknown,
 * NotRequired that any part has (msrc-cvrf, section 2, identity). An update without parts is Unknown.
 */
export function decideUpdate(rules: UpdateRules, machine: Machine): UpdateOutcome {
  if (rules.first !== null && truthOf(rules.first.when, machine) === 'true') {
    const first = decide({ subject: '', clauses: [rules.first] }, machine);
    return { outcome: first, part: -1, parts: [] };
  }
  const parts: Outcome[] = [];
  for (const part of rules.parts) parts.push(decide(part, machine));
  let best = -1;
  for (let i = 0; i < parts.length; i++) {
    if (best < 0 || weight(parts[i] as Outcome) < weight(parts[best] as Outcome)) best = i;
  }
  return { outcome: best < 0 ? nothing : (parts[best] as Outcome), part: best, parts };
}

/** Order of parts: by state; of two equal ones the reason that is about this machine's product speaks. */
function weight(outcome: Outcome): number {
  const other = outcome.reason === 'product-not-matching';
  return stateOrder.indexOf(outcome.state) * 2 + (other ? 1 : 0);
}

const nothing: Outcome = {
  state: 'Unknown',
  reason: 'undecided',
  grade: null,
  possible: ['Required', 'Installed', 'NotRequired'],
  blockers: [],
  by: null,
  clause: -1,
};
