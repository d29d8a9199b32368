/**
 * Subjects of a catalog: what its leaves ask about, each with the levels a machine can have. A machine's
 * code is `2 x level + open`; open means that the level is a lower bound and nothing is known above it.
 * Unknown is therefore level 0, open. A leaf's truth is a range test on the level (design, section 4).
 */
import type { Leaf } from '../../domain/index.ts';
import { leafKey } from '../leaf-key.ts';
import type { AndGraph, Literal } from '../program/and-graph.ts';
import { invert } from '../program/and-graph.ts';
import { Constants } from './constants.ts';
import { InputTable } from './input-table.ts';
import { compareKeys } from './order-key.ts';
import { orderedLeaf } from './ordered-leaf.ts';
import type { Boundary, OrderedLeaf } from './ordered-leaf.ts';

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
  /** Twice the number of the constant, plus 1 where the value is to be above it. */
  readonly boundaries: number[];
  /** Input "has a value", once it is needed. */
  value: Literal | null;
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
  private readonly constants = new Constants();
  private readonly inputs = new InputTable();

  constructor(private readonly graph: AndGraph) {}

  /** The literal that has the leaf's truth. */
  literal(leaf: Leaf): Literal {
    const ordered = orderedLeaf(leaf, this.constants);
    if (ordered !== null) return this.comparison(leaf, ordered);
    const key = leafKey(leaf);
    const known = this.own.get(key);
    if (known !== undefined) return known;
    const made = this.graph.input(this.draft(leaf, false), base);
    this.own.set(key, made);
    return made;
  }

  finish(): SubjectTable {
    const { constants } = this;
    // Levels of subject `s` by boundary number, from `starts[s]` on; number 0 is "has a value" and "is true".
    const starts = new Int32Array(this.drafts.length);
    let count = 0;
    this.drafts.forEach(({ boundaries }, at) => {
      starts[at] = count;
      count += boundaries.length + 1;
    });
    const levels = new Uint16Array(count);
    const subjects = this.drafts.map((draft, at): Subject => {
      const { leaf, ordered, value } = draft;
      levels[starts[at] as number] = 1;
      if (!ordered) return { kind: 'own', leaf };
      const boundaries = inOrder(draft, constants, levels.subarray((starts[at] as number) + 1));
      return { kind: 'ordered', like: leaf, boundaries, valued: value !== null };
    });
    return {
      subjects,
      levelOf: (subject, number) => levels[(starts[subject] as number) + number] as number,
    };
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

  private boundary(subject: number, draft: Draft, { constant }: OrderedLeaf, above: boolean): Literal {
    const boundary = constant * 2 + Number(above);
    const known = this.inputs.get(subject, boundary);
    if (known !== undefined) return known;
    draft.boundaries.push(boundary);
    // Number 0 is "has a value".
    const made = this.graph.input(subject, draft.boundaries.length);
    this.inputs.add(subject, boundary, made);
    return made;
  }

  private draft(leaf: Leaf, ordered: boolean): number {
    this.drafts.push({ leaf, ordered, boundaries: [], value: null });
    return this.drafts.length - 1;
  }
}

/** Boundaries ascending without equal ones. @param levels gets the level of each, in the order they came in */
function inOrder(draft: Draft, constants: Constants, levels: Uint16Array): Boundary[] {
  const { boundaries, value } = draft;
  const compare = (a: number, b: number) =>
    compareKeys(constants.keyOf(a >>> 1), constants.keyOf(b >>> 1)) || (a & 1) - (b & 1);
  const order = boundaries.map((_boundary, at) => at);
  order.sort((a, b) => compare(boundaries[a] as number, boundaries[b] as number));
  const distinct: Boundary[] = [];
  let last = -1;
  for (const at of order) {
    const boundary = boundaries[at] as number;
    if (last < 0 || compare(last, boundary) !== 0) {
      distinct.push({ constant: constants.valueOf(boundary >>> 1), above: (boundary & 1) === 1 });
    }
    levels[at] = distinct.length + (value === null ? 0 : 1);
    last = boundary;
  }
  return distinct;
}

/** Highest level a machine can have. */
function highestLevel(subject: Subject): number {
  return subject.kind === 'own' ? 1 : subject.boundaries.length + (subject.valued ? 1 : 0);
}

/** Level bits of a subject in a block. */
export function levelBits(subject: Subject): number {
  return 32 - Math.clz32(highestLevel(subject));
}
