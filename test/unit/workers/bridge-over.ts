/** A bridge over workers without threads, and the smallest engine behind them. */
import { defaultSettings } from '../../../src/domain/index.ts';
import type { Engine, Snapshot } from '../../../src/tasks/engine.ts';
import { Bridge } from '../../../src/workers/bridge.ts';
import type { BridgePorts } from '../../../src/workers/bridge.ts';
import type { EngineCore } from '../../../src/workers/create-engine.ts';
import type { FakeWorkers } from './fake-worker.ts';

export const emptySnapshot: Snapshot = {
  version: 1,
  settings: defaultSettings,
  catalogs: { editions: [], missingMonths: [], warnings: [] },
  updates: [],
  machines: [],
  states: null,
  scan: null,
  authorizations: [],
  voided: [],
  ignored: [],
  waiting: [],
  next: [{ kind: 'bring-catalog' }],
  undo: null,
  redo: null,
  storage: {
    mode: 'browser',
    persisted: false,
    usedBytes: null,
    quotaBytes: null,
    lastExportAt: null,
    changesSinceExport: 1,
    clearedByBrowser: false,
    failure: null,
  },
  practice: false,
  trustedRoots: [],
  missingFacts: [],
  missingRanges: [],
};

/** An engine of which only the given methods are asked. */
export function core(
  methods: (signal: AbortSignal) => Partial<Engine>,
  claim = async () => undefined,
): EngineCore {
  return {
    engineFor: (signal) => ({ snapshot: async () => emptySnapshot, ...methods(signal) }) as Engine,
    claim,
    reload: async () => undefined,
    scanWhereDue: async () => false,
  };
}

let names = 0;

export function bridgeOver(workers: FakeWorkers, ports: Partial<BridgePorts> = {}): Bridge {
  let marked = false;
  return new Bridge({
    spawn: workers.spawn,
    locks: null,
    channel: null,
    marker: { read: () => marked, write: (present) => (marked = present) },
    newName: () => `worker-${(names += 1)}`,
    ...ports,
  });
}
