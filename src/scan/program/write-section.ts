import type { SubjectTable } from '../quantise/subjects.ts';
import { nodeKinds } from './and-graph.ts';
import type { AndGraph, Literal } from './and-graph.ts';
import type { InputOrder } from './input-order.ts';
import { nodeBytes } from './scan-program.ts';
import type { WordBuffer } from './word-buffer.ts';

/** Where the planes of nodes lie; those of a section are forgotten when it is written. */
export class Places {
  private readonly at: Int32Array;
  /** Scratch of `writeSection`: depth of each node within the section. */
  readonly depths: Uint32Array;

  /** @param nodes number of the graph's nodes; the constants 0 and 1 lie at places 0 and 1 */
  constructor(nodes: number) {
    this.at = new Int32Array(nodes).fill(-1);
    this.at[0] = 0;
    this.at[1] = 1;
    this.depths = new Uint32Array(nodes);
  }

  has(node: number): boolean {
    return (this.at[node] as number) >= 0;
  }

  set(node: number, place: number): void {
    this.at[node] = place;
  }

  forget(nodes: Int32Array): void {
    for (const node of nodes) this.at[node] = -1;
  }

  /** The literal as the kernel reads it: byte offset of its planes, bit 0 = negated. */
  word(literal: Literal): number {
    return (this.at[literal >>> 1] as number) * nodeBytes + (literal & 1);
  }
}

/** Byte offset of a subject's planes in a block, and its level bits. */
export interface BlockLayout {
  readonly offsets: Uint32Array;
  readonly bits: Uint8Array;
}

export interface Section {
  readonly subjects: number;
  /** Byte offset of the inputs, and of the runs. */
  readonly inputs: number;
  readonly runs: number;
  readonly runCount: number;
  /** Nodes that were given places. */
  readonly nodes: Int32Array;
  /** First place behind the section's nodes. */
  readonly end: number;
}

interface SectionContext {
  readonly graph: AndGraph;
  readonly table: SubjectTable;
  readonly inputs: InputOrder;
  readonly layout: BlockLayout;
  /** Where the words go. */
  readonly words: WordBuffer;
}

/** Factor of the first part of a sort key of two numbers. */
const keyStep = 2 ** 32;

/**
 * Everything the roots need that has no place yet: inputs by subject, then AND nodes by depth and shape,
 * so that the kernel runs over many nodes of one shape at a time. Places are given from `first` on.
 */
export function writeSection(
  context: SectionContext,
  roots: Iterable<Literal>,
  places: Places,
  first: number,
): Section {
  const { graph, words } = context;
  const nodes = coneOf(graph, roots, places);
  const inputs: number[] = [];
  const gates = new Map<number, number[]>();
  const { depths } = places;
  for (const node of nodes) {
    if (graph.kindOf(node) === nodeKinds.input) {
      inputs.push(node);
      depths[node] = 0;
      continue;
    }
    let depth = 0;
    let negated = 0;
    const count = graph.operandCount(node);
    for (let at = 0; at < count; at++) {
      const operand = graph.operand(node, at);
      depth = Math.max(depth, depths[operand >>> 1] as number);
      negated += operand & 1;
    }
    depths[node] = depth + 1;
    const shape = graph.kindOf(node) === nodeKinds.proven ? 0 : count - negated + negated * 0x10000;
    const key = (depth + 1) * keyStep + shape;
    const alike = gates.get(key);
    if (alike === undefined) gates.set(key, [node]);
    else alike.push(node);
  }
  const ordered = context.inputs.sorted(inputs);
  const runs = [...gates].sort(([a], [b]) => a - b);
  let place = first;
  for (const node of ordered) places.set(node, place++);
  for (const [, alike] of runs) for (const node of alike) places.set(node, place++);
  const inputsAt = words.length * 4;
  const subjects = writeInputs(ordered, context);
  const runsAt = words.length * 4;
  for (const [key, alike] of runs) writeRun(graph, key % keyStep, alike, places, words);
  return { subjects, inputs: inputsAt, runs: runsAt, runCount: runs.length, nodes, end: place };
}

/** Nodes the roots depend on, ascending, which is topological; without those that have a place. */
function coneOf(graph: AndGraph, roots: Iterable<Literal>, places: Places): Int32Array {
  const found: number[] = [];
  const stack: number[] = [];
  for (const literal of roots) stack.push(literal >>> 1);
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (places.has(node)) continue;
    // Any place will do until the right one is known.
    places.set(node, 0);
    found.push(node);
    if (graph.kindOf(node) === nodeKinds.input) continue;
    const count = graph.operandCount(node);
    for (let at = 0; at < count; at++) stack.push(graph.operand(node, at) >>> 1);
  }
  return new Int32Array(found).sort();
}

/** @param nodes inputs by subject and level @returns the number of subjects */
function writeInputs(nodes: Uint32Array, context: SectionContext): number {
  const { graph, table, words, layout } = context;
  const subjectOf = (at: number) => graph.operand(nodes[at] as number, 0);
  let subjects = 0;
  for (let from = 0, to = 0; from < nodes.length; from = to, subjects++) {
    const subject = subjectOf(from);
    while (to < nodes.length && subjectOf(to) === subject) to++;
    words.push(layout.offsets[subject] as number);
    words.push((layout.bits[subject] as number) + (to - from) * 0x10000);
    for (let i = from; i < to; i++) words.push(table.levelOf(subject, graph.operand(nodes[i] as number, 1)));
  }
  return subjects;
}

/** Nodes of one depth and shape. */
function writeRun(
  graph: AndGraph,
  shape: number,
  nodes: readonly number[],
  places: Places,
  words: WordBuffer,
): void {
  words.push(shape);
  words.push(nodes.length);
  for (const node of nodes) writeOperands(graph, node, shape === 0, places, words);
}

/** Positive operands first. Of a `proven` node (`bare`) the one literal as it is. */
function writeOperands(
  graph: AndGraph,
  node: number,
  bare: boolean,
  places: Places,
  words: WordBuffer,
): void {
  if (bare) return words.push(places.word(graph.operand(node, 0)));
  const count = graph.operandCount(node);
  for (const negated of [0, 1]) {
    for (let at = 0; at < count; at++) {
      const operand = graph.operand(node, at);
      if ((operand & 1) === negated) words.push(places.word(operand - negated));
    }
  }
}
