/** Bytes and matches of one run within a block (MS-PATCH, "decoding matches and literals"). */
import { buffer, count, keep, limit, next } from './bits';
import {
  ALIGNED_SHORT,
  LENGTH_SHORT,
  MAIN_SHORT,
  alignedTree,
  lengthTree,
  mainTree,
  slotBase,
  slotBits,
  window,
  windowBytes,
} from './state';
import { longCode } from './tree';

/** The last three offsets. */
export let recent0: u32 = 1;
export let recent1: u32 = 1;
export let recent2: u32 = 1;

export function setRecent(first: u32, second: u32, third: u32): void {
  recent0 = first;
  recent1 = second;
  recent2 = third;
}

// @ts-ignore: decorator of the compiler
@inline
function word(at: usize): u64 {
  return at < limit ? <u64>rotl<u32>(load<u32>(at), 16) : 0;
}

// @ts-ignore: decorator of the compiler
@inline
function symbolAt(tree: usize, short: i32, bits: u32): u32 {
  const entry = <u32>load<u16>(tree + ((<usize>(bits >> <u32>(16 - short))) << 1));
  return entry !== 0 ? ((entry >> 4) << 5) | (entry & 15) : longCode(tree, short, bits);
}

/**
 * Unpacks `bytes` bytes at `to` in the window. The bits stay in locals: this loop is all there is to speed.
 *
 * @param aligned whether low bits of offsets have a tree of their own
 * @param noLengths whether the length tree is empty
 * @param known bytes of the window that were ever written, before `to`
 * @returns whether everything was in order; bits past the end are the caller's to find
 */
export function unpackRun(to: usize, bytes: i32, aligned: bool, noLengths: bool, known: u32): bool {
  let bits = buffer;
  let left = count;
  let at = next;
  let r0 = recent0;
  let r1 = recent1;
  let r2 = recent2;
  const start = to;
  const end = to + <usize>bytes;
  while (to < end) {
    if (left < 32) {
      bits |= word(at) << <u64>(32 - left);
      left += 32;
      at += 4;
    }
    let found = symbolAt(mainTree, MAIN_SHORT, <u32>(bits >> 48));
    bits <<= <u64>(found & 31);
    left -= <i32>(found & 31);
    let symbol = found >> 5;
    if (symbol < 256) {
      store<u8>(to, <u8>symbol);
      to += 1;
      continue;
    }
    symbol -= 256;
    let length = symbol & 7;
    if (length === 7) {
      if (noLengths) return false;
      if (left < 32) {
        bits |= word(at) << <u64>(32 - left);
        left += 32;
        at += 4;
      }
      found = symbolAt(lengthTree, LENGTH_SHORT, <u32>(bits >> 48));
      bits <<= <u64>(found & 31);
      left -= <i32>(found & 31);
      length += found >> 5;
    }
    length += 2;
    const slot = symbol >> 3;
    let offset: u32;
    if (slot > 2) {
      if (left < 32) {
        bits |= word(at) << <u64>(32 - left);
        left += 32;
        at += 4;
      }
      offset = load<u32>(slotBase + ((<usize>slot) << 2)) - 2;
      let extra = <u32>load<u8>(slotBits + <usize>slot);
      if (aligned && extra >= 3) {
        extra -= 3;
        // Twice a shift, because one by 64 is one by 0.
        offset += (<u32>((bits >> 1) >> <u64>(63 - extra))) << 3;
        bits <<= <u64>extra;
        left -= <i32>extra;
        found = symbolAt(alignedTree, ALIGNED_SHORT, <u32>(bits >> 48));
        bits <<= <u64>(found & 31);
        left -= <i32>(found & 31);
        offset += found >> 5;
      } else {
        offset += <u32>((bits >> 1) >> <u64>(63 - extra));
        bits <<= <u64>extra;
        left -= <i32>extra;
      }
      r2 = r1;
      r1 = r0;
      r0 = offset;
    } else if (slot === 0) {
      offset = r0;
    } else if (slot === 1) {
      offset = r1;
      r1 = r0;
      r0 = offset;
    } else {
      offset = r2;
      r2 = r0;
      r0 = offset;
    }
    if (<usize>length > end - to) return false;
    // An offset of 0 wraps round here and is refused with those that are too large.
    const behind = min<u64>(<u64>known + <u64>(to - start), <u64>windowBytes);
    if (<u64>offset - 1 >= behind) return false;
    copy(to, offset, length);
    to += <usize>length;
  }
  keep(bits, left, at);
  setRecent(r0, r1, r2);
  return true;
}

/** Repeats `length` bytes from `offset` bytes before `to`, round the end of the window where it must. */
// @ts-ignore: decorator of the compiler
@inline
function copy(to: usize, offset: u32, length: u32): void {
  let left = length;
  const ahead = <u32>(to - window);
  if (offset > ahead) {
    const first = min(offset - ahead, length);
    forward(to, to + <usize>windowBytes - <usize>offset, first);
    to += <usize>first;
    left -= first;
  }
  if (offset < 8) {
    // The pattern once more than eight bytes; from there on it can be taken eight at a time.
    const once = min(offset * (8 / offset + 1), left);
    for (let each: u32 = 0; each < once; each += 1) store<u8>(to + each, load<u8>(to + each - offset));
    to += <usize>once;
    left -= once;
    offset *= 8 / offset + 1;
  }
  forward(to, to - <usize>offset, left);
}

/** Copies upwards; source and target are at least eight bytes apart, or the source lies above. */
// @ts-ignore: decorator of the compiler
@inline
function forward(to: usize, from: usize, length: u32): void {
  const end = to + <usize>length;
  while (to + 8 <= end) {
    store<u64>(to, load<u64>(from));
    to += 8;
    from += 8;
  }
  while (to < end) {
    store<u8>(to, load<u8>(from));
    to += 1;
    from += 1;
  }
}
