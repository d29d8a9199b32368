/**
 * Typed-array engine, machine by machine: the fall-back where WebAssembly is refused, and the second
 * oracle of the kernel. Same quantised levels, its own code and its own evaluator.
 */
import type { Machine } from '../domain/index.ts';
import type { ScanEngine } from './engine.ts';
import { emptyMatrix, inBlocks, inOrder } from './fleet.ts';
import { compileGraph } from './program/compile-graph.ts';
import { createQuantiser } from './quantise/quantiser.ts';
import { createMachineEvaluator } from './rows/machine-evaluator.ts';
import { compileRows } from './rows/rows-program.ts';

export function createRowsEngine(): ScanEngine {
  return {
    id: 'rows',
    async scan(catalog, machines, onMachines, signal) {
      const ordered = inOrder(machines);
      const matrix = emptyMatrix(catalog, ordered);
      const compiled = compileGraph(catalog);
      const program = compileRows(compiled);
      const evaluator = createMachineEvaluator(program);
      const states = new Uint8Array(catalog.updates.length);
      const quantiser = createQuantiser(compiled.table.subjects);
      const block = (start: number, end: number) => {
        for (let m = start; m < end; m++) {
          quantiser.levels(ordered[m] as Machine, evaluator.codes);
          evaluator.states(states);
          for (let u = 0; u < states.length; u++) {
            matrix.codes[u * ordered.length + m] = states[program.rows[u] as number] as number;
          }
        }
      };
      await inBlocks(ordered.length, block, onMachines, signal);
      return matrix;
    },
  };
}
