/** Lengths of codes, sent as differences to those of the block before (MS-PATCH, "encoding the trees"). */
import { overrun, read } from './bits';
import { Built, build, readSymbol } from './tree';

const SYMBOLS: i32 = 20;
const SHORT: i32 = 8;
/** Bytes behind a table of lengths: a run of 51 may begin at its last symbol. */
export const SPARE: i32 = 64;

const tree: usize = memory.data(2 * 256 + 2 * 17 * 4 + 20 * 2, 16);
const given: usize = memory.data(20, 16);

/** Reads the lengths of symbols `from` to `to`. @returns whether they make sense */
export function readLengths(lengths: usize, from: i32, to: i32): bool {
  for (let each = 0; each < SYMBOLS; each += 1) store<u8>(given + <usize>each, <u8>read(4));
  if (build(tree, SHORT, given, SYMBOLS) !== Built.complete) return false;
  let at = from;
  while (at < to) {
    const code = <i32>readSymbol(tree, SHORT);
    if (code < 17) {
      store<u8>(lengths + <usize>at, changed(load<u8>(lengths + <usize>at), code));
      at += 1;
      continue;
    }
    const run = code === 17 ? <i32>read(4) + 4 : code === 18 ? <i32>read(5) + 20 : <i32>read(1) + 4;
    let value: u8 = 0;
    if (code === 19) {
      const same = <i32>readSymbol(tree, SHORT);
      if (same > 16) return false;
      value = changed(load<u8>(lengths + <usize>at), same);
    }
    // A run may go past the end, as cabextract lets it: tables have room for the longest (SPARE).
    const end = at + run;
    while (at < end) {
      store<u8>(lengths + <usize>at, value);
      at += 1;
    }
  }
  return !overrun();
}

function changed(before: u8, code: i32): u8 {
  const value = <i32>before - code;
  return <u8>(value < 0 ? value + 17 : value);
}
