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
  /** Nodes, the two constants included. */
  size = firstFreeNode;
  /** `nodeKinds` by node. */
  private kinds = new Uint8Array(1 << 8);
  /** Operands of node `n` are `data[starts[n]]` up to `data[starts[n + 1]]`: millions of lists would be slow. */
  private starts = new Int32Array(1 << 8);
  private data = new Int32Array(1 << 10);
  /** Nodes by the hash of their operands: buckets are chains through `next`. */
  private buckets = new Int32Array(1 << 8).fill(-1);
  private next = new Int32Array(1 << 8);
  private hashes = new Int32Array(1 << 8);

  kindOf(node: number): number {
    return this.kinds[node] as number;
  }

  /** Input: subject and boundary; AND: literals; proven: one literal. */
  operandsOf(node: number): Int32Array {
    return this.data.subarray(this.starts[node], this.starts[node + 1]);
  }

  operandCount(node: number): number {
    return (this.starts[node + 1] as number) - (this.starts[node] as number);
  }

  operand(node: number, at: number): number {
    return this.data[(this.starts[node] as number) + at] as number;
  }

  /** "The subject reaches this boundary." To be asked for once a boundary. */
  input(subject: number, boundary: number): Literal {
    return this.add(nodeKinds.input, [subject, boundary], 0);
  }

  /** Operands keep the order of the rule: the typed-array engine asks them in it. */
  and(literals: readonly Literal[]): Literal {
    return this.conjunction(literals, false);
  }

  or(literals: readonly Literal[]): Literal {
    return invert(this.conjunction(literals, true));
  }

  /** @param inverted takes the complement of each literal */
  private conjunction(literals: readonly Literal[], inverted: boolean): Literal {
    const kept: Literal[] = [];
    for (const given of literals) {
      const literal = inverted ? invert(given) : given;
      if (literal === falseLiteral) return falseLiteral;
      if (literal !== trueLiteral) kept.push(literal);
    }
    removeTwins(kept);
    if (kept.length === 0) return trueLiteral;
    if (kept.length === 1) return kept[0] as Literal;
    if (kept.length > widest) return this.and([this.and(kept.splice(0, widest)), ...kept]);
    return this.node(nodeKinds.and, kept);
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
      if (this.hasSet(node, operands)) return node * 2;
    }
    const literal = this.add(kind, operands, hash);
    if (this.size > this.buckets.length) this.rehash();
    else this.chain(literal >>> 1);
    return literal;
  }

  private add(kind: number, operands: readonly number[], hash: number): Literal {
    const node = this.size++;
    if (node + 2 > this.starts.length) {
      this.kinds = larger(this.kinds);
      this.starts = larger(this.starts);
      this.next = larger(this.next);
      this.hashes = larger(this.hashes);
    }
    const start = this.starts[node] as number;
    while (start + operands.length > this.data.length) this.data = larger(this.data);
    this.kinds[node] = kind;
    for (let at = 0; at < operands.length; at++) this.data[start + at] = operands[at] as number;
    this.starts[node + 1] = start + operands.length;
    this.hashes[node] = hash;
    this.next[node] = -1;
    return node * 2;
  }

  private chain(node: number): void {
    const bucket = (this.hashes[node] as number) & (this.buckets.length - 1);
    this.next[node] = this.buckets[bucket] as number;
    this.buckets[bucket] = node;
  }

  private rehash(): void {
    this.buckets = new Int32Array(this.buckets.length * 4).fill(-1);
    for (let node = firstFreeNode; node < this.size; node++) {
      if (this.kinds[node] !== nodeKinds.input) this.chain(node);
    }
  }

  /** Neither list has an operand twice. */
  private hasSet(node: number, operands: readonly number[]): boolean {
    const start = this.starts[node] as number;
    const length = operands.length;
    if (this.operandCount(node) !== length) return false;
    let at = 0;
    while (at < length && this.data[start + at] === operands[at]) at++;
    if (at === length) return true;
    const own = this.operandsOf(node);
    if (length <= 8) return operands.every((operand) => own.includes(operand));
    const set = new Set(own);
    return operands.every((operand) => set.has(operand));
  }
}

function larger<T extends Uint8Array | Int32Array>(array: T): T {
  const made = new (array.constructor as new (length: number) => T)(array.length * 2);
  made.set(array);
  return made;
}

/** Equal for the same operands in any order. */
function hashOf(kind: number, operands: readonly number[]): number {
  let sum = kind + operands.length * 31;
  for (const operand of operands) sum += Math.imul(operand + 0x9e37, 0x85ebca6b) ^ (operand << 7);
  sum = Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d);
  return sum ^ (sum >>> 13);
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
