/**
 * Product guards: a literal without which an update has one fixed state. Where the guard surely fails for
 * every machine of a block, the block's states need no evaluation.
 */
import { invert, nodeKinds, trueLiteral } from './and-graph.ts';
import type { AndGraph, Literal } from './and-graph.ts';
import type { PartLiterals, UpdateLiterals } from './rule-literals.ts';

export interface Guard {
  readonly literal: Literal;
  /** State code of the update where the literal is surely false (its first clause apart). */
  readonly otherwise: number;
}

interface Candidates {
  readonly literals: readonly Literal[];
  readonly otherwise: number;
}

/** The guard of each update, or null; of several candidates the one that most updates share. */
export function findGuards(graph: AndGraph, updates: readonly UpdateLiterals[]): readonly (Guard | null)[] {
  const candidates = updates.map(({ parts }) => parts.map((part) => ofPart(graph, part)));
  const uses = new Map<Literal, number>();
  for (const parts of candidates) {
    for (const part of parts) {
      for (const literal of part?.literals ?? []) uses.set(literal, (uses.get(literal) ?? 0) + 1);
    }
  }
  const best = (literals: readonly Literal[]) =>
    literals.reduce((a, b) => ((uses.get(b) ?? 0) > (uses.get(a) ?? 0) ? b : a));
  return candidates.map((parts) => {
    const known = parts.filter((part) => part !== null);
    const [first] = known;
    if (first === undefined || known.length < parts.length) return null;
    if (known.some(({ otherwise }) => otherwise !== first.otherwise)) return null;
    const literal = graph.or(known.map(({ literals }) => best(literals)));
    return literal === trueLiteral ? null : { literal, otherwise: first.otherwise };
  });
}

/**
 * Where a literal is surely false the part has the state `otherwise`: either the first clause asks just
 * that ("not this product: Not Required"), or every clause but the last, which always holds, needs it.
 */
function ofPart(graph: AndGraph, part: PartLiterals): Candidates | null {
  const [first] = part;
  const last = part.at(-1);
  if (first === undefined || last === undefined || last.when !== trueLiteral || part.length < 2) return null;
  const needed = conjuncts(graph, invert(first.when));
  if (part.length > 2 && first.state === last.state) return { literals: needed, otherwise: first.state };
  const shared = part
    .slice(0, -1)
    .map(({ when }) => conjuncts(graph, when))
    .reduce((a, b) => a.filter((literal) => b.includes(literal)));
  return shared.length === 0 ? null : { literals: shared, otherwise: last.state };
}

/** Literals without which `literal` is surely false: itself and, of an AND node, its operands. */
function conjuncts(graph: AndGraph, literal: Literal): readonly Literal[] {
  const node = literal >>> 1;
  if ((literal & 1) === 1 || graph.kindOf(node) !== nodeKinds.and) return [literal];
  return [literal, ...graph.operandsOf(node)];
}
