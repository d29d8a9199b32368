/**
 * The reference evaluator: what every other engine must agree with, and what explains a state.
 * Three-valued Kleene logic (applicability rules, section 2); a state is the set of possible outcomes:
 * one element = that state, several = Unknown. Plain loops and arrays only: this also runs in an old script
 * engine on the target.
 */
import { truthOf } from './leaf.ts';
import type { RuleMarks, TruthMemory } from './leaf.ts';
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
import { defaultPolicy } from './policy.ts';
import type { RulePolicy } from './policy.ts';
import { addBlockers, blockersOf, newBlockers } from './why-unknown.ts';
import type { BlockerList } from './why-unknown.ts';

export { truthOf } from './leaf.ts';
export type { TruthMemory } from './leaf.ts';

/** What a decision comes to on one machine. */
export interface Outcome {
  readonly state: PatchState;
  readonly reason: StateReason;
  /** Null for Unknown. */
  readonly grade: Grade | null;
  /** States that remain possible; empty unless Unknown. */
  readonly possible: readonly PatchState[];
  readonly blockers: readonly Blocker[];
  /** Blockers beyond those listed, where there are very many. */
  readonly moreBlockers?: number | undefined;
  /** KB that decides, or null. */
  readonly by: number | null;
  /** Update id that decides, where the deciding clause names one. */
  readonly byUpdate?: string | undefined;
  /** The catalog's own word, where the deciding clause has one. */
  readonly original?: string | undefined;
  /** Index of the clause that gave the outcome (for an Unknown of several: the first undecided one). */
  readonly clause: number;
}

const stateOrder: readonly PatchState[] = ['Required', 'Installed', 'Unknown', 'NotRequired'];

/**
 * Asks the clauses in order; undecided ones leave their state possible and the next one is asked.
 * @param memory of this machine and policy
 */
export function decide(
  decision: Decision,
  machine: Machine,
  policy: RulePolicy = defaultPolicy,
  memory: TruthMemory | null = null,
): Outcome {
  const asked: Asked = { machine, policy, memory };
  const open: number[] = [];
  const possible: PatchState[] = [];
  let last = -1;
  for (let i = 0; i < decision.clauses.length && last < 0; i++) {
    const clause = decision.clauses[i] as Clause;
    const truth = truthIn(clause.when, asked);
    if (truth === 'false') continue;
    for (const state of statesOf(clause)) if (!has(possible, state)) possible.push(state);
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
      by: settled.by === undefined ? decidingKb(settled.when, asked, marksOf(asked)) : settled.by,
      byUpdate: settled.byUpdate,
      original: settled.original,
      clause: last,
    };
  }
  return undecided(decision, asked, open, last, possible);
}

/** Of which machine rules are asked, and how. */
interface Asked {
  readonly machine: Machine;
  readonly policy: RulePolicy;
  readonly memory: TruthMemory | null;
}

function truthIn(rule: Rule, { machine, policy, memory }: Asked): Truth {
  return truthOf(rule, machine, policy, null, memory);
}

function statesOf(clause: Clause): readonly PatchState[] {
  if (clause.state !== 'Unknown') return [clause.state];
  return clause.possible === undefined || clause.possible.length < 2
    ? ['Required', 'Installed', 'NotRequired']
    : clause.possible;
}

function undecided(
  decision: Decision,
  asked: Asked,
  open: readonly number[],
  last: number,
  possible: readonly PatchState[],
): Outcome {
  const list: BlockerList = newBlockers();
  const seen = marksOf(asked);
  let reason: StateReason | null = null;
  for (const i of open) {
    const missing: Leaf[] = [];
    collectUnknown((decision.clauses[i] as Clause).when, asked, missing, seen);
    for (const leaf of missing) {
      const why = blockersOf(leaf, asked.machine, asked.policy);
      if (reason === null) reason = why.reason;
      addBlockers(list, why.blockers);
    }
  }
  const settled = last >= 0 ? (decision.clauses[last] as Clause) : null;
  const says = settled !== null && settled.state === 'Unknown' ? settled : null;
  if (says !== null) {
    // A clause of the source that says Unknown has the better words, unless the list itself is short.
    if (reason === null || !isListReason(reason)) reason = says.reason;
    if (says.blockers !== undefined) addBlockers(list, says.blockers);
  }
  const states: PatchState[] = [];
  for (const state of stateOrder) if (has(possible, state)) states.push(state);
  return {
    state: 'Unknown',
    reason: reason === null ? 'undecided' : reason,
    grade: null,
    possible: states,
    blockers: list.blockers,
    moreBlockers: list.more === 0 ? undefined : list.more,
    by: null,
    byUpdate: says === null ? undefined : says.byUpdate,
    original: says === null ? undefined : says.original,
    clause: open.length > 0 ? (open[0] as number) : last,
  };
}

