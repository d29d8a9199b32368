/**
 * The scan kernel: decides all updates of a compiled catalog for a block of 128 machines at once, one
 * bit a machine. Memory map and contract: README.md in this folder. Raw loads and stores only, no
 * allocation, numbers in and out, no imports: the caller lays memory out and never grows it in a call.
 */
import { evaluateNodes } from './nodes';
import { decideUpdates, fillUpdates } from './decide';
import { fillInputs } from './inputs';
import { negated, Layout, NODE, PLANE, Segment, possibly } from './memory';

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

/** Decides every update for the block at `layout`; adds to the counts. Returns segments evaluated. */
export function scan(layout: usize): u32 {
  const planes = load<u32>(layout, Layout.planes);
  const program = load<u32>(layout, Layout.program);
  const block = load<u32>(layout, Layout.block);
  const out = load<u32>(layout, Layout.out);
  const counts = load<u32>(layout, Layout.counts);
  const present = v128.load(load<u32>(layout, Layout.present));
  let segment: usize = load<u32>(layout, Layout.segments);
  const end = segment + load<u32>(layout, Layout.segmentCount) * Segment.bytes;
  let evaluated: u32 = 0;
  for (; segment < end; segment += Segment.bytes) {
    const guard = load<u32>(segment, Segment.guard);
    const row = load<u32>(segment, Segment.row);
    const updates = load<u32>(segment, Segment.updates);
    const satisfied = v128.and(possibly(planes + (guard & negated.address), guard & 1), present);
    if (!v128.any_true(satisfied)) {
      fillUpdates(out, counts, row, updates, load<u32>(segment, Segment.otherwise), present);
      continue;
    }
    evaluated += 1;
    const first = planes + load<u32>(segment, Segment.firstPlane);
    const nodes = fillInputs(
      first,
      program + load<u32>(segment, Segment.inputs),
      load<u32>(segment, Segment.subjects),
      block,
    );
    evaluateNodes(planes, nodes, program + load<u32>(segment, Segment.runs), load<u32>(segment, Segment.runCount));
    decideUpdates(planes, program + load<u32>(segment, Segment.decisions), updates, row, out, counts, present);
  }
  return evaluated;
}

/** Copies the planes of `count` rows to `out` in the order of `rows`: the order of the catalog. */
export function arrange(states: usize, rows: usize, count: u32, out: usize): void {
  const end = rows + (<usize>count) * 4;
  for (; rows < end; rows += 4, out += NODE) {
    const from = states + (<usize>load<u32>(rows)) * NODE;
    v128.store(out, v128.load(from));
    v128.store(out, v128.load(from, PLANE), PLANE);
  }
}
