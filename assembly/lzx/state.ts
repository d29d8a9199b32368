/** What an LZX folder remembers from block to block (MS-PATCH). */
import { SPARE } from './lengths';

/** Symbols below are bytes; above them eight for each position slot. */
export const BYTES: i32 = 256;
export const LENGTHS: i32 = 249;
export const ALIGNED: i32 = 8;
const MOST_SLOTS: i32 = 50;
const MOST_SYMBOLS: i32 = BYTES + 8 * MOST_SLOTS;

/** Bits that the short tables of the trees take in. */
export const MAIN_SHORT: i32 = 11;
export const LENGTH_SHORT: i32 = 10;
export const ALIGNED_SHORT: i32 = 7;

export const mainLengths: usize = memory.data(MOST_SYMBOLS + SPARE, 16);
export const lengthLengths: usize = memory.data(LENGTHS + SPARE, 16);
export const alignedLengths: usize = memory.data(ALIGNED, 16);
export const mainTree: usize = memory.data(2 * 2048 + 2 * 17 * 4 + MOST_SYMBOLS * 2, 16);
export const lengthTree: usize = memory.data(2 * 1024 + 2 * 17 * 4 + LENGTHS * 2, 16);
export const alignedTree: usize = memory.data(2 * 128 + 2 * 17 * 4 + ALIGNED * 2, 16);

/** Smallest offset of each position slot plus two (u32), and how many bits are added to it (u8). */
export const slotBase: usize = memory.data(MOST_SLOTS * 4, 16);
export const slotBits: usize = memory.data(MOST_SLOTS, 16);

/** Unpacked bytes of one chunk. */
export const CHUNK: i32 = 32 * 1024;

export let window: usize = 0;
export let windowBytes: u32 = 0;
export let mainSymbols: i32 = 0;

/** Sets the tables up for a window of 2^bits bytes; false where there is no memory for it. */
export function setUp(bits: i32): bool {
  window = (__heap_base + 15) & ~15;
  windowBytes = (<u32>1) << (<u32>bits);
  const pages = <i32>((window + <usize>windowBytes + 0xffff) >>> 16);
  const here = memory.size();
  if (pages > here && memory.grow(pages - here) < 0) return false;
  let slots = 0;
  let from: u32 = 0;
  while (from < windowBytes) {
    const extra = slots < 4 ? 0 : min((slots >> 1) - 1, 17);
    store<u32>(slotBase + ((<usize>slots) << 2), from);
    store<u8>(slotBits + <usize>slots, <u8>extra);
    from += (<u32>1) << (<u32>extra);
    slots += 1;
  }
  mainSymbols = BYTES + 8 * slots;
  memory.fill(mainLengths, 0, MOST_SYMBOLS + SPARE);
  memory.fill(lengthLengths, 0, LENGTHS + SPARE);
  return true;
}
