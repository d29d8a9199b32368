/**
 * Typed-array engine, machine by machine: the fall-back where WebAssembly is refused, and the second
 * oracle of the kernel. Same quantised levels, its own code and its own evaluator.
 */
import { machineDecider } from './blocks/machine-decider.ts';
import { scanBlocks } from './blocks/scan-blocks.ts';
import type { OpenDecider } from './blocks/scan-blocks.ts';
import type { ScanEngine } from './engine.ts';
import { compileGraph } from './program/compile-graph.ts';
import { createQuantiser } from './quantise/quantiser.ts';
import { createMachineEvaluator } from './rows/machine-evaluator.ts';
import { compileRows } from './rows/rows-program.ts';

const open: OpenDecider = async (catalog) => {
  const compiled = compileGraph(catalog);
  const { rows, ...program } = compileRows(compiled);
  const evaluator = createMachineEvaluator({ rows, ...program });
  const quantiser = createQuantiser(compiled.table.subjects);
  const states = new Uint8Array(rows.length);
  const inOrder = new Uint8Array(rows.length);
  return machineDecider(rows.length, (machine) => {
    quantiser.levels(machine, evaluator.codes);
    evaluator.states(states);
    rows.forEach((row, update) => (inOrder[update] = states[row] as number));
    return inOrder;
  });
};

export function createRowsEngine(): ScanEngine {
  return { id: 'rows', scan: (catalog, machines, options) => scanBlocks(open, catalog, machines, options) };
}
