/**
 * Jump-threaded tests of one machine's levels: the rules of the graph as a decision tree of range tests.
 * Code is written backwards, so that the targets of a test are known when it is written.
 */
import { nodeKinds, trueLiteral } from '../program/and-graph.ts';
import type { Literal, AndGraph } from '../program/and-graph.ts';
import type { SubjectTable } from '../quantise/subjects.ts';

/** Outcomes, in the place of an address. */
export const outcomeTrue = -1;
export const outcomeFalse = -2;
/** The outcome of a whole update: state code 0 is -3, 1 is -4 and so on. */
export const stateOutcome = (state: number): number => -3 - state;
/** The update is not threaded. */
export const notThreaded = -7;
/**
 * A test is four words: twice the subject, plus 1 if the contrary is asked; twice the lowest level, and in the
 * high half twice the number of levels from there on; the target if the level is one of them, and if not.
 */
export const testWords = 4;
/** Above every level. */
export const noLimit = 0x7fff;

/** Nodes used more than once are computed once a machine if their own code is at least this long. */
const worthKeeping = 8;

/** A node whose truth is kept as the code of a further subject. */
export interface Cell {
  readonly subject: number;
  readonly entry: number;
  /** Two-valued: true only if surely true. */
  readonly proven: boolean;
}

export class CodeWriter {
  private readonly words: number[] = [];
  private cells = new Map<number, number>();
  private weights = new Map<number, number>();
  private nextCell: number;
  /** Taken as true in what is written. */
  private assumed: Literal = trueLiteral;

  constructor(
    private readonly graph: AndGraph,
    private readonly table: SubjectTable,
  ) {
    // The subject behind the real ones is always unknown.
    this.nextCell = table.subjects.length + 1;
  }

  /** Code slots a machine needs: subjects, the unknown one, and cells. */
  get slots(): number {
    return this.nextCell;
  }

  get code(): Int32Array {
    return Int32Array.from(this.words);
  }

  /** Words of the test at an address; for an outcome those of a test that leads there either way. */
  testAt(entry: number): readonly number[] {
    return entry >= 0 ? this.words.slice(entry, entry + testWords) : [0, 0, entry, entry];
  }

  /** Cells for what the roots share, in the order in which they are to be computed. */
  share(roots: Iterable<Literal>): readonly Cell[] {
    const { graph } = this;
    const uses = new Map<number, number>();
    const stack = [...roots].map((literal) => literal >>> 1);
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      const used = (uses.get(node) ?? 0) + 1;
      uses.set(node, used);
      if (used > 1 || graph.kindOf(node) === nodeKinds.input) continue;
      for (const operand of graph.operandsOf(node)) stack.push(operand >>> 1);
    }
    this.cells = new Map();
    this.weights = new Map();
    const made: Cell[] = [];
    // Ascending is topological: a cell's code may ask earlier cells.
    for (const node of [...uses.keys()].sort((a, b) => a - b)) {
      const proven = graph.kindOf(node) === nodeKinds.proven;
      const weight = this.weigh(node);
      if (!proven && ((uses.get(node) ?? 0) < 2 || weight < worthKeeping)) continue;
      const literal = proven ? graph.operand(node, 0) : node * 2;
      const entry = this.write(literal, outcomeTrue, outcomeFalse);
      this.cells.set(node, this.nextCell);
      made.push({ subject: this.nextCell++, entry, proven });
      this.weights.set(node, 1);
    }
    return made;
  }

  /** What `work` writes holds only where `literal` is true, and does not test it. */
  assuming<T>(literal: Literal, work: () => T): T {
    this.assumed = literal;
    const made = work();
    this.assumed = trueLiteral;
    return made;
  }

  /** @returns address of the first test, or the target itself where nothing is to be tested */
  write(literal: Literal, pass: number, fail: number): number {
    const node = literal >>> 1;
    const negated = literal & 1;
    if (node === 0) return negated ? pass : fail;
    if (node === this.assumed >>> 1) return literal === this.assumed ? pass : fail;
    const cell = node === 1 ? this.table.subjects.length : this.cells.get(node);
    if (cell !== undefined) return this.test(cell, 1, noLimit, negated, pass, fail);
    const operands = this.graph.operandsOf(node);
    if (this.graph.kindOf(node) === nodeKinds.input) {
      const [subject = 0, number = 0] = operands;
      return this.test(subject, this.table.levelOf(subject, number), noLimit, negated, pass, fail);
    }
    const range = this.range(operands);
    if (range !== null) return this.test(range.subject, range.low, range.high, negated, pass, fail);
    let entry = negated ? fail : pass;
    for (let i = operands.length - 1; i >= 0; i--) {
      const operand = operands[i] as number;
      entry = negated ? this.write(operand ^ 1, pass, entry) : this.write(operand, entry, fail);
    }
    return entry;
  }

  private test(
    subject: number,
    low: number,
    high: number,
    negated: number,
    pass: number,
    fail: number,
  ): number {
    const at = this.words.length;
    const test = 2 * subject + negated;
    const limits = (2 * low) | ((2 * (high - low)) << 16);
    const [inside, outside] = negated ? [fail, pass] : [pass, fail];
    this.words.push(
      test,
      limits,
      this.thread(inside, test, limits, 2),
      this.thread(outside, test, limits, 3),
    );
    return at;
  }

  /** Where a test leads that is the same as one just made: on to the target of that outcome. */
  private thread(target: number, test: number, limits: number, outcome: 2 | 3): number {
    let at = target;
    while (at >= 0 && this.words[at] === test && this.words[at + 1] === limits) {
      at = this.words[at + outcome] as number;
    }
    return at;
  }

  /** "Reaches one boundary and not another" of one subject is one test. */
  private range(operands: Int32Array): { subject: number; low: number; high: number } | null {
    const { graph, table } = this;
    const [a = 0, b = 0] = operands;
    if (operands.length !== 2 || ((a ^ b) & 1) === 0) return null;
    const [reached, missed] = a & 1 ? [b >>> 1, a >>> 1] : [a >>> 1, b >>> 1];
    if (graph.kindOf(reached) !== nodeKinds.input || graph.kindOf(missed) !== nodeKinds.input) return null;
    const [subject = 0, low = 0] = graph.operandsOf(reached);
    const [other = 0, high = 0] = graph.operandsOf(missed);
    if (subject !== other) return null;
    const limits = { low: table.levelOf(subject, low), high: table.levelOf(subject, high) };
    // A range that ends before it begins has no number of levels: its ends are tested one by one.
    return limits.high < limits.low ? null : { subject, ...limits };
  }

  /** Tests in the code of a node, cells counted as one. */
  private weigh(node: number): number {
    let weight = 1;
    if (this.graph.kindOf(node) !== nodeKinds.input && node > 1) {
      weight = 0;
      for (const operand of this.graph.operandsOf(node)) {
        weight += this.weights.get(operand >>> 1) ?? 1;
      }
    }
    this.weights.set(node, weight);
    return weight;
  }
}
