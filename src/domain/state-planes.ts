/** States of a fleet as bit planes: a quarter of a byte a pair, expanded only for what a screen shows. */
import type { StateCode, StateMatrix } from './scan-result.ts';

/** Bytes of one plane: 128 machines, one bit each; machine `m` is bit `m mod 8` of byte `m div 8`. */
export const statePlaneBytes = 16;
export const machinesPerBlock = 128;

export interface StateBlock {
  /** Ids by slot; empty for a free slot. At most 128. */
  readonly machines: readonly string[];
  /** Two planes a row: bit 0 and bit 1 of the state code. Free slots are zero. */
  readonly planes: Uint8Array;
}

/** What `StateMatrix` says, with one block for up to 128 machines. */
export interface StatePlanes {
  readonly catalogKey: string;
  readonly updates: readonly string[];
  /** Row of each update within every block. */
  readonly rows: Uint32Array;
  readonly blocks: readonly StateBlock[];
}

/** State code of the machine at `slot` of a block. */
export function codeInBlock(block: StateBlock, row: number, slot: number): StateCode {
  const at = row * 2 * statePlaneBytes + (slot >>> 3);
  const shift = slot & 7;
  const bit0 = ((block.planes[at] ?? 0) >>> shift) & 1;
  const bit1 = ((block.planes[at + statePlaneBytes] ?? 0) >>> shift) & 1;
  return (bit0 | (bit1 << 1)) as StateCode;
}

/** Where a machine's states lie. */
export interface MachinePlace {
  readonly block: StateBlock;
  readonly slot: number;
}

export interface PlaneReader {
  /** Ids in code unit order, as in a matrix. */
  readonly machines: readonly string[];
  /** Null for a machine that was not scanned. */
  placeOf(machine: string): MachinePlace | null;
  /** @param update index into the planes' updates; @returns null for a machine that was not scanned */
  code(update: number, machine: string): StateCode | null;
}

export function readPlanes(planes: StatePlanes): PlaneReader {
  const places = new Map<string, MachinePlace>();
  for (const block of planes.blocks) {
    block.machines.forEach((machine, slot) => {
      if (machine !== '') places.set(machine, { block, slot });
    });
  }
  const placeOf = (machine: string) => places.get(machine) ?? null;
  return {
    machines: [...places.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
    placeOf,
    code(update, machine) {
      const place = placeOf(machine);
      const row = planes.rows[update];
      return place === null || row === undefined ? null : codeInBlock(place.block, row, place.slot);
    },
  };
}

/** The matrix with one byte a pair, for readers that need it whole. */
export function matrixOfPlanes(planes: StatePlanes): StateMatrix {
  const { machines, placeOf } = readPlanes(planes);
  const codes = new Uint8Array(planes.updates.length * machines.length);
  machines.forEach((machine, column) => {
    const place = placeOf(machine);
    if (place === null) return;
    for (let update = 0; update < planes.updates.length; update++) {
      const row = planes.rows[update] ?? 0;
      codes[update * machines.length + column] = codeInBlock(place.block, row, place.slot);
    }
  });
  return { catalogKey: planes.catalogKey, updates: planes.updates, machines, codes };
}
