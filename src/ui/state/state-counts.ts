import { patchStates, type PatchState, type StateMatrix } from '../../domain/index.ts';

export type StateCounts = Readonly<Record<PatchState, number>>;

export interface CountTable {
  update(id: string): StateCounts | undefined;
  machine(id: string): StateCounts | undefined;
  /** Row of an update in the matrix, or -1. */
  row(id: string): number;
  readonly total: StateCounts;
}

function add(table: Uint32Array, at: number): void {
  table[at] = (table[at] ?? 0) + 1;
}

function read(table: Uint32Array, at: number): StateCounts {
  const counts = { Required: 0, Installed: 0, Unknown: 0, NotRequired: 0 };
  patchStates.forEach((state, code) => (counts[state] = table[at * patchStates.length + code] ?? 0));
  return counts;
}

/** Counts of states per update, per machine and in all, in one pass over the matrix. */
export function countStates(matrix: StateMatrix | null): CountTable {
  const updates = new Map<string, number>();
  const machines = new Map<string, number>();
  const width = patchStates.length;
  const perUpdate = new Uint32Array((matrix?.updates.length ?? 0) * width);
  const perMachine = new Uint32Array((matrix?.machines.length ?? 0) * width);
  const total = new Uint32Array(width);
  if (matrix) {
    matrix.updates.forEach((id, index) => updates.set(id, index));
    matrix.machines.forEach((id, index) => machines.set(id, index));
    const columns = matrix.machines.length;
    for (let row = 0, at = 0; row < matrix.updates.length; row++) {
      for (let column = 0; column < columns; column++, at++) {
        const code = matrix.codes[at] ?? 0;
        add(perUpdate, row * width + code);
        add(perMachine, column * width + code);
        add(total, code);
      }
    }
  }
  const get = (index: Map<string, number>, table: Uint32Array) => (id: string) => {
    const at = index.get(id);
    return at === undefined ? undefined : read(table, at);
  };
  return {
    update: get(updates, perUpdate),
    machine: get(machines, perMachine),
    row: (id) => updates.get(id) ?? -1,
    total: read(total, 0),
  };
}
