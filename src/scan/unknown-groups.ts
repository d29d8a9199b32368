/**
 * What is missing for the Unknowns of a scan, without describing every pair: which facts keep a state
 * open follows from the truths of the update's leaves alone, so machines with the same truths share it.
 * (`whyUnknown` takes more from the machine for the reason, but nothing more for the facts that block.)
 */
import { patchStates } from '../domain/index.ts';
import type { Blocker, CompiledCatalog, Leaf, Machine, StateMatrix } from '../domain/index.ts';
import { forEachLeaf } from './each-leaf.ts';
import { leafKey } from './leaf-key.ts';
import { leafReader } from './leaf-values.ts';
import { decideUpdate } from './truth-memory.ts';

/** Unknown states of one update that wait for the same facts. */
export interface UnknownGroup {
  /** Index into the catalog's updates. */
  readonly update: number;
  /** Positions of the machines in `matrix.machines`, ascending. */
  readonly machines: Uint32Array;
  readonly blockers: readonly Blocker[];
}

const unknownCode = patchStates.indexOf('Unknown');

/**
 * Groups of Unknown states, update by update: every Unknown pair is in exactly one group.
 *
 * @param machines those of the matrix, in its order
 */
export function* unknownGroups(
  catalog: CompiledCatalog,
  machines: readonly Machine[],
  matrix: StateMatrix,
): Generator<UnknownGroup> {
  const leavesOf = leafNumbers(catalog);
  const truths = truthsByLeaf(leavesOf.leaves, machines);
  const width = machines.length;
  const parted = new Partition(width);
  for (let update = 0; update < catalog.updates.length; update++) {
    const rules = catalog.updates[update];
    const open = positionsOf(matrix.codes.subarray(update * width, (update + 1) * width), unknownCode);
    if (rules === undefined || open.length === 0) continue;
    for (const group of parted.split(open, leavesOf.byUpdate[update] ?? [], truths)) {
      const { outcome } = decideUpdate(rules, machines[group[0] as number] as Machine);
      yield { update, machines: group, blockers: outcome.blockers };
    }
  }
}

function positionsOf(codes: Uint8Array, wanted: number): Uint32Array {
  const found: number[] = [];
  codes.forEach((code, at) => {
    if (code === wanted) found.push(at);
  });
  return Uint32Array.from(found);
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

/** Truths of one leaf on all machines lie together: a partition goes through them leaf by leaf. */
function truthsByLeaf(leaves: readonly Leaf[], machines: readonly Machine[]): readonly Uint8Array[] {
  const columns = leaves.map(() => new Uint8Array(machines.length));
  const reader = leafReader(leaves);
  const ofMachine = new Uint8Array(leaves.length);
  machines.forEach((machine, at) => {
    reader.read(machine, ofMachine);
    columns.forEach((column, leaf) => (column[at] = ofMachine[leaf] ?? 0));
  });
  return columns;
}

/** Parts machines by the truths of leaves, exactly: no hash stands for a pattern. */
class Partition {
  private readonly classOf: Uint32Array;

  constructor(machines: number) {
    this.classOf = new Uint32Array(machines);
  }

  split(members: Uint32Array, leaves: readonly number[], truths: readonly Uint8Array[]): Uint32Array[] {
    const { classOf } = this;
    let classes = 1;
    for (const member of members) classOf[member] = 0;
    for (const leaf of leaves) {
      const column = truths[leaf] as Uint8Array;
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
