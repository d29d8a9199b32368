/**
 * Typed-array engine, machine by machine: the fall-back where WebAssembly is refused, and the second
 * oracle of the kernel. One byte a node, its own loop over the graph.
 */
import type { Machine } from '../domain/index.ts';
import type { ScanEngine } from './engine.ts';
import { emptyMatrix, inBlocks, inOrder } from './fleet.ts';
import { buildGraph } from './graph.ts';
import type { Graph } from './graph.ts';
import { leafFalse, leafReader, leafTrue } from './leaf-values.ts';

export function createRowsEngine(): ScanEngine {
  return {
    id: 'rows',
    async scan(catalog, machines, onMachines, signal) {
      const ordered = inOrder(machines);
      const matrix = emptyMatrix(catalog, ordered);
      const graph = buildGraph(catalog);
      const reader = leafReader(graph.leaves);
      const truths = new Uint8Array(graph.leaves.length);
      const values = new Uint8Array(graph.nodes);
      const block = (start: number, end: number) => {
        for (let m = start; m < end; m++) {
          reader.read(ordered[m] as Machine, truths);
          evaluate(graph, truths, values);
          for (let u = 0; u < matrix.updates.length; u++) {
            const bit0 = valueOf(values, graph.outputs[u * 2] ?? 0);
            const bit1 = valueOf(values, graph.outputs[u * 2 + 1] ?? 0);
            matrix.codes[u * ordered.length + m] = bit0 + 2 * bit1;
          }
        }
      };
      await inBlocks(ordered.length, block, onMachines, signal);
      return matrix;
    },
  };
}

function valueOf(values: Uint8Array, literal: number): number {
  return (values[literal >>> 1] ?? 0) ^ (literal & 1);
}

/** Fills `values` (0 or 1 per node) from the truths of the leaves. */
function evaluate(graph: Graph, truths: Uint8Array, values: Uint8Array): void {
  values[0] = 0;
  for (let i = 0; i < truths.length; i++) {
    values[1 + 2 * i] = truths[i] === leafTrue ? 1 : 0;
    values[2 + 2 * i] = truths[i] === leafFalse ? 0 : 1;
  }
  const { operands } = graph;
  let node = 1 + 2 * truths.length;
  for (let i = 0; i < operands.length; i += 2) {
    values[node++] = valueOf(values, operands[i] ?? 0) & valueOf(values, operands[i + 1] ?? 0);
  }
}
