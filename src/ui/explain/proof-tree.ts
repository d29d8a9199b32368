/** An explanation as one tree that is opened step by step: nothing below a closed node is made. */
import type {
  ClauseTrace,
  Explanation,
  PartTrace,
  PatchState,
  TraceNode,
  Truth,
} from '../../domain/index.ts';
import { partsInOrder } from './sentence.ts';

interface Shape {
  /** Place in the tree, the same each time: `part.0/step.1/0/2`. */
  readonly id: string;
  /** Lies on the path from the answer to what settles it. */
  readonly decisive: boolean;
  /** Children, made when they are asked for. */
  of(): readonly ProofNode[];
}
export type ProofNode =
  | (Shape & { readonly kind: 'part'; readonly part: PartTrace; readonly state: PatchState })
  | (Shape & {
      readonly kind: 'step';
      readonly clause: ClauseTrace;
      readonly truth: Truth;
      /** Asked before the parts, about the update as a whole. */
      readonly first: boolean;
    })
  | (Shape & {
      readonly kind: 'rule';
      readonly trace: TraceNode;
      readonly truth: Truth;
      /** Section and step of the rule's source. */
      readonly source: string;
    })
  /** Several siblings folded into one line. */
  | (Shape & {
      readonly kind: 'rest';
      readonly what: 'parts' | 'steps' | 'deciding' | 'others';
      readonly count: number;
      /** Questions about facts among them and below. */
      readonly leaves: number;
    });

/** Up to this many siblings all stand there. */
const few = 6;
/** Deciding siblings that stand there before the rest is folded. */
const manyDeciding = 20;
/** Siblings that one folded line opens at once. */
const chunk = 50;

/** Top of the tree: what was asked first, the part that decides, and the others folded. */
export function proofTree(explanation: Explanation): readonly ProofNode[] {
  const { first, row } = explanation;
  const parts = partsInOrder(explanation).map((part, i) => partNode(part, `part.${i}`, row.state));
  const decisive = parts.filter((part) => part.decisive);
  const others = parts.filter((part) => !part.decisive);
  return [
    ...(first ? [stepNode(first, 'first', first.fired, true)] : []),
    ...decisive,
    ...(others.length > 0 && others.length <= 2 ? others : rest(others, 'parts', 'parts')),
  ];
}

function partNode(part: PartTrace, id: string, state: PatchState): ProofNode {
  return {
    kind: 'part',
    id,
    part,
    state: part.state,
    decisive: part.decisive,
    of: once(() => stepsOf(part, id, part.decisive, state)),
  };
}

/**
 * Steps that gave the outcome first. "Otherwise" proves nothing by itself: then every step before it is
 * part of the proof. Of an Unknown every step that stays open is.
 */
function stepsOf(part: PartTrace, id: string, decisive: boolean, state: PatchState): readonly ProofNode[] {
  const otherwise = part.clauses.every((clause) => !clause.fired || clause.when.op === 'true');
  const nodes = part.clauses.map((clause, i) => {
    const open = state === 'Unknown' && clause.truth === 'unknown';
    return stepNode(clause, `${id}/step.${i}`, decisive && (clause.fired || open || otherwise), false);
  });
  const settled = nodes.filter((node) => node.kind === 'step' && node.clause.fired);
  const deciding = nodes.filter((node) => node.decisive && !settled.includes(node));
  const before = nodes.filter((node) => !node.decisive && !settled.includes(node));
  const last = deciding.slice(-manyDeciding);
  return [
    ...settled,
    ...rest(deciding.slice(0, -manyDeciding), 'deciding', `${id}/earlier`),
    ...last,
    ...(before.length === 1 ? before : rest(before, 'steps', `${id}/steps`)),
  ];
}

function stepNode(clause: ClauseTrace, id: string, decisive: boolean, first: boolean): ProofNode {
  return {
    kind: 'step',
    id,
    clause,
    truth: clause.truth,
    first,
    decisive,
    // The single condition of a step needs no line of its own where it only joins others.
    of: once(() =>
      clause.when.op === 'true' ? [] : [ruleNode(clause.when, `${id}/r`, decisive, clause.source)],
    ),
  };
}

function ruleNode(trace: TraceNode, id: string, decisive: boolean, source: string): ProofNode {
  const of = once(() =>
    folded(
      (trace.of ?? []).map((child, i) => ruleNode(child, `${id}.${i}`, decisive && child.decisive, source)),
      id,
    ),
  );
  return { kind: 'rule', id, trace, truth: trace.truth, decisive, source, of };
}

function folded(nodes: readonly ProofNode[], id: string): readonly ProofNode[] {
  if (nodes.length <= few) return nodes;
  const deciding = nodes.filter((node) => node.decisive);
  const others = nodes.filter((node) => !node.decisive);
  if (deciding.length === 0) return [...nodes.slice(0, few), ...rest(nodes.slice(few), 'others', `${id}/o`)];
  return [
    ...deciding.slice(0, manyDeciding),
    ...rest(deciding.slice(manyDeciding), 'deciding', `${id}/d`),
    ...rest(others, 'others', `${id}/o`),
  ];
}

type What = Extract<ProofNode, { kind: 'rest' }>['what'];

function rest(nodes: readonly ProofNode[], what: What, id: string): readonly ProofNode[] {
  if (nodes.length === 0) return [];
  const leaves = nodes.reduce((sum, node) => sum + leavesBelow(node), 0);
  const of = once(() => [...nodes.slice(0, chunk), ...rest(nodes.slice(chunk), what, `${id}+`)]);
  return [{ kind: 'rest', id, what, count: nodes.length, leaves, decisive: what === 'deciding', of }];
}

/** Questions about facts in a node and below it. */
function leavesBelow(node: ProofNode): number {
  switch (node.kind) {
    case 'part':
      return node.part.clauses.reduce((sum, clause) => sum + leafCount(clause.when), 0);
    case 'step':
      return leafCount(node.clause.when);
    case 'rule':
      return leafCount(node.trace);
    case 'rest':
      return node.leaves;
  }
}

const counted = new WeakMap<TraceNode, number>();

function leafCount(trace: TraceNode): number {
  const known = counted.get(trace);
  if (known !== undefined) return known;
  const below = (trace.of ?? []).reduce((sum, child) => sum + leafCount(child), 0);
  const count = below === 0 && trace.leaf ? 1 : below;
  counted.set(trace, count);
  return count;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
