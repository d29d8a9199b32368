/**
 * The scan kernel: evaluates an And-inverter graph for 128 machines at once, one bit per machine.
 * Memory map and contract: README.md in this folder. Raw loads and stores only, no allocation,
 * numbers in and out, no imports: the caller lays memory out and never grows it during a call.
 */

/** Bytes of one plane: 128 machines, one bit each. */
const PLANE: usize = 16;

/** First byte the caller may use: below lie the compiler's own static data. */
export function heapBase(): usize {
  return __heap_base;
}

/** Makes memory hold at least `bytes`; returns 1 if it does, 0 if the engine refuses. */
export function reserve(bytes: usize): i32 {
  const have = (<usize>memory.size()) << 16;
  if (bytes <= have) return 1;
  const pages = <i32>((bytes - have + 0xffff) >>> 16);
  return memory.grow(pages) < 0 ? 0 : 1;
}

/** Plane of a literal: the node's plane, complemented if the lowest bit is set. */
// @ts-ignore: decorator of the compiler
@inline
function plane(planes: usize, literal: u32): v128 {
  const value = v128.load(planes + (<usize>(literal >>> 1)) * PLANE);
  return v128.xor(value, i64x2.splat(-(<i64>(literal & 1))));
}

/**
 * Evaluates `count` AND nodes: node `first + i` = AND of the two literals at `program + 8 i`.
 * Operands name earlier nodes only.
 */
export function run(planes: usize, program: usize, first: u32, count: u32): void {
  let out = planes + (<usize>first) * PLANE;
  const end = program + (<usize>count) * 8;
  for (let at = program; at < end; at += 8) {
    v128.store(out, v128.and(plane(planes, load<u32>(at)), plane(planes, load<u32>(at, 4))));
    out += PLANE;
  }
}

/** Copies the planes of `count` literals from `literals` to `out`, complements resolved. */
export function collect(planes: usize, literals: usize, count: u32, out: usize): void {
  const end = literals + (<usize>count) * 4;
  for (let at = literals; at < end; at += 4) {
    v128.store(out, plane(planes, load<u32>(at)));
    out += PLANE;
  }
}
