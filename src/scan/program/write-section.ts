import type { SubjectTable } from '../quantise/subjects.ts';
import { nodeKinds } from './and-graph.ts';
import type { AndGraph, Literal } from './and-graph.ts';
import { nodeBytes } from './scan-program.ts';

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

  forget(nodes: readonly number[]): void {
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
  readonly inputWords: number[];
  readonly runs: number;
  readonly runWords: number[];
  /** Nodes that were given places. */
  readonly nodes: readonly number[];
  /** First place behind the section's nodes. */
  readonly end: number;
}

/**
 * Everything the roots need that has no place yet: inputs by subject, then AND nodes by depth and shape,
 * so that the kernel runs over many nodes of one shape at a time. Places are given from `first` on.
 */
export function writeSection(
  { graph, table, layout }: { graph: AndGraph; table: SubjectTable; layout: BlockLayout },
  roots: Iterable<Literal>,
  places: Places,
  first: number,
): Section {
  const nodes = coneOf(graph, roots, places);
  const inputs: { node: number; subject: number; level: number }[] = [];
  const { depths } = places;
  const gates: { node: number; depth: number; shape: number }[] = [];
  for (const node of nodes) {
    const operands = graph.operands[node] as readonly number[];
    if (graph.kinds[node] === nodeKinds.input) {
      const [subject = 0, number = 0] = operands;
      inputs.push({ node, subject, level: table.levelOf(subject, number) });
      depths[node] = 0;
      continue;
    }
    let depth = 0;
    let negated = 0;
    for (const operand of operands) {
      depth = Math.max(depth, depths[operand >>> 1] as number);
      negated += operand & 1;
    }
    depths[node] = depth + 1;
    const shape = graph.kinds[node] === nodeKinds.proven ? 0 : operands.length - negated + negated * 0x10000;
    gates.push({ node, depth, shape });
  }
  let place = first;
  inputs.sort((a, b) => a.subject - b.subject || a.level - b.level);
  gates.sort((a, b) => a.depth - b.depth || a.shape - b.shape || a.node - b.node);
  for (const { node } of inputs) places.set(node, place++);
  for (const { node } of gates) places.set(node, place++);
  const written = inputsOf(inputs, layout);
  const { runs, runWords } = runsOf(graph, gates, places);
  return { ...written, runs, runWords, nodes, end: place };
}

/** Nodes the roots depend on, ascending, which is topological; without those that have a place. */
function coneOf(graph: AndGraph, roots: Iterable<Literal>, places: Places): number[] {
  const found: number[] = [];
  const stack = [...roots].map((literal) => literal >>> 1);
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (places.has(node)) continue;
    // Any place will do until the right one is known.
    places.set(node, 0);
    found.push(node);
    if (graph.kinds[node] === nodeKinds.input) continue;
    for (const operand of graph.operands[node] as readonly number[]) stack.push(operand >>> 1);
  }
  return found.sort((a, b) => a - b);
}

function inputsOf(
  inputs: readonly { subject: number; level: number }[],
  { offsets, bits }: BlockLayout,
): { subjects: number; inputWords: number[] } {
  const inputWords: number[] = [];
  let subjects = 0;
  for (let from = 0, to = 0; from < inputs.length; from = to, subjects++) {
    const { subject } = inputs[from] as { subject: number };
    while (to < inputs.length && inputs[to]?.subject === subject) to++;
    inputWords.push(offsets[subject] as number, (bits[subject] as number) + (to - from) * 0x10000);
    for (let i = from; i < to; i++) inputWords.push((inputs[i] as { level: number }).level);
  }
  return { subjects, inputWords };
}

function runsOf(
  graph: AndGraph,
  gates: readonly { node: number; depth: number; shape: number }[],
  places: Places,
): { runs: number; runWords: number[] } {
  const runWords: number[] = [];
  let runs = 0;
  for (let from = 0, to = 0; from < gates.length; from = to, runs++) {
    const { depth, shape } = gates[from] as { depth: number; shape: number };
    while (to < gates.length && gates[to]?.depth === depth && gates[to]?.shape === shape) to++;
    runWords.push(shape, to - from);
    for (let i = from; i < to; i++) {
      const operands = graph.operands[gates[i]?.node as number] as readonly number[];
      if (shape === 0) runWords.push(places.word(operands[0] as number));
      else {
        for (const operand of operands) if ((operand & 1) === 0) runWords.push(places.word(operand));
        for (const operand of operands) if ((operand & 1) === 1) runWords.push(places.word(operand - 1));
      }
    }
  }
  return { runs, runWords };
}
