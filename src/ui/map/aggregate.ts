/**
 * From cells to bins: the worst state of a bin wins, and how many of its cells have it. Order from worst:
 * Required, Unknown, Installed, Not Required. Exact work is done in slices, so that no frame waits for it.
 */
import { codeInBlock, patchStates, type StateBlock } from '../../domain/index.ts';
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
  /** Made for the exact picture: the first one does without. */
  #made: PlaneBins | null = null;
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
    const { places, planes } = grid.reader;
    // Place in the planes of the middle machine of each bin; -1 where there is none.
    const middles = Int32Array.from({ length: y.count }, (_, by) => {
      const machine = cellsIn(y, by) === 0 ? -1 : (this.machines.order[middleOf(y, by)] ?? -1);
      return machine < 0 ? -1 : (places[machine] ?? -1);
    });
    for (let bx = 0; bx < x.count; bx++) {
      if (cellsIn(x, bx) === 0) continue;
      const update = this.updates.order[middleOf(x, bx)] ?? 0;
      const base = bx * y.count;
      for (let by = 0; by < y.count; by++) {
        const place = middles[by] as number;
        if (place < 0) continue;
        const block = planes.blocks[place >>> 7] as StateBlock;
        const code = codeInBlock(block, update, place & 127);
        this.cells[base + by] = ((rankOfCode[code] as number) << 4) | levels;
      }
    }
  }

  get #bins(): PlaneBins {
    if (this.#made) return this.#made;
    const { grid, machines, y } = this;
    const machineBin = new Uint16Array(grid.machines).fill(noBin);
    for (let bin = 0; bin < y.count; bin++) {
      for (let place = y.starts[bin] ?? 0; place < (y.starts[bin + 1] ?? 0); place++) {
        machineBin[machines.order[place] ?? 0] = bin;
      }
    }
    return (this.#made = new PlaneBins(grid.reader, machineBin, y.count));
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
    const bins = this.#bins;
    const counts = this.#counts;
    counts.fill(0);
    const end = x.starts[bx + 1] ?? 0;
    for (let block = 0; block < bins.blocks; block++) {
      for (let place = x.starts[bx] ?? 0; place < end; place++) {
        bins.add(block, this.updates.order[place] ?? 0, counts);
      }
    }
    const wide = cellsIn(x, bx);
    for (let by = 0; by < y.count; by++) {
      this.cells[bx * y.count + by] = cellOf(counts, by, wide * (bins.sizes[by] ?? 0));
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

function middleOf(bins: Bins, bin: number): number {
  return ((bins.starts[bin] ?? 0) + (bins.starts[bin + 1] ?? 0) - 1) >> 1;
}
