import { countsAt, patchStates, type StateCounts } from '../../domain/index.ts';
import type { Axis } from './axis.ts';
import { PlaneBins } from './plane-bins.ts';
import type { StateGrid } from './state-grid.ts';

export interface GroupCounts {
  readonly machines: readonly StateCounts[];
  readonly updates: readonly StateCounts[];
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
  const groups = machines.groups.length;
  const bins = new PlaneBins(grid.reader, groupOfItem(machines), groups);
  const ofUpdate = groupOfItem(updates);
  const perMachine = new Float64Array(groups * width);
  const perUpdate = new Float64Array(updates.groups.length * width);
  const counts = new Uint32Array(groups * width);
  let end = performance.now() + sliceMs;
  for (let update = 0; update < grid.updates; update++) {
    counts.fill(0);
    for (let block = 0; block < bins.blocks; block++) bins.add(block, update, counts);
    const own = (ofUpdate[update] as number) * width;
    for (let group = 0; group < groups; group++) {
      const at = group * width;
      const others = (counts[at] as number) + (counts[at + 1] as number) + (counts[at + 2] as number);
      counts[at + 3] = (bins.sizes[group] ?? 0) - others;
    }
    counts.forEach((count, at) => {
      perMachine[at] = (perMachine[at] as number) + count;
      const to = own + (at % width);
      perUpdate[to] = (perUpdate[to] as number) + count;
    });
    if (performance.now() < end) continue;
    await new Promise((next) => setTimeout(next, 0));
    if (signal.aborted) return null;
    end = performance.now() + sliceMs;
  }
  return { machines: recordsOf(perMachine), updates: recordsOf(perUpdate) };
}

/** Group of each item, in the order of the planes. */
function groupOfItem(axis: Axis): Uint16Array {
  const groups = new Uint16Array(axis.order.length);
  axis.groups.forEach(({ from, to }, group) => {
    for (let place = from; place < to; place++) groups[axis.order[place] ?? 0] = group;
  });
  return groups;
}

function recordsOf(table: Float64Array): readonly StateCounts[] {
  return Array.from({ length: table.length / width }, (_, group) => countsAt(table, group));
}

/** States of the cells in a block of places, for the readout; the block is one bin, so it is small. */
export function countBlock(
  grid: StateGrid,
  machines: Axis,
  updates: Axis,
  block: { readonly x: readonly [number, number]; readonly y: readonly [number, number] },
): StateCounts {
  const counts = { Required: 0, Installed: 0, Unknown: 0, NotRequired: 0 };
  for (let x = block.x[0]; x < block.x[1]; x++) {
    const update = updates.order[x] ?? 0;
    for (let y = block.y[0]; y < block.y[1]; y++) {
      counts[patchStates[grid.code(update, machines.order[y] ?? 0)] ?? 'Unknown'] += 1;
    }
  }
  return counts;
}
