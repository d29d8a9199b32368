import type { StateMatrix } from '../../domain/index.ts';

/**
 * States of the fleet as the map reads them: the one place that knows how they are kept. A column is one
 * update over all machines, because that is how they lie in memory.
 */
export interface StateGrid {
  readonly machines: number;
  readonly updates: number;
  /** Codes (`patchStates`) of one update, by machine. Valid until the next call. */
  column(update: number): Uint8Array;
}

export function gridOf(matrix: StateMatrix): StateGrid {
  const machines = matrix.machines.length;
  return {
    machines,
    updates: matrix.updates.length,
    column: (update) => matrix.codes.subarray(update * machines, (update + 1) * machines),
  };
}
