/**
 * Truth of rules and of their leaves. Three-valued Kleene logic (applicability rules, section 2). Both stand
 * in one file because a loop leaf asks its child rule. Plain loops, arrays and objects only: this also
 * runs in an old script engine on the target.
 */
import type { Leaf, Machine, MsrcLeaf, Rule, RuleLeaf, Truth } from '../domain/index.ts';
import type { LeafAnswer, LeafContext, LoopTarget, Missing } from './leaves/answer.ts';
import { truthOfMsrcLeaf } from './leaves/msrc.ts';
import { answerOfRuleLeaf } from './leaves/rule-leaf.ts';
import { defaultPolicy } from './policy.ts';
import type { RulePolicy } from './policy.ts';

export { hotfixEntry, newestHotfix } from './leaves/hotfixes.ts';

/**
 * Truths of rules already asked of one machine under one policy. Rules of big catalogs share most of their
 * parts: without a memory a shared part is asked again in every place. An old script engine has none.
 */
export interface TruthMemory {
  known(rule: Rule): Truth | undefined;
  keep(rule: Rule, truth: Truth): void;
  /** An empty list of rules that were looked at. */
  marks(): RuleMarks;
}

/** Rules that were looked at. */
export interface RuleMarks {
  /** True the first time a rule is given. */
  isNew(rule: Rule): boolean;
}

/**
 * Kleene truth of a rule. Empty And/Or are malformed: unknown. `target`: the subkey of an enclosing loop.
 * @param memory of this machine and policy
 */
export function truthOf(
  rule: Rule,
  machine: Machine,
  policy: RulePolicy = defaultPolicy,
  target: LoopTarget | null = null,
  memory: TruthMemory | null = null,
): Truth {
  if (rule.op === 'true' || rule.op === 'false') return rule.op;
  // What a loop's subkey answers is true of that subkey only.
  if (memory === null || target !== null) return askRule(rule, machine, policy, target, null);
  const known = memory.known(rule);
  if (known !== undefined) return known;
  const truth = askRule(rule, machine, policy, null, memory);
  memory.keep(rule, truth);
  return truth;
}

function askRule(
  rule: Rule,
  machine: Machine,
  policy: RulePolicy,
  target: LoopTarget | null,
  memory: TruthMemory | null,
): Truth {
  switch (rule.op) {
    case 'leaf':
      return truthOfLeaf(rule.leaf, machine, policy, target);
    case 'not':
      return opposite(truthOf(rule.of, machine, policy, target, memory));
    case 'proven':
      return truthOf(rule.of, machine, policy, target, memory) === 'true' ? 'true' : 'false';
    case 'and':
    case 'or': {
      const settles: Truth = rule.op === 'and' ? 'false' : 'true';
      if (rule.of.length === 0) return 'unknown';
      let unknown = false;
      for (const child of rule.of) {
        const truth = truthOf(child, machine, policy, target, memory);
        if (truth === settles) return settles;
        if (truth === 'unknown') unknown = true;
      }
      return unknown ? 'unknown' : rule.op === 'and' ? 'true' : 'false';
    }
  }
  // An operator this version does not know is never a guess (hostile case SCN05).
  return 'unknown';
}

/** Kleene truth of `leaf` on `machine`. */
export function truthOfLeaf(
  leaf: Leaf,
  machine: Machine,
  policy: RulePolicy = defaultPolicy,
  target: LoopTarget | null = null,
): Truth {
  return isMsrc(leaf)
    ? truthOfMsrcLeaf(leaf, machine)
    : answerOfRuleLeaf(leaf, contextOf(machine, policy, target)).truth;
}

/** Truth with the facts behind it, what is missing, and the policy it depends on. */
export function answerOfLeaf(
  leaf: RuleLeaf,
  machine: Machine,
  policy: RulePolicy = defaultPolicy,
  target: LoopTarget | null = null,
): LeafAnswer {
  return answerOfRuleLeaf(leaf, contextOf(machine, policy, target));
}

export function isMsrc(leaf: Leaf): leaf is MsrcLeaf {
  switch (leaf.kind) {
    case 'os-build':
    case 'os-build-known':
    case 'os-service-pack':
    case 'os-role':
    case 'os-architecture':
    case 'os-installation':
    case 'ubr':
    case 'hotfix':
    case 'hotfixes-below':
    case 'product':
    case 'product-version':
    case 'not-understood':
      return true;
    default:
      return false;
  }
}

function contextOf(machine: Machine, policy: RulePolicy, target: LoopTarget | null): LeafContext {
  return {
    machine,
    policy,
    target,
    missingOf: (rule, inside, into) => truthAndMissing(rule, machine, policy, inside, into),
  };
}

/**
 * Truth of a loop's child rule, and what keeps it unknown: every question is asked once. What was added
 * to `into` on the way to a definite truth is taken out again.
 */
function truthAndMissing(
  rule: Rule,
  machine: Machine,
  policy: RulePolicy,
  target: LoopTarget,
  into: Missing,
): Truth {
  const facts = into.facts.length;
  const elements = into.elements.length;
  const truth = askInLoop(rule, machine, policy, target, into);
  if (truth !== 'unknown') {
    into.facts.length = facts;
    into.elements.length = elements;
  }
  return truth;
}

function askInLoop(
  rule: Rule,
  machine: Machine,
  policy: RulePolicy,
  target: LoopTarget,
  into: Missing,
): Truth {
  switch (rule.op) {
    case 'leaf':
      return askLeafInLoop(rule.leaf, machine, policy, target, into);
    case 'not':
      return opposite(truthAndMissing(rule.of, machine, policy, target, into));
    case 'and':
    case 'or': {
      const settles: Truth = rule.op === 'and' ? 'false' : 'true';
      let unknown = rule.of.length === 0;
      for (const child of rule.of) {
        const truth = truthAndMissing(child, machine, policy, target, into);
        if (truth === settles) return settles;
        if (truth === 'unknown') unknown = true;
      }
      return unknown ? 'unknown' : opposite(settles);
    }
  }
  return truthOf(rule, machine, policy, target);
}

function askLeafInLoop(
  leaf: Leaf,
  machine: Machine,
  policy: RulePolicy,
  target: LoopTarget,
  into: Missing,
): Truth {
  if (isMsrc(leaf)) {
    into.elements.push(leaf.kind === 'not-understood' ? leaf.name : leaf.kind);
    return truthOfMsrcLeaf(leaf, machine);
  }
  const answer = answerOfLeaf(leaf, machine, policy, target);
  for (const subject of answer.missing) into.facts.push(subject);
  for (const element of answer.elements) into.elements.push(element);
  return answer.truth;
}

function opposite(truth: Truth): Truth {
  return truth === 'unknown' ? truth : truth === 'true' ? 'false' : 'true';
}
