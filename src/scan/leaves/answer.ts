/**
 * What one leaf comes to: its truth with everything that led to it. Truth, trace and blockers are made
 * from this one object, so they cannot say different things.
 */
import type { FactSubject, Machine, RecordedFact, RegistryView, Rule, Truth } from '../../domain/index.ts';
import type { PolicyMark, RulePolicy } from '../policy.ts';

/** The subkey that HKEY_LOOP_TARGET stands for, as the loop wrote its path. */
export interface LoopTarget {
  readonly view: RegistryView;
  readonly key: string;
  /** How many subkeys are asked in all: those of the loops around it multiply. */
  readonly asked: number;
}

/** Where a leaf is asked. */
export interface LeafContext {
  readonly machine: Machine;
  readonly policy: RulePolicy;
  readonly target: LoopTarget | null;
  /** Truth of a loop's child rule for this target; what keeps it unknown is added to `into`. */
  readonly missingOf: (rule: Rule, target: LoopTarget, into: Missing) => Truth;
}

/** What is missing: facts, and elements that are not understood. */
export interface Missing {
  readonly facts: FactSubject[];
  readonly elements: string[];
}

export interface LeafAnswer {
  readonly truth: Truth;
  /** Facts that were looked at and gave an answer, the deciding one first. */
  readonly facts: readonly RecordedFact[];
  /** Facts that nobody collected. Empty unless the truth is unknown. */
  readonly missing: readonly FactSubject[];
  /** Elements or malformed pieces that are not understood. Empty unless the truth is unknown. */
  readonly elements: readonly string[];
  /** The answer would be another one under another policy. */
  readonly policy: PolicyMark | null;
  /** What was found, where the facts themselves do not say it best. */
  readonly found: string | null;
  /** Of a loop: its subkeys. */
  readonly branches: readonly LoopTarget[] | null;
}

const none: readonly never[] = [];

function truthFrom(holds: boolean): Truth {
  return holds ? 'true' : 'false';
}

/** A definite or (by policy) unknown answer from these facts. */
export function answered(
  truth: Truth | boolean,
  facts: readonly RecordedFact[],
  policy: PolicyMark | null = null,
  found: string | null = null,
): LeafAnswer {
  const of = typeof truth === 'boolean' ? truthFrom(truth) : truth;
  return { truth: of, facts, missing: none, elements: none, policy, found, branches: null };
}

/** Unknown, because these facts were not collected; `facts` are those that were. */
export function notCollected(
  missing: readonly FactSubject[],
  facts: readonly RecordedFact[] = none,
): LeafAnswer {
  return { truth: 'unknown', facts, missing, elements: none, policy: null, found: null, branches: null };
}

/** Unknown, because this piece of the rule (or the value beside it) is not understood. */
export function notUnderstood(element: string, facts: readonly RecordedFact[] = none): LeafAnswer {
  return {
    truth: 'unknown',
    facts,
    missing: none,
    elements: [element],
    policy: null,
    found: null,
    branches: null,
  };
}

/**
 * Kleene And or Or over answers, with the facts of the answers that settle it. At least one answer:
 * none at all is malformed and the caller's to refuse.
 */
export function combined(op: 'and' | 'or', answers: readonly LeafAnswer[]): LeafAnswer {
  const settles: Truth = op === 'and' ? 'false' : 'true';
  const facts: RecordedFact[] = [];
  const missing: FactSubject[] = [];
  const elements: string[] = [];
  let policy: PolicyMark | null = null;
  for (const answer of answers) {
    if (answer.truth === settles) return answer;
    for (const fact of answer.facts) facts.push(fact);
    for (const subject of answer.missing) missing.push(subject);
    for (const element of answer.elements) elements.push(element);
    if (answer.policy !== null) policy = answer.policy;
  }
  let truth: Truth = op === 'and' ? 'true' : 'false';
  for (const answer of answers) if (answer.truth === 'unknown') truth = 'unknown';
  return { truth, facts, missing, elements, policy, found: null, branches: null };
}

/** The opposite of an answer, from the same facts. */
export function negated(answer: LeafAnswer): LeafAnswer {
  const truth: Truth = answer.truth === 'unknown' ? 'unknown' : truthFrom(answer.truth === 'false');
  const { facts, missing, elements, policy, found, branches } = answer;
  return { truth, facts, missing, elements, policy, found, branches };
}