function has(states: readonly PatchState[], wanted: PatchState): boolean {
  for (const state of states) if (state === wanted) return true;
  return false;
}

function isListReason(reason: StateReason): boolean {
  return reason === 'hotfix-list-cut' || reason === 'hotfix-list-missing';
}

/**
 * Leaves whose missing answer keeps `rule` unknown; a malformed piece counts as one that is not understood.
 * @param seen parts already looked at: of a part in two places the leaves are wanted once
 */
function collectUnknown(rule: Rule, asked: Asked, into: Leaf[], seen: RuleMarks): void {
  if (truthIn(rule, asked) !== 'unknown' || isSeen(rule, seen)) return;
  switch (rule.op) {
    case 'leaf':
      into.push(rule.leaf);
      return;
    case 'not':
      collectUnknown(rule.of, asked, into, seen);
      return;
    case 'and':
    case 'or':
      for (const child of rule.of) collectUnknown(child, asked, into, seen);
      if (rule.of.length > 0) return;
  }
  into.push({ kind: 'not-understood', name: rule.op, element: true });
}

/** First listed KB of a condition that holds: the rules name the newest first. */
function decidingKb(rule: Rule, asked: Asked, seen: RuleMarks): number | null {
  if (truthIn(rule, asked) !== 'true' || isSeen(rule, seen)) return null;
  if (rule.op === 'leaf') return rule.leaf.kind === 'hotfix' ? rule.leaf.kb : null;
  if (rule.op === 'proven') return decidingKb(rule.of, asked, seen);
  if (rule.op !== 'and' && rule.op !== 'or') return null;
  for (const child of rule.of) {
    const kb = decidingKb(child, asked, seen);
    if (kb !== null) return kb;
  }
  return null;
}

/** Rules that were looked at, where there is no memory to make a better list. */
function plainMarks(): RuleMarks {
  const seen: Rule[] = [];
  return {
    isNew(rule) {
      for (const other of seen) if (other === rule) return false;
      seen.push(rule);
      return true;
    },
  };
}

function marksOf({ memory }: Asked): RuleMarks {
  return memory === null ? plainMarks() : memory.marks();
}

/** Whether an And or Or was looked at before; if not, it has been now. */
function isSeen(rule: Rule, seen: RuleMarks): boolean {
  return (rule.op === 'and' || rule.op === 'or') && !seen.isNew(rule);
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
export function decideUpdate(
  rules: UpdateRules,
  machine: Machine,
  policy: RulePolicy = defaultPolicy,
  memory: TruthMemory | null = null,
): UpdateOutcome {
  if (rules.first !== null && truthOf(rules.first.when, machine, policy, null, memory) === 'true') {
    const first = decide({ subject: '', clauses: [rules.first] }, machine, policy, memory);
    return { outcome: first, part: -1, parts: [] };
  }
  const parts: Outcome[] = [];
  for (const part of rules.parts) parts.push(decide(part, machine, policy, memory));
  let best = -1;
  for (let i = 0; i < parts.length; i++) {
    if (best < 0 || weight(parts[i] as Outcome) < weight(parts[best] as Outcome)) best = i;
  }
  return { outcome: best < 0 ? nothing : (parts[best] as Outcome), part: best, parts };
}

/** Order of parts: by state; of two equal ones the reason that is about this machine's product speaks. */
function weight(outcome: Outcome): number {
  const other = outcome.reason === 'product-not-matching';
  let place = 0;
  while (stateOrder[place] !== outcome.state) place += 1;
  return place * 2 + (other ? 1 : 0);
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
