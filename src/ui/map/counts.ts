import { patchStates, type PatchState } from '../../domain/index.ts';
import type { Axis } from './axis.ts';
import type { StateGrid } from './state-grid.ts';

export interface GroupCounts {
  readonly machines: readonly Readonly<Record<PatchState, number>>[];
  readonly updates: readonly Readonly<Record<PatchState, number>>[];
}

const width = patchStates.length;
/** Milliseconds before other work gets its turn. */
const sliceMs = 12;

/** States per group of either axis: the map in numbers. Null when the signal was raised meanwhile. */
export async function countGroups(
  grid: StateGrid,
  machines: Axis,
  updates: Axis,
  signal: AbortSignal,
): Promise<GroupCounts | null> {
  const ofMachine = groupOfItem(machines);
  const ofUpdate = groupOfItem(updates);
  const perMachine = new Float64Array(machines.groups.length * width);
  const perUpdate = new Float64Array(updates.groups.length * width);
  let end = performance.now() + sliceMs;
  for (let update = 0; update < grid.updates; update++) {
    const column = grid.column(update);
    const own = (ofUpdate[update] as number) * width;
    for (let machine = 0; machine < grid.machines; machine++) {
      const code = column[machine] as number;
      const at = (ofMachine[machine] as number) * width + code;
      perMachine[at] = (perMachine[at] as number) + 1;
      perUpdate[own + code] = (perUpdate[own + code] as number) + 1;
    }
    if (performance.now() < end) continue;
    await new Promise((next) => setTimeout(next, 0));
    if (signal.aborted) return null;
    end = performance.now() + sliceMs;
  }
  return { machines: recordsOf(perMachine), updates: recordsOf(perUpdate) };
}

/** Group of each item, in the order of the matrix. */
function groupOfItem(axis: Axis): Uint32Array {
  const groups = new Uint32Array(axis.order.length);
  axis.groups.forEach(({ from, to }, group) => {
    for (let place = from; place < to; place++) groups[axis.order[place] ?? 0] = group;
  });
  return groups;
}

function recordsOf(table: Float64Array): readonly Readonly<Record<PatchState, number>>[] {
  return Array.from({ length: table.length / width }, (_, group) => {
    const counts = { Required: 0, Installed: 0, Unknown: 0, NotRequired: 0 };
    patchStates.forEach((state, code) => (counts[state] = table[group * width + code] ?? 0));
    return counts;
  });
}

/** States of the cells in a block of places, for the readout; the block is one bin, so it is small. */
export function countBlock(
  grid: StateGrid,
  machines: Axis,
  updates: Axis,
  block: { readonly x: readonly [number, number]; readonly y: readonly [number, number] },
): Readonly<Record<PatchState, number>> {
  const counts = { Required: 0, Installed: 0, Unknown: 0, NotRequired: 0 };
  for (let x = block.x[0]; x < block.x[1]; x++) {
    const column = grid.column(updates.order[x] ?? 0);
    for (let y = block.y[0]; y < block.y[1]; y++) {
      counts[patchStates[column[machines.order[y] ?? 0] ?? 0] ?? 'Unknown'] += 1;
    }
  }
  return counts;
}
