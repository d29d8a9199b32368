/** The engine that decides with the WebAssembly kernel: 128 machines a block, one bit a machine. */
import type { Machine, StateMatrix } from '../domain/index.ts';
import { inBlockOrder } from './blocks/plan-blocks.ts';
import type { ScanEngine } from './engine.ts';
import { emptyMatrix, inBlocks, inOrder } from './fleet.ts';
import { bindKernel } from './kernel-binding.ts';
import type { ScanProgram } from './program/scan-program.ts';
import { planeBytes } from './program/scan-program.ts';
import { compileProgram } from './program/write-program.ts';
import { blockLayout, packMachine, presentPlane } from './quantise/block.ts';
import { createQuantiser } from './quantise/quantiser.ts';

/** @param loadModule yields the compiled kernel; fetching it is the caller's business */
export function createKernelEngine(loadModule: () => Promise<WebAssembly.Module>): ScanEngine {
  return {
    id: 'wasm',
    async scan(catalog, machines, onMachines, signal) {
      const ordered = inOrder(machines);
      const matrix = emptyMatrix(catalog, ordered);
      const byBlock = inBlockOrder(machines);
      const columns = new Map(ordered.map(({ id }, column) => [id, column]));
      const program = compileProgram(catalog);
      const kernel = await bindKernel(await loadModule(), program);
      const quantiser = createQuantiser(program.subjects);
      const form = blockLayout(program.subjects);
      const codes = new Uint16Array(program.subjects.length);
      const block = (start: number, end: number) => {
        kernel.block.fill(0);
        for (let m = start; m < end; m++) {
          quantiser.levels(byBlock[m] as Machine, codes);
          packMachine(form, codes, m - start, kernel.block);
        }
        kernel.present.set(presentPlane(end - start));
        kernel.scan();
        const slots = byBlock.slice(start, end).map(({ id }) => columns.get(id) as number);
        expand(kernel.states, program, matrix, slots);
      };
      await inBlocks(ordered.length, block, onMachines, signal);
      return matrix;
    },
  };
}

/** State codes from the two planes of every update; `columns` by slot. */
function expand(
  states: Uint8Array,
  program: ScanProgram,
  matrix: StateMatrix,
  columns: readonly number[],
): void {
  const width = matrix.machines.length;
  for (let u = 0; u < matrix.updates.length; u++) {
    const plane = 2 * (program.rows[u] as number) * planeBytes;
    for (let slot = 0; slot < columns.length; slot++) {
      const at = plane + (slot >>> 3);
      const shift = slot & 7;
      const bit0 = ((states[at] as number) >>> shift) & 1;
      const bit1 = ((states[at + planeBytes] as number) >>> shift) & 1;
      matrix.codes[u * width + (columns[slot] as number)] = bit0 | (bit1 << 1);
    }
  }
}
