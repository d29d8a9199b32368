/**
 * A hash-consed And-inverter graph in Kleene logic: inputs, n-ary AND nodes and complement marks; OR is
 * written by De Morgan. Nodes are numbered in topological order. Unlike in two-valued logic `a and not a`
 * is not false: it stays unknown where `a` is.
 */

/** Node number times two, plus one if complemented. */
export type Literal = number;

export const falseLiteral: Literal = 0;
export const trueLiteral: Literal = 1;
/** Node 1 is the constant unknown; its complement is the same. */
export const unknownLiteral: Literal = 2;
export const firstFreeNode = 2;

/** Operands of one node: bounds the kernel's run header (16 bits) and the cost of a key. */
const widest = 4096;

export const invert = (literal: Literal): Literal => (literal < 4 && literal >= 2 ? literal : literal ^ 1);

export const nodeKinds = { constant: 0, input: 1, and: 2, proven: 3 } as const;

export class AndGraph {
  /** `nodeKinds` by node. */
  readonly kinds: number[] = [nodeKinds.constant, nodeKinds.constant];
  /** Input: `[subject, boundary]`; AND: operand literals; proven: one literal. */
  readonly operands: (readonly number[])[] = [[], []];
  /** Nodes by the hash of their operands: buckets are chains through `next`. */
  private buckets = new Int32Array(1 << 12).fill(-1);
  private readonly next: number[] = [-1, -1];
  private readonly hashes: number[] = [0, 0];

  /** "The subject reaches this boundary." To be asked for once a boundary. */
  input(subject: number, boundary: number): Literal {
    return this.add(nodeKinds.input, [subject, boundary], 0);
  }

  /** Operands keep the order of the rule: the typed-array engine asks them in it. */
  and(literals: readonly Literal[]): Literal {
    const kept: Literal[] = [];
    for (const literal of literals) {
      if (literal === falseLiteral) return falseLiteral;
      if (literal !== trueLiteral) kept.push(literal);
    }
    removeTwins(kept);
    if (kept.length === 0) return trueLiteral;
    if (kept.length === 1) return kept[0] as Literal;
    if (kept.length > widest) return this.and([this.and(kept.splice(0, widest)), ...kept]);
    return this.node(nodeKinds.and, kept);
  }

  or(literals: readonly Literal[]): Literal {
    return invert(this.and(literals.map(invert)));
  }

  /** Two-valued: true where the literal is surely true, false elsewhere. */
  proven(literal: Literal): Literal {
    if (literal === falseLiteral || literal === trueLiteral) return literal;
    if (literal === unknownLiteral) return falseLiteral;
    return this.node(nodeKinds.proven, [literal]);
  }

  private node(kind: number, operands: readonly number[]): Literal {
    const hash = hashOf(kind, operands);
    for (
      let node = this.buckets[hash & (this.buckets.length - 1)] as number;
      node >= 0;
      node = this.next[node] as number
    ) {
      if (this.hashes[node] !== hash || this.kinds[node] !== kind) continue;
      if (sameSet(this.operands[node] as readonly number[], operands)) return node * 2;
    }
    const literal = this.add(kind, operands, hash);
    if (this.kinds.length > this.buckets.length) this.grow();
    else this.chain(literal >>> 1);
    return literal;
  }

  private add(kind: number, operands: readonly number[], hash: number): Literal {
    const literal = this.kinds.length * 2;
    this.kinds.push(kind);
    this.operands.push(operands);
    this.hashes.push(hash);
    this.next.push(-1);
    return literal;
  }

  private chain(node: number): void {
    const bucket = (this.hashes[node] as number) & (this.buckets.length - 1);
    this.next[node] = this.buckets[bucket] as number;
    this.buckets[bucket] = node;
  }

  private grow(): void {
    this.buckets = new Int32Array(this.buckets.length * 4).fill(-1);
    for (let node = firstFreeNode; node < this.kinds.length; node++) {
      if (this.kinds[node] !== nodeKinds.input) this.chain(node);
    }
  }
}

/** Equal for the same operands in any order. */
function hashOf(kind: number, operands: readonly number[]): number {
  let sum = kind + operands.length * 31;
  for (const operand of operands) sum += Math.imul(operand + 0x9e37, 0x85ebca6b) ^ (operand << 7);
  sum = Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d);
  return (sum ^ (sum >>> 13)) >>> 0;
}

/** Neither list has an operand twice. */
function sameSet(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  if (a.every((operand, i) => operand === b[i])) return true;
  if (a.length <= 8) return a.every((operand) => b.includes(operand));
  const set = new Set(a);
  return b.every((operand) => set.has(operand));
}

/** Leaves the first of equal literals. */
function removeTwins(literals: Literal[]): void {
  const seen = literals.length > 16 ? new Set<Literal>() : null;
  let count = 0;
  for (let i = 0; i < literals.length; i++) {
    const literal = literals[i] as Literal;
    const at = seen === null ? literals.indexOf(literal) : -1;
    if (seen === null ? at < count : seen.has(literal)) continue;
    seen?.add(literal);
    literals[count++] = literal;
  }
  literals.length = count;
}
