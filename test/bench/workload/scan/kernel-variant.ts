/** The kernel over blocks in memory: loading a block's facts, and the states of all its pairs. */
import { codeInBlock, machinesPerBlock, presentIn } from '../../../../src/domain/index.ts';
import { bindKernel } from '../../../../src/scan/kernel-binding.ts';
import { compileProgram } from '../../../../src/scan/program/write-program.ts';
import { blockLayout } from '../../../../src/scan/quantise/block.ts';
import { syntheticCatalog } from '../catalog.ts';
import type { MadeBlock } from './made-blocks.ts';
import { makeBlocks } from './made-blocks.ts';
import { perPair, Pieces } from './pieces.ts';
import { markOf, sampleOf, sizesOf } from './variant.ts';
import type { Order } from './variant.ts';

export async function kernelVariant(order: Order) {
  const program = compileProgram(syntheticCatalog(sizesOf(order)));
  const module = await WebAssembly.compile(await (await fetch(order.kernel)).arrayBuffer());
  const kernel = await bindKernel(module, program, blockLayout(program.subjects).bytes);
  const blocks = makeBlocks(program, order);
  const pieces = new Pieces();
  const whole: number[] = [];
  let segments = 0;
  const run = (at: number): void => {
    const { machines, planes } = blocks[at] as MadeBlock;
    kernel.block.set(planes);
    kernel.present.set(new Uint8Array(presentIn(machines).buffer));
    segments += kernel.scan();
  };
  return {
    round() {
      kernel.counts.fill(0);
      segments = 0;
      const began = performance.now();
      pieces.round(blocks.length, run);
      whole.push(performance.now() - began);
    },
    finish() {
      const counts = [0, 1, 2].map((state) => {
        let sum = 0;
        for (let row = state; row < kernel.counts.length; row += 3) sum += kernel.counts[row] as number;
        return sum;
      });
      const evaluated = segments / blocks.length;
      const states = new Uint8Array(order.updates);
      let at = -1;
      let planes = new Uint32Array();
      const marks = sampleOf(order.machines, machinesPerBlock).map((machine) => {
        const block = Math.floor(machine / machinesPerBlock);
        if (block !== at) {
          run(block);
          [at, planes] = [block, kernel.inCatalogOrder()];
        }
        const of = { machines: [], planes };
        for (let u = 0; u < order.updates; u++) states[u] = codeInBlock(of, u, machine % machinesPerBlock);
        return markOf(states);
      });
      const blockBytes = blocks[0]?.planes.byteLength ?? 0;
      const arrays = [program.words, program.segments, program.rows];
      const programBytes = arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
      return {
        perPair: perPair(pieces, order.machines * order.updates),
        marks,
        whole,
        /** Pairs that are Installed, Unknown, Not Required. */
        counts,
        segmentsEvaluated: evaluated,
        subjects: program.subjects.length,
        programBytes,
        blocks: blocks.length,
        blockBytes,
        memory: kernel.bytes,
        // What a worker owns while it scans from the store: the kernel, the program, two blocks read.
        owned: kernel.bytes + programBytes + 2 * blockBytes,
      };
    },
  };
}
