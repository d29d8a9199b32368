/** Offsets of the words the host lays out (README.md), and planes of literals. */

/** Bytes of one plane: 128 machines, one bit each. */
export const PLANE: usize = 16;
/** A node has two planes, surely and possibly, side by side. */
export const NODE: usize = 32;

/** Words of the layout: addresses in bytes. */
export namespace Layout {
  export const planes: usize = 0;
  export const program: usize = 4;
  export const segments: usize = 8;
  export const segmentCount: usize = 12;
  export const block: usize = 16;
  export const present: usize = 20;
  export const out: usize = 24;
  export const counts: usize = 28;
}

/** Words of a segment; offsets into the program in bytes. */
export namespace Segment {
  export const bytes: usize = 40;
  export const guard: usize = 0;
  export const otherwise: usize = 4;
  export const row: usize = 8;
  export const updates: usize = 12;
  export const firstPlane: usize = 16;
  export const inputs: usize = 20;
  export const subjects: usize = 24;
  export const runs: usize = 28;
  export const runCount: usize = 32;
  export const decisions: usize = 36;
}

/** A literal is the byte offset of its node's planes, bit 0 set if it is negated; bits 1-2 carry a state. */
export namespace negated {
  export const address: u32 = 0xffffffe0;
}

/** Plane of the machines for which the literal surely holds: not possibly, where it is negated. */
// @ts-ignore: decorator of the compiler
@inline
export function surely(node: usize, complement: u32): v128 {
  const value = v128.load(node + (<usize>complement) * PLANE);
  return v128.xor(value, i64x2.splat(-(<i64>complement)));
}

/** Plane of the machines for which the literal possibly holds: not surely, where it is negated. */
// @ts-ignore: decorator of the compiler
@inline
export function possibly(node: usize, complement: u32): v128 {
  const value = v128.load(node + (<usize>(1 - complement)) * PLANE);
  return v128.xor(value, i64x2.splat(-(<i64>complement)));
}
