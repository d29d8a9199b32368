/**
 * Canonical prefix codes of at most 16 bits (MS-PATCH, "Huffman trees"). Short codes are looked up at once; longer
 * ones are found by comparing with the first code of each length.
 *
 * In memory: the table of short codes (u16: symbol << 4 | length, 0 = longer), then 17 u32 limits (codes of up to
 * that length are below it, left-aligned to 16 bits), 17 i32 offsets (place of a symbol minus its code), then the
 * symbols by code (u16).
 */
import { buffer, count, keep, next, refill } from './bits';

const WORDS: usize = 17 * 4;

/** How `build` ended. */
export namespace Built {
  export const complete: i32 = 0;
  /** No symbol has a code: allowed as long as none is used. */
  export const empty: i32 = 1;
  export const invalid: i32 = 2;
}

// @ts-ignore: decorator of the compiler
@inline
export function limits(tree: usize, short: i32): usize {
  return tree + ((<usize>2) << <usize>short);
}

// @ts-ignore: decorator of the compiler
@inline
export function offsets(tree: usize, short: i32): usize {
  return limits(tree, short) + WORDS;
}

// @ts-ignore: decorator of the compiler
@inline
export function symbolsOf(tree: usize, short: i32): usize {
  return limits(tree, short) + WORDS + WORDS;
}

const counts: usize = memory.data(17 * 4, 16);
const places: usize = memory.data(17 * 4, 16);

/** Builds the code of `symbols` lengths (bytes). A code must be complete: neither gaps nor doubles. */
export function build(tree: usize, short: i32, lengths: usize, symbols: i32): i32 {
  memory.fill(counts, 0, 17 * 4);
  for (let symbol = 0; symbol < symbols; symbol += 1) {
    const at = counts + ((<usize>load<u8>(lengths + <usize>symbol)) << 2);
    store<u32>(at, load<u32>(at) + 1);
  }
  if (load<u32>(counts) === <u32>symbols) return Built.empty;
  let code: u32 = 0;
  let place: u32 = 0;
  for (let length: u32 = 1; length <= 16; length += 1) {
    const at = (<usize>length) << 2;
    const number = load<u32>(counts + at);
    store<i32>(offsets(tree, short) + at, <i32>place - <i32>(code >> (16 - length)));
    store<u32>(places + at, place);
    place += number;
    code += number << (16 - length);
    if (code > 65536) return Built.invalid;
    store<u32>(limits(tree, short) + at, code);
  }
  if (code !== 65536) return Built.invalid;
  for (let symbol = 0; symbol < symbols; symbol += 1) {
    const length = <usize>load<u8>(lengths + <usize>symbol);
    if (length === 0) continue;
    const at = places + (length << 2);
    const mine = load<u32>(at);
    store<u32>(at, mine + 1);
    store<u16>(symbolsOf(tree, short) + ((<usize>mine) << 1), <u16>symbol);
  }
  fillShort(tree, short);
  return Built.complete;
}

/** Each short code fills the entries that begin with it; the codes lie in order, so the entries do too. */
function fillShort(tree: usize, short: i32): void {
  const end = tree + ((<usize>2) << <usize>short);
  let at = tree;
  let symbol = symbolsOf(tree, short);
  for (let length = 1; length <= short; length += 1) {
    const repeat = 1 << (short - length);
    const number = load<u32>(counts + ((<usize>length) << 2));
    for (let each: u32 = 0; each < number; each += 1) {
      const entry = <u16>((<u32>load<u16>(symbol) << 4) | <u32>length);
      symbol += 2;
      for (let time = 0; time < repeat; time += 1) {
        store<u16>(at, entry);
        at += 2;
      }
    }
  }
  memory.fill(at, 0, end - at);
}

/** A code that is longer than the table: its symbol << 5 | length. `bits` are the next 16. */
export function longCode(tree: usize, short: i32, bits: u32): u32 {
  let length: u32 = <u32>short + 1;
  while (bits >= load<u32>(limits(tree, short) + ((<usize>length) << 2))) length += 1;
  const place = load<i32>(offsets(tree, short) + ((<usize>length) << 2)) + <i32>(bits >> (16 - length));
  return (<u32>load<u16>(symbolsOf(tree, short) + ((<usize>place) << 1)) << 5) | length;
}

/** The next symbol; the tree is complete. */
export function readSymbol(tree: usize, short: i32): u32 {
  if (count < 16) refill();
  const bits = <u32>(buffer >> 48);
  const entry = <u32>load<u16>(tree + ((<usize>(bits >> <u32>(16 - short))) << 1));
  const found = entry !== 0 ? ((entry >> 4) << 5) | (entry & 15) : longCode(tree, short, bits);
  const length = <i32>(found & 31);
  keep(buffer << <u64>length, count - length, next);
  return found >> 5;
}
