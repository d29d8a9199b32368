import { NODE, PLANE } from './memory';

/**
 * Fills the thermometer inputs of a segment, "level of the subject >= k", in the order of the stream;
 * returns the address behind the last one. A subject in the stream: byte offset of its planes in the
 * block, number of its level bits (low half) and of its thresholds (high half), then each threshold k.
 * In the block a subject has one plane a level bit, lowest first, then the plane of its open machines
 * (level is a lower bound). Comparing goes bit by bit: reached = majority(bit, reached so far, not k's bit).
 */
export function fillInputs(first: usize, stream: usize, subjects: u32, block: usize): usize {
  let out = first;
  for (; subjects > 0; subjects -= 1) {
    const source = block + load<u32>(stream);
    const sizes = load<u32>(stream, 4);
    const top = source + (<usize>(sizes & 0xffff)) * PLANE;
    const open = v128.load(top);
    stream += 8;
    const end = stream + (<usize>(sizes >>> 16)) * 4;
    for (; stream < end; stream += 4) {
      let threshold = load<u32>(stream);
      let reached = i64x2.splat(-1);
      for (let plane = source; plane < top; plane += PLANE) {
        const bit = v128.load(plane);
        const wanted = i64x2.splat(-(<i64>(threshold & 1)));
        reached = v128.bitselect(v128.and(bit, reached), v128.or(bit, reached), wanted);
        threshold >>>= 1;
      }
      v128.store(out, reached);
      v128.store(out, v128.or(reached, open), PLANE);
      out += NODE;
    }
  }
  return out;
}
