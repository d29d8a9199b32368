import type { SubjectTable } from '../quantise/subjects.ts';
import { firstFreeNode, nodeKinds } from './and-graph.ts';
import type { AndGraph } from './and-graph.ts';

/** All inputs of a graph by subject, then level; equal ones as they were made. Found once for all sections. */
export class InputOrder {
  /** Node by rank, and rank by node. */
  readonly #nodes: Uint32Array;
  readonly #ranks: Uint32Array;

  constructor(graph: AndGraph, table: SubjectTable) {
    const inputs: number[] = [];
    for (let node = firstFreeNode; node < graph.size; node++) {
      if (graph.kindOf(node) === nodeKinds.input) inputs.push(node);
    }
    const subjectOf = (node: number) => graph.operand(node, 0);
    const levelOf = (node: number) => table.levelOf(subjectOf(node), graph.operand(node, 1));
    this.#nodes = byNumber(byNumber(Uint32Array.from(inputs), levelOf), subjectOf);
    this.#ranks = new Uint32Array(graph.size);
    this.#nodes.forEach((node, rank) => (this.#ranks[node] = rank));
  }

  sorted(inputs: readonly number[]): Uint32Array {
    const found = Uint32Array.from(inputs, (node) => this.#ranks[node] as number).sort();
    return found.map((rank) => this.#nodes[rank] as number);
  }
}

/** Sorted by a small whole number; those of one number stay in their order. */
function byNumber(nodes: Uint32Array, numberOf: (node: number) => number): Uint32Array {
  let highest = 0;
  for (const node of nodes) highest = Math.max(highest, numberOf(node));
  const starts = new Uint32Array(highest + 2);
  for (const node of nodes) starts[numberOf(node) + 1] = (starts[numberOf(node) + 1] as number) + 1;
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] as number) + (starts[at - 1] as number);
  const sorted = new Uint32Array(nodes.length);
  for (const node of nodes) {
    const number = numberOf(node);
    const at = starts[number] as number;
    sorted[at] = node;
    starts[number] = at + 1;
  }
  return sorted;
}
