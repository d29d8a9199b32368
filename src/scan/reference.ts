/** The reference evaluator as an engine: slow, readable, right by definition. */
import { patchStates } from '../domain/index.ts';
import type { Machine, UpdateRules } from '../domain/index.ts';
import type { ScanEngine } from './engine.ts';
import { emptyMatrix, inBlocks, inOrder } from './fleet.ts';
import { defaultPolicy } from './policy.ts';
import { decideUpdate, truthMemory } from './truth-memory.ts';

export function createReferenceEngine(): ScanEngine {
  return {
    id: 'reference',
    async scan(catalog, machines, onMachines, signal) {
      const ordered = inOrder(machines);
      const matrix = emptyMatrix(catalog, ordered);
      const block = (start: number, end: number) => {
        for (let m = start; m < end; m++) {
          const memory = truthMemory();
          catalog.updates.forEach((rules: UpdateRules, u) => {
            const { outcome } = decideUpdate(rules, ordered[m] as Machine, defaultPolicy, memory);
            matrix.codes[u * ordered.length + m] = patchStates.indexOf(outcome.state);
          });
        }
      };
      await inBlocks(ordered.length, block, onMachines, signal);
      return matrix;
    },
  };
}
