import { notCollected } from '../../../src/domain/index.ts';
import type { Machine, Rule, RuleLeaf, Truth } from '../../../src/domain/index.ts';
import type { RulePolicy } from '../../../src/scan/policy.ts';
import { factsMachine } from '../facts-machine.ts';
import type { FactLine } from '../facts-machine.ts';
import { machine } from '../machines.ts';
import type { MadeMachine } from '../machines.ts';

/** One question with the facts it is asked of; the answer is the page's, named in `name`. */
export interface LeafCase {
  readonly name: string;
  readonly rule: Rule;
  readonly facts?: readonly FactLine[];
  readonly complete?: readonly string[];
  /** What the machine's inventory files say, beside the facts. */
  readonly os?: MadeMachine;
  readonly policy?: RulePolicy;
  readonly expected: Truth;
}

export function ask(leaf: RuleLeaf): Rule {
  return { op: 'leaf', leaf };
}

export function not(of: Rule): Rule {
  return { op: 'not', of };
}

export function machineOf({ facts, complete, os }: LeafCase): Machine {
  const made = factsMachine(facts ?? [], complete ?? []);
  return os === undefined ? made : { ...made, os: { ...machine(os).os, name: notCollected } };
}
