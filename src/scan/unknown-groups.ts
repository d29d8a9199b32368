/**
 * What is missing for the Unknowns of a scan, without describing every pair: which facts keep a state
 * open follows from the truths of the update's leaves alone, so machines with the same truths share it.
 * (`whyUnknown` takes more from the machine for the reason, but nothing more for the facts that block.)
 */
import { patchStates, positionsIn, readPlanes } from '../domain/index.ts';
import type { Blocker, CompiledCatalog, Leaf, Machine, StateCode, StatePlanes } from '../domain/index.ts';
import { forEachLeaf } from './each-leaf.ts';
import { leafKey } from './leaf-key.ts';
import { truthOfLeaf } from './leaf.ts';
import { decideUpdate } from './truth-memory.ts';

/** Unknown states of one update that wait for the same facts. */
export interface UnknownGroup {
  /** Index into the catalog's updates. */
  readonly update: number;
  /** Positions of the machines in `machines`, ascending. */
  readonly machines: Uint32Array;
  readonly blockers: readonly Blocker[];
}

const unknownCode = patchStates.indexOf('Unknown') as StateCode;

/**
 * Groups of Unknown states, update by update: every Unknown pair is in exactly one group.
 *
 * @param machines those of the states, in code unit order of their ids
 */
export function* unknownGroups(
  catalog: CompiledCatalog,
  machines: readonly Machine[],
  states: StatePlanes,
): Generator<UnknownGroup> {
  const reader = readPlanes(states);
  const leavesOf = leafNumbers(catalog);
  const truths = new LeafTruths(leavesOf, machines);
  const parted = new Partition(machines.length);
  const plane = new Uint32Array(reader.present.length);
  for (let update = 0; update < catalog.updates.length; update++) {
    const rules = catalog.updates[update];
    const open = positionsIn(reader, reader.having(update, unknownCode, plane));
    if (rules !== undefined && open.length > 0) {
      for (const group of parted.split(open, leavesOf.byUpdate[update] ?? [], truths)) {
        const { outcome } = decideUpdate(rules, machines[group[0] as number] as Machine);
        yield { update, machines: group, blockers: outcome.blockers };
      }
    }
    truths.forget(update);
  }
}

interface LeafNumbers {
  readonly leaves: readonly Leaf[];
  /** Numbers of the distinct leaves of each update. */
  readonly byUpdate: readonly (readonly number[])[];
}

function leafNumbers(catalog: CompiledCatalog): LeafNumbers {
  const leaves: Leaf[] = [];
  const numbers = new Map<string, number>();
  const byUpdate = catalog.updates.map((rules) => {
    const own = new Set<number>();
    forEachLeaf({ key: '', updates: [rules] }, (leaf) => {
      const key = leafKey(leaf);
      const number = numbers.get(key) ?? leaves.push(leaf) - 1;
      numbers.set(key, number);
      own.add(number);
    });
    return [...own];
  });
  return { leaves, byUpdate };
}

const notAsked = 255;
const numberOf = { false: 0, unknown: 1, true: 2 } as const;

/**
 * Truths of leaves, each asked when a machine with an Unknown state needs it and forgotten behind the last
 * update with the leaf: a big catalog has more leaves than there would be room for on all machines.
 */
class LeafTruths {
  readonly #columns: (Uint8Array | undefined)[] = [];
  /** Leaves whose last update this is, by update. */
  readonly #endingAt: readonly number[][];

  constructor(
    private readonly numbers: LeafNumbers,
    private readonly machines: readonly Machine[],
  ) {
    const last = new Int32Array(numbers.leaves.length);
    numbers.byUpdate.forEach((leaves, update) => leaves.forEach((leaf) => (last[leaf] = update)));
    const ending: number[][] = numbers.byUpdate.map(() => []);
    last.forEach((update, leaf) => ending[update]?.push(leaf));
    this.#endingAt = ending;
  }

  /** Truths of a leaf by position, of `members` at least. */
  column(leaf: number, members: Uint32Array): Uint8Array {
    const column = (this.#columns[leaf] ??= new Uint8Array(this.machines.length).fill(notAsked));
    for (const member of members) {
      if (column[member] !== notAsked) continue;
      const truth = truthOfLeaf(this.numbers.leaves[leaf] as Leaf, this.machines[member] as Machine);
      column[member] = numberOf[truth];
    }
    return column;
  }

  forget(update: number): void {
    for (const leaf of this.#endingAt[update] ?? []) this.#columns[leaf] = undefined;
  }
}

/** Parts machines by the truths of leaves, exactly: no hash stands for a pattern. */
class Partition {
  private readonly classOf: Uint32Array;

  constructor(machines: number) {
    this.classOf = new Uint32Array(machines);
  }

  split(members: Uint32Array, leaves: readonly number[], truths: LeafTruths): Uint32Array[] {
    const { classOf } = this;
    let classes = 1;
    for (const member of members) classOf[member] = 0;
    for (const leaf of leaves) {
      const column = truths.column(leaf, members);
      const first = column[members[0] as number];
      if (members.every((member) => column[member] === first)) continue;
      const renumbered = new Int32Array(classes * 3).fill(-1);
      classes = 0;
      for (const member of members) {
        const pattern = (classOf[member] as number) * 3 + (column[member] as number);
        if (renumbered[pattern] === -1) renumbered[pattern] = classes++;
        classOf[member] = renumbered[pattern] as number;
      }
    }
    const groups: number[][] = Array.from({ length: classes }, () => []);
    for (const member of members) groups[classOf[member] as number]?.push(member);
    return groups.map((group) => Uint32Array.from(group));
  }
}
