/** States of a fleet as bit planes: a quarter of a byte a pair, expanded only for what a screen shows. */
import type { StateCode } from './scan-result.ts';

/** Machines of a block: one bit each in every plane. */
export const machinesPerBlock = 128;
/** Words of one plane; machine `m` is bit `m mod 32` of word `m div 32`. */
export const wordsPerPlane = 4;
/** Words of one update in a block: a plane for bit 0 of the state code, then one for bit 1. */
export const wordsPerRow = 2 * wordsPerPlane;

/** Never changed once it is made: another state of things is another block. */
export interface StateBlock {
  /** Ids by slot; empty for a free slot. At most 128. */
  readonly machines: readonly string[];
  /** `wordsPerRow` words an update, in the order of the updates. Free slots are zero. */
  readonly planes: Uint32Array;
}

/** States of every (update, machine) pair, in blocks of up to 128 machines. */
export interface StatePlanes {
  /** Key of the compiled catalog the states were decided from. */
  readonly catalogKey: string;
  /** In the order of the catalog. */
  readonly updates: readonly string[];
  readonly blocks: readonly StateBlock[];
}

/** State code of the machine at `slot` of a block. */
export function codeInBlock({ planes }: StateBlock, update: number, slot: number): StateCode {
  const at = update * wordsPerRow + (slot >>> 5);
  const bit0 = ((planes[at] ?? 0) >>> (slot & 31)) & 1;
  const bit1 = ((planes[at + wordsPerPlane] ?? 0) >>> (slot & 31)) & 1;
  return (bit0 | (bit1 << 1)) as StateCode;
}

/** Sets the code of a slot that is still zero. */
export function setCode(planes: Uint32Array, update: number, slot: number, code: number): void {
  const at = update * wordsPerRow + (slot >>> 5);
  if (code & 1) planes[at] = (planes[at] ?? 0) | (1 << (slot & 31));
  if (code & 2) planes[at + wordsPerPlane] = (planes[at + wordsPerPlane] ?? 0) | (1 << (slot & 31));
}

/** Plane of the slots that are taken. */
export function presentIn(machines: readonly string[]): Uint32Array {
  const plane = new Uint32Array(wordsPerPlane);
  machines.forEach((id, slot) => {
    if (id !== '') plane[slot >>> 5] = (plane[slot >>> 5] ?? 0) | (1 << (slot & 31));
  });
  return plane;
}
