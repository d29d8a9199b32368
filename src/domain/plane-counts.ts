import { patchStates } from './patch-state.ts';
import type { PatchState } from './patch-state.ts';
import { ones } from './plane-reader.ts';
import { presentIn, wordsPerPlane, wordsPerRow } from './state-planes.ts';
import type { StatePlanes } from './state-planes.ts';

/** How many of some pairs have each state. */
export type StateCounts = Readonly<Record<PatchState, number>>;

/** Counts of one row of a table with four columns, one a state code. */
export function countsAt(table: ArrayLike<number>, row: number): StateCounts {
  const counts = { Required: 0, Installed: 0, Unknown: 0, NotRequired: 0 };
  patchStates.forEach((state, code) => (counts[state] = table[row * patchStates.length + code] ?? 0));
  return counts;
}

/** Machines in each state by update: four numbers an update, in the order of the state codes. */
export function countsByUpdate({ updates, blocks }: StatePlanes): Uint32Array {
  const counts = new Uint32Array(updates.length * patchStates.length);
  for (const { machines, planes } of blocks) {
    const present = presentIn(machines);
    const all = machines.filter((id) => id !== '').length;
    for (let update = 0, at = 0, to = 0; update < updates.length; update++, at += wordsPerRow, to += 4) {
      let [odd, high, both] = [0, 0, 0];
      for (let word = 0; word < wordsPerPlane; word++) {
        const bit0 = (planes[at + word] as number) & (present[word] as number);
        const bit1 = (planes[at + wordsPerPlane + word] as number) & (present[word] as number);
        odd += ones(bit0);
        high += ones(bit1);
        both += ones(bit0 & bit1);
      }
      counts[to] = (counts[to] as number) + all - odd - high + both;
      counts[to + 1] = (counts[to + 1] as number) + odd - both;
      counts[to + 2] = (counts[to + 2] as number) + high - both;
      counts[to + 3] = (counts[to + 3] as number) + both;
    }
  }
  return counts;
}

/** Pairs in each state. */
export function countPairs(planes: StatePlanes): StateCounts {
  const sums = [0, 0, 0, 0];
  countsByUpdate(planes).forEach((count, at) => (sums[at & 3] = (sums[at & 3] as number) + count));
  return countsAt(sums, 0);
}
