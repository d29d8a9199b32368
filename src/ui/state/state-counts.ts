import { patchStates, type PatchState, type StateMatrix } from '../../domain/index.ts';

export type StateCounts = Readonly<Record<PatchState, number>>;

export interface CountTable {
  update(id: string): StateCounts | undefined;
  machine(id: string): StateCounts | undefined;
  /** Row of an update in the matrix, or -1. */
  row(id: string): number;
  /** Sum over the machines. */
  readonly total: StateCounts;
}

const width = patchStates.length;
const unknown = patchStates.indexOf('Unknown');

function add(table: Uint32Array, at: number): void {
  table[at] = (table[at] ?? 0) + 1;
}

function read(table: Uint32Array, at: number): StateCounts {
  const counts = { Required: 0, Installed: 0, Unknown: 0, NotRequired: 0 };
  patchStates.forEach((state, code) => (counts[state] = table[at * width + code] ?? 0));
  return counts;
}

/**
 * Counts of states per update and per machine, in one pass over the matrix.
 * @param productOf product of which an update is one of many, or null: on a machine, its unknowns count
 *   once for the product, not once for each update (msrc-cvrf, section 3)
 */
export function countStates(
  matrix: StateMatrix | null,
  productOf: (update: string) => string | null = () => null,
): CountTable {
  const updates = matrix?.updates ?? [];
  const machines = matrix?.machines ?? [];
  const perUpdate = new Uint32Array(updates.length * width);
  const perMachine = new Uint32Array(machines.length * width);
  const total = new Uint32Array(width);
  const seen = new Map<string, Uint8Array>();
  for (let row = 0, at = 0; row < updates.length; row++) {
    const product = productOf(updates[row] ?? '');
    const counted = product === null ? null : (seen.get(product) ?? new Uint8Array(machines.length));
    if (product !== null && counted) seen.set(product, counted);
    for (let column = 0; column < machines.length; column++, at++) {
      const code = matrix?.codes[at] ?? unknown;
      add(perUpdate, row * width + code);
      if (code === unknown && counted) {
        if (counted[column] === 1) continue;
        counted[column] = 1;
      }
      add(perMachine, column * width + code);
      add(total, code);
    }
  }
  const rows = new Map(updates.map((id, index) => [id, index]));
  const columns = new Map(machines.map((id, index) => [id, index]));
  const get = (index: Map<string, number>, table: Uint32Array) => (id: string) => {
    const at = index.get(id);
    return at === undefined ? undefined : read(table, at);
  };
  return {
    update: get(rows, perUpdate),
    machine: get(columns, perMachine),
    row: (id) => rows.get(id) ?? -1,
    total: read(total, 0),
  };
}
