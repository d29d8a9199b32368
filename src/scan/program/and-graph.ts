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
  /** Input: `[subject, boundary]`; AND: sorted operand literals; proven: one literal. */
  readonly operands: (readonly number[])[] = [[], []];
  private readonly known = new Map<string, Literal>();

  /** "The subject reaches this boundary." */
  input(subject: number, boundary: number): Literal {
    return this.node(nodeKinds.input, [subject, boundary], `i${String(subject)},${String(boundary)}`);
  }

  and(literals: readonly Literal[]): Literal {
    const sorted: Literal[] = [];
    for (const literal of literals) {
      if (literal === falseLiteral) return falseLiteral;
      if (literal !== trueLiteral) sorted.push(literal);
    }
    if (sorted.length > 1) sorted.sort((a, b) => a - b);
    let kept = 0;
    for (const literal of sorted) if (kept === 0 || sorted[kept - 1] !== literal) sorted[kept++] = literal;
    sorted.length = kept;
    if (kept === 0) return trueLiteral;
    if (kept === 1) return sorted[0] as Literal;
    if (kept > widest) return this.and([this.and(sorted.splice(0, widest)), ...sorted]);
    return this.node(nodeKinds.and, sorted, sorted.join(','));
  }

  or(literals: readonly Literal[]): Literal {
    return invert(this.and(literals.map(invert)));
  }

  /** Two-valued: true where the literal is surely true, false elsewhere. */
  proven(literal: Literal): Literal {
    if (literal === falseLiteral || literal === trueLiteral) return literal;
    if (literal === unknownLiteral) return falseLiteral;
    return this.node(nodeKinds.proven, [literal], `p${String(literal)}`);
  }

  private node(kind: number, operands: readonly number[], key: string): Literal {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const literal = this.kinds.length * 2;
    this.kinds.push(kind);
    this.operands.push(operands);
    this.known.set(key, literal);
    return literal;
  }
}
