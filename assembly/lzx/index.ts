/** LZX as cabinets use it (MS-PATCH, MS-CAB): one folder at a time, chunk by chunk. Contract in ../README.md. */
import * as bits from './bits';
import { LENGTH_SHORT, MAIN_SHORT, ALIGNED_SHORT, ALIGNED, BYTES, CHUNK, LENGTHS } from './state';
import * as state from './state';
import { readLengths } from './lengths';
import { setRecent, unpackRun } from './matches';
import { Built, build } from './tree';
import { translateCalls } from './calls';

namespace Kind {
  export const verbatim: u32 = 1;
  export const aligned: u32 = 2;
  export const uncompressed: u32 = 3;
}

/** The last chunk, where calls are translated: the window keeps what was sent. */
const output: usize = memory.data(CHUNK, 16);

let kind: u32 = 0;
let blockBytes: u32 = 0;
let blockLeft: u32 = 0;
let noLengths: bool = false;
/** An uncompressed block of odd length is followed by one byte, which may lie in the next chunk. */
let padding: bool = false;
let begun: bool = false;
/** Nothing may follow: a chunk was short, had bytes left, or was damaged. */
let ended: bool = false;
let callBytes: i32 = 0;
/** Unpacked bytes before the present chunk. */
let before: u64 = 0;

/** Address of the input. */
export function input(): usize {
  return bits.INPUT;
}

/** Starts a folder with a window of 2^bits bytes; 1, or 0 where the engine refuses the memory. */
export function start(windowBits: i32): i32 {
  kind = blockBytes = blockLeft = 0;
  noLengths = padding = begun = false;
  before = 0;
  callBytes = 0;
  setRecent(1, 1, 1);
  ended = windowBits < 15 || windowBits > 21 || !state.setUp(windowBits);
  return ended ? 0 : 1;
}

/** Unpacks one chunk; the address of its bytes, or 0 where the input is damaged. */
export function unpack(packed: i32, bytes: i32): usize {
  if (ended || packed < 0 || packed > bits.INPUT_BYTES || bytes <= 0 || bytes > CHUNK) return 0;
  // Only the last chunk may be short; so every chunk lies in one piece in the window.
  ended = bytes < CHUNK;
  const target = state.window + <usize>(before & (<u64>(state.windowBytes - 1)));
  if (!unpackChunk(packed, bytes, target)) {
    ended = true;
    return 0;
  }
  const at = before;
  before += <u64>bytes;
  if (callBytes === 0 || at >= 0x40000000 || bytes <= 10) return target;
  memory.copy(output, target, <usize>bytes);
  translateCalls(output, bytes, <i32>at, callBytes);
  return output;
}

function unpackChunk(packed: i32, bytes: i32, target: usize): bool {
  bits.begin(packed);
  if (padding) bits.restart(bits.INPUT + 1);
  padding = false;
  if (!begun) readFolderHead();
  begun = true;
  let done = 0;
  while (done < bytes) {
    if (blockLeft === 0 && !readBlockHead()) return false;
    const run = <i32>min<u32>(blockLeft, <u32>(bytes - done));
    const to = target + <usize>done;
    const known = <u32>min<u64>(before + <u64>done, <u64>state.windowBytes);
    const sound =
      kind === Kind.uncompressed
        ? copyRun(to, run)
        : unpackRun(to, run, kind === Kind.aligned, noLengths, known);
    if (!sound || bits.overrun()) return false;
    done += run;
    blockLeft -= <u32>run;
    if (kind === Kind.uncompressed && blockLeft === 0 && (blockBytes & 1) !== 0) passPadding();
  }
  if (bits.wordEnd() < bits.limit) ended = true;
  return true;
}

/** One bit, and if it is set the size by which addresses of calls were made absolute. */
function readFolderHead(): void {
  if (bits.read(1) === 0) return;
  const high = bits.read(16);
  callBytes = <i32>((high << 16) | bits.read(16));
}

function readBlockHead(): bool {
  kind = bits.read(3);
  const high = bits.read(16);
  blockBytes = (high << 8) | bits.read(8);
  blockLeft = blockBytes;
  if (bits.overrun()) return false;
  if (kind === Kind.uncompressed) return readRecent();
  if (kind !== Kind.verbatim && kind !== Kind.aligned) return false;
  if (kind === Kind.aligned) {
    for (let each = 0; each < ALIGNED; each += 1)
      store<u8>(state.alignedLengths + <usize>each, <u8>bits.read(3));
    if (build(state.alignedTree, ALIGNED_SHORT, state.alignedLengths, ALIGNED) !== Built.complete)
      return false;
  }
  if (!readLengths(state.mainLengths, 0, BYTES)) return false;
  if (!readLengths(state.mainLengths, BYTES, state.mainSymbols)) return false;
  if (build(state.mainTree, MAIN_SHORT, state.mainLengths, state.mainSymbols) !== Built.complete)
    return false;
  if (!readLengths(state.lengthLengths, 0, LENGTHS)) return false;
  const built = build(state.lengthTree, LENGTH_SHORT, state.lengthLengths, LENGTHS);
  noLengths = built === Built.empty;
  return built !== Built.invalid;
}

/** Behind the head of an uncompressed block: up to a whole word, the three offsets, then bytes. */
function readRecent(): bool {
  const at = bits.align();
  if (at + 12 > bits.limit) return false;
  setRecent(load<u32>(at), load<u32>(at + 4), load<u32>(at + 8));
  bits.restart(at + 12);
  return true;
}

function copyRun(to: usize, bytes: i32): bool {
  const from = bits.next;
  if (from + <usize>bytes > bits.limit) return false;
  memory.copy(to, from, <usize>bytes);
  bits.restart(from + <usize>bytes);
  return true;
}

function passPadding(): void {
  if (bits.next < bits.limit) bits.restart(bits.next + 1);
  else padding = true;
}
