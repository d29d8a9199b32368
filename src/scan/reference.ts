/** The reference evaluator as an engine: slow, readable, right by definition. */
import { patchStates } from '../domain/index.ts';
import { machineDecider } from './blocks/machine-decider.ts';
import { scanBlocks } from './blocks/scan-blocks.ts';
import type { OpenDecider } from './blocks/scan-blocks.ts';
import type { ScanEngine } from './engine.ts';
import { defaultPolicy } from './policy.ts';
import { decideUpdate, truthMemory } from './truth-memory.ts';

const open: OpenDecider = async ({ updates }) =>
  machineDecider(updates.length, (machine) => {
    const memory = truthMemory();
    return Uint8Array.from(updates, (rules) => {
      const { outcome } = decideUpdate(rules, machine, defaultPolicy, memory);
      return patchStates.indexOf(outcome.state);
    });
  });

export function createReferenceEngine(): ScanEngine {
  return {
    id: 'reference',
    scan: (catalog, machines, options) => scanBlocks(open, catalog, machines, options),
  };
}
