/**
 * The bits of one block: 16-bit words, little-endian, the highest bit first (MS-PATCH, "bitstream"). Behind the
 * last byte come zeros, and `overrun` says so; nothing outside of the input is ever read.
 */

/** Room for the largest block and the eight bytes a load may go past it. */
export const INPUT: usize = memory.data(40 * 1024, 16);
export const INPUT_BYTES: i32 = 40 * 1024 - 16;

/** The next bits, left-aligned. */
export let buffer: u64 = 0;
/** How many of them there are. */
export let count: i32 = 0;
/** Where the next word is loaded from. */
export let next: usize = 0;
/** End of the input. */
export let limit: usize = 0;
/** Where the words were counted from: behind uncompressed bytes they may begin at an odd address. */
let base: usize = 0;

export function begin(bytes: i32): void {
  limit = INPUT + <usize>bytes;
  // A word at the end may be cut: what is missing of it is zero.
  store<u64>(limit, 0);
  restart(INPUT);
}

/** Goes on with whole words at an address. */
export function restart(at: usize): void {
  base = at;
  next = at;
  buffer = 0;
  count = 0;
}

/** Hands back what a loop kept in locals. */
export function keep(bits: u64, left: i32, at: usize): void {
  buffer = bits;
  count = left;
  next = at;
}

/** At most 16 bits. */
export function read(bits: i32): u32 {
  if (count < bits) refill();
  const value = <u32>(buffer >> (<u64>(64 - bits)));
  buffer <<= <u64>bits;
  count -= bits;
  return value;
}

/** At most 32 bits are there when it is called, and at least 32 after it. */
export function refill(): void {
  const words = next < limit ? rotl<u32>(load<u32>(next), 16) : 0;
  const shift = <u64>(32 - count);
  buffer |= (<u64>words) << shift;
  count += 32;
  next += 4;
}

/** Address behind the last word of which a bit was read. */
export function wordEnd(): usize {
  const bits = ((next - base) << 3) - <usize>count;
  return base + (((bits + 15) >> 4) << 1);
}

/** Whether bits were read that are not there. */
export function overrun(): bool {
  return wordEnd() > limit + ((limit - base) & 1);
}

/** Passes over 1 to 16 bits, to the next whole word (never none), and says where that is. */
export function align(): usize {
  const bits = ((next - base) << 3) - <usize>count;
  return base + (((bits >> 4) + 1) << 1);
}
