import type { Machine, Rule, Truth, UpdateRules } from '../domain/index.ts';
import { decideUpdate as decide } from './evaluate.ts';
import type { UpdateOutcome } from './evaluate.ts';
import type { TruthMemory } from './leaf.ts';
import { defaultPolicy } from './policy.ts';
import type { RulePolicy } from './policy.ts';

/** Rules kept at most; of a machine asked about more the memory begins anew. */
const mostKept = 200_000;

/** A memory for one machine under one policy. */
export function truthMemory(): TruthMemory {
  const truths = new Map<Rule, Truth>();
  return {
    known: (rule) => truths.get(rule),
    keep(rule, truth) {
      if (truths.size >= mostKept) truths.clear();
      truths.set(rule, truth);
    },
    marks() {
      const seen = new Set<Rule>();
      return { isNew: (rule) => !seen.has(rule) && seen.add(rule) !== null };
    },
  };
}

/**
 * Decides an update, each shared part of its rules once: prerequisites of prerequisites multiply as a tree.
 * @param memory of this machine and policy; give one where several updates of a machine are decided
 */
export function decideUpdate(
  rules: UpdateRules,
  machine: Machine,
  policy: RulePolicy = defaultPolicy,
  memory: TruthMemory = truthMemory(),
): UpdateOutcome {
  return decide(rules, machine, policy, memory);
}
