/**
 * From cells to bins: the worst state of a bin wins, and how many of its cells have it. Order from worst:
 * Required, Unknown, Installed, Not Required. Exact work is done in slices, so that no frame waits for it.
 */
import { patchStates } from '../../domain/index.ts';
import type { Axis } from './axis.ts';
import type { Bins } from './bins.ts';
import { noBin } from './bins.ts';
import { numbersPerBin, PlaneBins } from './plane-bins.ts';
import type { StateGrid } from './state-grid.ts';

/** Of several states in one point the first of these is shown. */
export const worstFirst = ['Required', 'Unknown', 'Installed', 'NotRequired'] as const;

/** Rank of each state code: higher is worse; 0 is a bin without cells. */
export const rankOfCode = Uint8Array.from(patchStates, (state) => 4 - worstFirst.indexOf(state));
export const stateOfRank = [null, 'NotRequired', 'Installed', 'Unknown', 'Required'] as const;

/** Levels of density that are told apart. */
export const levels = 15;

export class Aggregate {
  /** Rank of the worst state times 16, plus its density from 0 to `levels`; column after column. */
  readonly cells: Uint8Array;
  readonly #bins: PlaneBins;
  readonly #counts: Uint32Array;
  #next = 0;

  constructor(
    readonly grid: StateGrid,
    readonly machines: Axis,
    readonly updates: Axis,
    /** Bins of the updates. */
    readonly x: Bins,
    /** Bins of the machines. */
    readonly y: Bins,
  ) {
    this.cells = new Uint8Array(x.count * y.count);
    this.#counts = new Uint32Array(y.count * numbersPerBin);
    const machineBin = new Uint16Array(grid.machines).fill(noBin);
    for (let bin = 0; bin < y.count; bin++) {
      for (let place = y.starts[bin] ?? 0; place < (y.starts[bin + 1] ?? 0); place++) {
        machineBin[machines.order[place] ?? 0] = bin;
      }
    }
    this.#bins = new PlaneBins(grid.reader, machineBin, y.count);
  }

  /** Bins of the x axis that are exact, counted from the start. */
  get exact(): number {
    return this.#next;
  }

  get done(): boolean {
    return this.#next >= this.x.count;
  }

  /** One cell of each bin: a first picture in a few milliseconds. */
  sample(): void {
    const { x, y, grid } = this;
    for (let bx = 0; bx < x.count; bx++) {
      if (cellsIn(x, bx) === 0) continue;
      const middle = ((x.starts[bx] ?? 0) + (x.starts[bx + 1] ?? 0) - 1) >> 1;
      const update = this.updates.order[middle] ?? 0;
      const base = bx * y.count;
      for (let by = 0; by < y.count; by++) {
        const from = y.starts[by] ?? 0;
        if ((y.starts[by + 1] ?? 0) === from) continue;
        const machine = this.machines.order[(from + (y.starts[by + 1] ?? 0) - 1) >> 1] ?? 0;
        this.cells[base + by] = ((rankOfCode[grid.code(update, machine)] ?? 1) << 4) | levels;
      }
    }
  }

  /** Makes the next bins exact until the time is over; at least one. @returns the bins done, from and to */
  refine(until: () => boolean): readonly [number, number] {
    const from = this.#next;
    while (!this.done) {
      this.#column(this.#next);
      this.#next += 1;
      if (until()) break;
    }
    return [from, this.#next];
  }

  #column(bx: number): void {
    const { x, y } = this;
    const counts = this.#counts;
    counts.fill(0);
    const end = x.starts[bx + 1] ?? 0;
    for (let block = 0; block < this.#bins.blocks; block++) {
      for (let place = x.starts[bx] ?? 0; place < end; place++) {
        this.#bins.add(block, this.updates.order[place] ?? 0, counts);
      }
    }
    const wide = cellsIn(x, bx);
    for (let by = 0; by < y.count; by++) {
      this.cells[bx * y.count + by] = cellOf(counts, by, wide * (this.#bins.sizes[by] ?? 0));
    }
  }
}

/** Worst state of a bin with `all` cells, and its density. */
function cellOf(counts: Uint32Array, bin: number, all: number): number {
  if (all === 0) return 0;
  const at = bin * numbersPerBin;
  const [required = 0, installed = 0, unknown = 0] = counts.subarray(at, at + 3);
  const worst = required || unknown || installed || all;
  const code = required ? 0 : unknown ? 2 : installed ? 1 : 3;
  return ((rankOfCode[code] ?? 1) << 4) | Math.ceil((worst / all) * levels);
}

function cellsIn(bins: Bins, bin: number): number {
  return (bins.starts[bin + 1] ?? 0) - (bins.starts[bin] ?? 0);
}
