import { NODE, PLANE, surely } from './memory';

/**
 * Evaluates runs of AND nodes of one shape. A run in the stream: number of positive operands (low half)
 * and of negated ones (high half), number of nodes, then the operands of each node, positive ones first, as
 * byte offsets of their planes. A run without operands holds nodes of one literal that ask "is it proven?".
 */
export function evaluateNodes(planes: usize, first: usize, stream: usize, runs: u32): void {
  let out = first;
  for (; runs > 0; runs -= 1) {
    const shape = load<u32>(stream);
    const end = out + (<usize>load<u32>(stream, 4)) * NODE;
    stream += 8;
    if (shape == 0) {
      stream = prove(planes, out, end, stream);
    } else if (shape == 2) {
      for (; out < end; out += NODE, stream += 8) {
        const a = planes + load<u32>(stream);
        const b = planes + load<u32>(stream, 4);
        v128.store(out, v128.and(v128.load(a), v128.load(b)));
        v128.store(out, v128.and(v128.load(a, PLANE), v128.load(b, PLANE)), PLANE);
      }
    } else if (shape == 0x10001) {
      for (; out < end; out += NODE, stream += 8) {
        const a = planes + load<u32>(stream);
        const b = planes + load<u32>(stream, 4);
        v128.store(out, v128.andnot(v128.load(a), v128.load(b, PLANE)));
        v128.store(out, v128.andnot(v128.load(a, PLANE), v128.load(b)), PLANE);
      }
    } else {
      stream = conjoin(planes, out, end, stream, shape);
    }
    out = end;
  }
}

/** Nodes with the given numbers of positive and negated operands. */
function conjoin(planes: usize, out: usize, end: usize, stream: usize, shape: u32): usize {
  const positive = (<usize>(shape & 0xffff)) * 4;
  const negative = (<usize>(shape >>> 16)) * 4;
  for (; out < end; out += NODE) {
    let sure = i64x2.splat(-1);
    let possible = sure;
    for (const stop = stream + positive; stream < stop; stream += 4) {
      const node = planes + load<u32>(stream);
      sure = v128.and(sure, v128.load(node));
      possible = v128.and(possible, v128.load(node, PLANE));
    }
    for (const stop = stream + negative; stream < stop; stream += 4) {
      const node = planes + load<u32>(stream);
      sure = v128.andnot(sure, v128.load(node, PLANE));
      possible = v128.andnot(possible, v128.load(node));
    }
    v128.store(out, sure);
    v128.store(out, possible, PLANE);
  }
  return stream;
}

/** Two-valued copies: true where the literal is surely true, false elsewhere. */
function prove(planes: usize, out: usize, end: usize, stream: usize): usize {
  for (; out < end; out += NODE, stream += 4) {
    const literal = load<u32>(stream);
    const sure = surely(planes + (literal & ~31), literal & 1);
    v128.store(out, sure);
    v128.store(out, sure, PLANE);
  }
  return stream;
}
