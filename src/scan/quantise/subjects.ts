/**
 * Subjects of a catalog: what its leaves ask about, each with the levels a machine can have. A machine's
 * code is `2 x level + open`; open means that the level is a lower bound and nothing is known above it.
 * Unknown is therefore level 0, open. A leaf's truth is a range test on the level (design, section 4).
 */
import type { Leaf } from '../../domain/index.ts';
import { leafKey } from '../leaf-key.ts';
import type { AndGraph, Literal } from '../program/and-graph.ts';
import { invert } from '../program/and-graph.ts';
import { compareKeys, orderedLeaf } from './ordered-leaf.ts';
import type { Boundary, OrderedLeaf, OrderKey } from './ordered-leaf.ts';

/**
 * Ordered: boundaries ascending; level = how many are reached, plus one where the subject is `valued`:
 * then level 0 is "there is no value, every comparison is false". Own: one leaf, level 1 = true.
 */
export type Subject =
  | {
      readonly kind: 'ordered';
      /** A leaf of the subject; the others differ in comparison and constant only. */
      readonly like: Leaf;
      readonly boundaries: readonly Boundary[];
      readonly valued: boolean;
    }
  | { readonly kind: 'own'; readonly leaf: Leaf };

/** More boundaries make another subject: codes are 16 bits wide. */
const mostBoundaries = 16_000;
/** Boundary number of "has a value" and of an own leaf's "is true". */
const base = 0;

/** A subject while leaves come in: boundaries are numbered as they come, and ordered at the end. */
interface Draft {
  readonly leaf: Leaf;
  readonly ordered: boolean;
  /** Inputs of the boundaries by constant: "at least" and "above". */
  least: Map<number | string, Literal> | null;
  above: Map<number | string, Literal> | null;
  readonly boundaries: DraftBoundary[];
  /** Input "has a value", once it is needed. */
  value: Literal | null;
}

interface DraftBoundary extends Boundary {
  readonly key: OrderKey;
}

export interface SubjectTable {
  readonly subjects: readonly Subject[];
  /** Level from which on boundary `number` of a subject holds, by subject and number. */
  levelOf(subject: number, number: number): number;
}

export class SubjectBuilder {
  private readonly drafts: Draft[] = [];
  /** Subjects by group and name. */
  private readonly byGroup = new Map<string, Map<string, number>>();
  private readonly own = new Map<string, Literal>();

  constructor(private readonly graph: AndGraph) {}

  /** The literal that has the leaf's truth. */
  literal(leaf: Leaf): Literal {
    const ordered = orderedLeaf(leaf);
    if (ordered !== null) return this.comparison(leaf, ordered);
    const key = leafKey(leaf);
    const known = this.own.get(key);
    if (known !== undefined) return known;
    const made = this.graph.input(this.draft(leaf, false), base);
    this.own.set(key, made);
    return made;
  }

  finish(): SubjectTable {
    const levels: (readonly number[])[] = [];
    const subjects = this.drafts.map((draft): Subject => {
      if (!draft.ordered) {
        levels.push([1]);
        return { kind: 'own', leaf: draft.leaf };
      }
      const made = inOrder(draft);
      levels.push(made.levels);
      return { kind: 'ordered', like: draft.leaf, boundaries: made.boundaries, valued: draft.value !== null };
    });
    return { subjects, levelOf: (subject, number) => levels[subject]?.[number] as number };
  }

  private comparison(leaf: Leaf, ordered: OrderedLeaf): Literal {
    const { group, name, comparison } = ordered;
    let byName = this.byGroup.get(group);
    if (byName === undefined) this.byGroup.set(group, (byName = new Map()));
    let subject = byName.get(name);
    if (subject === undefined || (this.drafts[subject] as Draft).boundaries.length > mostBoundaries) {
      subject = this.draft(leaf, true);
      byName.set(name, subject);
    }
    const draft = this.drafts[subject] as Draft;
    const at = (above: boolean) => this.boundary(subject, draft, ordered, above);
    switch (comparison) {
      case 'GreaterThanOrEqualTo':
        return at(false);
      case 'GreaterThan':
        return at(true);
      case 'EqualTo':
        return this.graph.and([at(false), invert(at(true))]);
      case 'LessThan':
      case 'LessThanOrEqualTo': {
        const below = invert(at(comparison === 'LessThanOrEqualTo'));
        // A list without entries is below every number: it needs no value.
        if (leaf.kind === 'hotfixes-below') return below;
        draft.value ??= this.graph.input(subject, base);
        return this.graph.and([draft.value, below]);
      }
    }
  }

  private boundary(subject: number, draft: Draft, { constant, key }: OrderedLeaf, above: boolean): Literal {
    const inputs = above ? (draft.above ??= new Map()) : (draft.least ??= new Map());
    const known = inputs.get(constant);
    if (known !== undefined) return known;
    draft.boundaries.push({ constant, above, key });
    // Number 0 is "has a value".
    const made = this.graph.input(subject, draft.boundaries.length);
    inputs.set(constant, made);
    return made;
  }

  private draft(leaf: Leaf, ordered: boolean): number {
    this.drafts.push({ leaf, ordered, least: null, above: null, boundaries: [], value: null });
    return this.drafts.length - 1;
  }
}

/** Boundaries ascending without equal ones, and the level of every number; number 0 is "has a value". */
function inOrder({ boundaries, value }: Draft): { boundaries: Boundary[]; levels: number[] } {
  const order = boundaries.map((boundary, i) => ({
    number: i + 1,
    boundary,
  }));
  const compare = (a: DraftBoundary, b: DraftBoundary) =>
    compareKeys(a.key, b.key) || Number(a.above) - Number(b.above);
  order.sort((a, b) => compare(a.boundary, b.boundary));
  const distinct: Boundary[] = [];
  const levels: number[] = [1];
  let last: (typeof order)[number] | null = null;
  for (const each of order) {
    const { constant, above } = each.boundary;
    if (last === null || compare(last.boundary, each.boundary) !== 0) distinct.push({ constant, above });
    levels[each.number] = distinct.length + (value === null ? 0 : 1);
    last = each;
  }
  return { boundaries: distinct, levels };
}

/** Highest level a machine can have. */
function highestLevel(subject: Subject): number {
  return subject.kind === 'own' ? 1 : subject.boundaries.length + (subject.valued ? 1 : 0);
}

/** Level bits of a subject in a block. */
export function levelBits(subject: Subject): number {
  return 32 - Math.clz32(highestLevel(subject));
}
