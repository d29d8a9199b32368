/**
 * From cells to bins: the worst state of a bin wins, and how many of its cells have it. Order from worst:
 * Required, Unknown, Installed, Not Required. Exact work is done in slices, so that no frame waits for it.
 */
import { patchStates } from '../../domain/index.ts';
import type { Axis } from './axis.ts';
import type { Bins } from './bins.ts';
import { noBin } from './bins.ts';
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
  readonly #machineBin: Uint16Array;
  readonly #counts: Uint32Array;
  readonly #ranks: Uint8Array;
  readonly #perBin: Uint32Array;
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
    this.#counts = new Uint32Array(y.count);
    this.#ranks = new Uint8Array(y.count);
    this.#perBin = Uint32Array.from({ length: y.count }, (_, bin) => cellsIn(y, bin));
    this.#machineBin = new Uint16Array(grid.machines).fill(noBin);
    for (let bin = 0; bin < y.count; bin++) {
      for (let place = y.starts[bin] ?? 0; place < (y.starts[bin + 1] ?? 0); place++) {
        this.#machineBin[machines.order[place] ?? 0] = bin;
      }
    }
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
      const column = grid.column(this.updates.order[middle] ?? 0);
      const base = bx * y.count;
      for (let by = 0; by < y.count; by++) {
        const from = y.starts[by] ?? 0;
        if ((y.starts[by + 1] ?? 0) === from) continue;
        const machine = this.machines.order[(from + (y.starts[by + 1] ?? 0) - 1) >> 1] ?? 0;
        this.cells[base + by] = ((rankOfCode[column[machine] ?? 0] ?? 1) << 4) | levels;
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
    const { x, y, grid } = this;
    const counts = this.#counts;
    const ranks = this.#ranks;
    const bins = this.#machineBin;
    const machines = grid.machines;
    ranks.fill(0);
    counts.fill(0);
    const end = x.starts[bx + 1] ?? 0;
    for (let place = x.starts[bx] ?? 0; place < end; place++) {
      const column = grid.column(this.updates.order[place] ?? 0);
      for (let machine = 0; machine < machines; machine++) {
        const bin = bins[machine] as number;
        if (bin === noBin) continue;
        const rank = rankOfCode[column[machine] as number] as number;
        const worst = ranks[bin] as number;
        if (rank === worst) counts[bin] = (counts[bin] as number) + 1;
        else if (rank > worst) {
          ranks[bin] = rank;
          counts[bin] = 1;
        }
      }
    }
    const wide = cellsIn(x, bx);
    const base = bx * y.count;
    for (let by = 0; by < y.count; by++) {
      const all = wide * (this.#perBin[by] as number);
      const share = all === 0 ? 0 : Math.ceil(((counts[by] as number) / all) * levels);
      this.cells[base + by] = ((ranks[by] as number) << 4) | share;
    }
  }
}

function cellsIn(bins: Bins, bin: number): number {
  return (bins.starts[bin + 1] ?? 0) - (bins.starts[bin] ?? 0);
}
