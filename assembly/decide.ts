import { NODE, PLANE, negated, possibly, surely } from './memory';

const REQUIRED: u32 = 0;
const INSTALLED: u32 = 1;
const UNKNOWN: u32 = 2;

/** Stores the two planes of a state code and adds to the counts of Installed, Unknown and Not Required. */
// @ts-ignore: decorator of the compiler
@inline
function put(out: usize, counts: usize, bit0: v128, bit1: v128): void {
  v128.store(out, bit0);
  v128.store(out, bit1, PLANE);
  const both = v128.and(bit0, bit1);
  const all0 = ones(bit0);
  const all1 = ones(bit1);
  const twice = ones(both);
  store<u32>(counts, load<u32>(counts) + all0 - twice);
  store<u32>(counts, load<u32>(counts, 4) + all1 - twice, 4);
  store<u32>(counts, load<u32>(counts, 8) + twice, 8);
}

// @ts-ignore: decorator of the compiler
@inline
function ones(plane: v128): u32 {
  return <u32>(popcnt<u64>(i64x2.extract_lane(plane, 0)) + popcnt<u64>(i64x2.extract_lane(plane, 1)));
}

/** Gives `updates` rows from `row` on the one state they have where the segment's guard fails. */
export function fillUpdates(
  out: usize,
  counts: usize,
  row: u32,
  updates: u32,
  state: u32,
  present: v128,
): void {
  const bit0 = v128.and(i64x2.splat(-(<i64>(state & 1))), present);
  const bit1 = v128.and(i64x2.splat(-(<i64>(state >>> 1))), present);
  const machines = ones(present);
  let at = out + (<usize>row) * NODE;
  let count = counts + (<usize>row) * 12 + (<usize>state) * 4 - 4;
  const end = at + (<usize>updates) * NODE;
  for (; at < end; at += NODE, count += 12) {
    v128.store(at, bit0);
    v128.store(at, bit1, PLANE);
    if (state != REQUIRED) store<u32>(count, load<u32>(count) + machines);
  }
}

/**
 * Decides `updates` rows from `row` on. An update in the stream: number of parts (low half), 1 in the high
 * half if a first clause follows; then each part: number of clauses, then the clauses in order. A clause is
 * the literal of its condition with its state in bits 1-2. The rules are those of src/scan/evaluate.ts:
 * a state holds where it alone remains possible, and of several parts the first of Required, Installed,
 * Unknown, Not Required counts.
 */
export function decideUpdates(
  planes: usize,
  stream: usize,
  updates: u32,
  row: u32,
  out: usize,
  counts: usize,
  present: v128,
): void {
  const none = i64x2.splat(0);
  let at = out + (<usize>row) * NODE;
  let count = counts + (<usize>row) * 12;
  const end = at + (<usize>updates) * NODE;
  for (; at < end; at += NODE, count += 12) {
    const header = load<u32>(stream);
    stream += 4;
    let first: u32 = 0;
    if (header >>> 16) {
      first = load<u32>(stream);
      stream += 4;
    }
    let parts = header & 0xffff;
    let required = none;
    let installed = none;
    // An update without parts is Unknown.
    let unknown = parts == 0 ? present : none;
    for (; parts > 0; parts -= 1) {
      const stop = stream + 4 + (<usize>load<u32>(stream)) * 4;
      stream += 4;
      let maybeRequired = none;
      let maybeInstalled = none;
      let maybeNot = none;
      let maybeUnknown = none;
      let open = present;
      for (; stream < stop; stream += 4) {
        const clause = load<u32>(stream);
        const node = planes + (clause & negated.address);
        const here = v128.and(open, possibly(node, clause & 1));
        const state = (clause >>> 1) & 3;
        if (state == REQUIRED) maybeRequired = v128.or(maybeRequired, here);
        else if (state == INSTALLED) maybeInstalled = v128.or(maybeInstalled, here);
        else if (state == UNKNOWN) maybeUnknown = v128.or(maybeUnknown, here);
        else maybeNot = v128.or(maybeNot, here);
        open = v128.andnot(open, surely(node, clause & 1));
      }
      maybeUnknown = v128.or(maybeUnknown, open);
      const isRequired = v128.andnot(v128.andnot(maybeRequired, maybeInstalled), v128.or(maybeNot, maybeUnknown));
      const isInstalled = v128.andnot(v128.andnot(maybeInstalled, maybeRequired), v128.or(maybeNot, maybeUnknown));
      const isNot = v128.andnot(v128.andnot(maybeNot, maybeRequired), v128.or(maybeInstalled, maybeUnknown));
      required = v128.or(required, isRequired);
      installed = v128.or(installed, isInstalled);
      unknown = v128.or(unknown, v128.andnot(present, v128.or(v128.or(isRequired, isInstalled), isNot)));
    }
    const isInstalled = v128.andnot(installed, required);
    const settled = v128.or(required, installed);
    let bit0 = v128.or(isInstalled, v128.andnot(present, v128.or(settled, unknown)));
    let bit1 = v128.andnot(present, settled);
    if (header >>> 16) {
      const settles = v128.and(surely(planes + (first & negated.address), first & 1), present);
      bit0 = first & 2 ? v128.or(bit0, settles) : v128.andnot(bit0, settles);
      bit1 = first & 4 ? v128.or(bit1, settles) : v128.andnot(bit1, settles);
    }
    put(at, count, bit0, bit1);
  }
}
