/** What a node of the proof says, the same in the list, the picture and for a screen reader. */
import type { Evidence, TraceNode } from '../../domain/index.ts';
import { factLine } from '../words/fact-text.ts';
import type { Words } from '../words/index.ts';
import type { ProofNode } from './proof-tree.ts';
import { subjectOf } from './sentence.ts';

type Leaf = NonNullable<TraceNode['leaf']>;

export interface LeafWords {
  readonly name: string;
  /** Empty where the question has no value of its own. */
  readonly wanted: string;
  /** A value of the machine, or words where there is none. */
  readonly found: string;
  /** `found` is a value as it was read, not words of ours. */
  readonly literal: boolean;
  /** Why there is no answer, or empty. */
  readonly missing: string;
  /** The facts that would give one. */
  readonly missingFacts: readonly string[];
  /** On which reading of the rule language the answer rests, or empty. */
  readonly policy: string;
}

export function leafWords(leaf: Leaf, words: Words): LeafWords {
  const w = words.explain;
  const reasons: Readonly<Record<string, string>> = { ...words.states.blocker, ...words.states.unavailable };
  const said: Readonly<Record<string, string>> = {
    absent: w.notThere,
    present: words.proof.present,
    'empty list': w.emptyList,
    'declared absent': w.declaredAbsent,
    'declared present': w.declaredThere,
  };
  const subkeys = leaf.kind === 'reg-key-loop' ? /^(\d+) subkeys$/.exec(leaf.found ?? '') : null;
  return {
    name: own(w.leaf, leaf.kind) ?? leaf.kind,
    wanted: leaf.wanted === 'known build' ? '' : leaf.wanted,
    found: subkeys
      ? words.proof.subkeys(Number(subkeys[1]))
      : leaf.found === null
        ? w.notFound
        : (own(said, leaf.found) ?? leaf.found),
    literal: subkeys === null && leaf.found !== null && own(said, leaf.found) === undefined,
    missing: leaf.missing === null ? '' : (own(reasons, leaf.missing) ?? leaf.missing),
    missingFacts: (leaf.missingFacts ?? []).map((key) => factLine(key, words.facts)),
    policy: leaf.policy === undefined ? '' : (own(words.proof.policy, leaf.policy) ?? leaf.policy),
  };
}

/** File, line and grade of weaker evidence, or that a person typed it; empty without evidence. */
export function evidenceText(evidence: Evidence | null, words: Words): string {
  if (evidence === null) return '';
  const { declared } = evidence;
  if (declared) return words.explain.declaredBy(declared.by, declared.on, declared.until);
  if (evidence.sha256 === '' && evidence.file === '') return words.explain.typed;
  const line = evidence.line === null ? '' : `, ${words.common.line(evidence.line)}`;
  const grade = evidence.grade === undefined ? '' : `, ${words.proof.evidenceGrade[evidence.grade]}`;
  return `${evidence.file}${line}${grade}`;
}

/** First line of a node. */
export function nodeTitle(node: ProofNode, update: string, words: Words): string {
  switch (node.kind) {
    case 'part':
      return subjectOf(node.part) || update;
    case 'step':
      return words.states.reason[node.clause.reason];
    case 'rest':
      return words.proof.rest[node.what](node.count);
    case 'rule': {
      const { label } = node.trace;
      const title = ruleTitle(node.trace, words);
      return label === undefined ? title : words.proof.subkey(label, title);
    }
  }
}

function ruleTitle({ op, leaf }: TraceNode, words: Words): string {
  if (leaf) return leafWords(leaf, words).name;
  const w = words.explain;
  const names = { and: w.all, or: w.any, not: w.not, proven: w.proven, true: w.always, false: w.never };
  return op === 'leaf' ? '' : names[op];
}

/** Second line: what became of a step, how many facts are folded; empty where the first says it all. */
export function nodeRemark(node: ProofNode, words: Words): string {
  if (node.kind === 'rest') return node.leaves > 0 ? words.proof.leaves(node.leaves) : '';
  if (node.kind !== 'step') return '';
  const w = words.explain;
  if (!node.clause.fired) return node.truth === 'unknown' ? w.openQuestion : w.notFired;
  return node.truth === 'unknown' ? w.openQuestion : w.fired;
}

function own(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
