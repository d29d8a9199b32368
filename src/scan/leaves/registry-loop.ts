/**
 * RegKeyLoop (applicability rules, section 3): the child rule is asked for every direct subkey. Any is Or,
 * All is And, None is not Or, in Kleene logic.
 */
import type { RuleLeaf, Truth } from '../../domain/index.ts';
import { answered, notCollected, notUnderstood } from './answer.ts';
import type { LeafAnswer, LeafContext, LoopTarget, Missing } from './answer.ts';
import { subkeysFact, textList } from './registry-lookup.ts';
import { placesOf, writtenPath } from './registry-path.ts';

type LoopLeaf = Extract<RuleLeaf, { readonly kind: 'reg-key-loop' }>;

/** Subkeys that one rule may look through on one machine, loops within loops multiplied. */
const mostSubkeys = 10000;

export function answerOfLoop(leaf: LoopLeaf, context: LeafContext): LeafAnswer {
  const places = placesOf(leaf.path, context);
  const written = writtenPath(leaf.path, context.target);
  if (places === 'no-target' || written === null) {
    return notUnderstood('HKEY_LOOP_TARGET outside a RegKeyLoop');
  }
  if (places === 'never') return overNothing(leaf, answered(false, []));
  const fact = subkeysFact(context.machine.facts, places);
  if (fact.state === 'unavailable') return notCollected([fact.subject]);
  const branches: LoopTarget[] = [];
  const names = fact.state === 'known' ? textList(fact.value) : [];
  const asked = names.length * (context.target === null ? 1 : context.target.asked);
  if (asked > mostSubkeys) {
    return notUnderstood(`RegKeyLoop over more than ${String(mostSubkeys)} subkeys`, [fact]);
  }
  for (const name of names) {
    branches.push({ view: written.view, key: `${written.key}\\${name}`, asked });
  }
  if (branches.length === 0) return overNothing(leaf, answered(false, [fact]));

  const missing: Missing = { facts: [], elements: [] };
  const truth = loopTruth(leaf.trueIf, branches, (target) => context.missingOf(leaf.of, target, missing));
  const unknown = truth === 'unknown';
  return {
    truth,
    facts: [fact],
    missing: unknown ? missing.facts : [],
    elements: unknown ? missing.elements : [],
    policy: null,
    found: null,
    branches,
  };
}

/** No key or no subkeys: Any is false, None true; All would be true of nothing, which is not said: unknown. */
function overNothing(leaf: LoopLeaf, answer: LeafAnswer): LeafAnswer {
  if (leaf.trueIf === 'All') return notUnderstood('RegKeyLoop All over no subkeys', answer.facts);
  return answered(leaf.trueIf === 'None', answer.facts);
}

/** Truth of a loop from the truths of its branches. */
export function loopTruth<T>(
  trueIf: LoopLeaf['trueIf'],
  branches: readonly T[],
  ask: (branch: T) => Truth,
): Truth {
  const settles: Truth = trueIf === 'All' ? 'false' : 'true';
  let truth: Truth = trueIf === 'All' ? 'true' : 'false';
  for (const branch of branches) {
    const of = ask(branch);
    if (of === settles) {
      truth = of;
      break;
    }
    if (of === 'unknown') truth = of;
  }
  if (trueIf !== 'None' || truth === 'unknown') return truth;
  return truth === 'true' ? 'false' : 'true';
}
