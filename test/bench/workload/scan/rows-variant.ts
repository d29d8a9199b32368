/** Typed arrays, machine by machine, with product guards and without: loading levels, and all states. */
import { machinesPerBlock } from '../../../../src/domain/index.ts';
import { compileGraph } from '../../../../src/scan/program/compile-graph.ts';
import { createMachineEvaluator } from '../../../../src/scan/rows/machine-evaluator.ts';
import { compileRows } from '../../../../src/scan/rows/rows-program.ts';
import { comparisonsOf, syntheticCatalog } from '../catalog.ts';
import { codeMaker, fleetMaker } from '../fleet.ts';
import { perPair, Pieces } from './pieces.ts';
import { markOf, sampleOf, sizesOf } from './variant.ts';
import type { Order } from './variant.ts';

export function rowsVariant(order: Order, guarded: boolean) {
  const sizes = sizesOf(order);
  const catalog = syntheticCatalog(sizes);
  const compiled = compileGraph(catalog);
  const program = compileRows(compiled, guarded);
  const evaluator = createMachineEvaluator(program);
  const machineAt = fleetMaker(sizes, order.machines);
  const make = codeMaker(sizes, compiled.table.subjects);
  let facts = 0;
  const levels = sampleOf(order.machines, machinesPerBlock).map((at) => {
    const codes = new Uint16Array(compiled.table.subjects.length);
    const machine = machineAt(at);
    facts += machine.facts.length;
    make(machine, codes);
    return codes;
  });
  const pieces = new Pieces();
  const states = new Uint8Array(order.updates);
  const run = (machine: number): void => {
    evaluator.codes.set(levels[machine] as Uint16Array);
    evaluator.states(states);
  };
  return {
    round: () => pieces.round(levels.length, run),
    finish() {
      const marks = levels.map((_levels, machine) => {
        run(machine);
        return markOf(Uint8Array.from(program.rows, (row) => states[row] as number));
      });
      return {
        perPair: perPair(pieces, levels.length * order.updates),
        marks,
        comparisons: comparisonsOf(catalog) / order.updates,
        facts: facts / levels.length,
        nodes: compiled.graph.size,
      };
    },
  };
}
