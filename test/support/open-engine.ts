/** The whole engine in Node: real use cases and readers over a fake IndexedDB or memory. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { createRowsEngine } from '../../src/scan/index.ts';
import type { ScanEngine } from '../../src/scan/index.ts';
import { openStore } from '../../src/store/index.ts';
import type { IndexedDbPort, StoreOptions } from '../../src/store/index.ts';
import type { LzxPort } from '../../src/formats/cab/index.ts';
import { modelDeriver } from '../../src/tasks/derive-model.ts';
import type { Engine } from '../../src/tasks/engine.ts';
import { Session } from '../../src/tasks/session.ts';
import { standardFormats } from '../../src/tasks/standard-formats.ts';
import { createEngine } from '../../src/workers/create-engine.ts';
import type { EngineCore } from '../../src/workers/create-engine.ts';

export interface EngineOptions {
  /** The same one again is the same browser profile. */
  readonly indexedDb?: IndexedDbPort | null;
  readonly writer?: string;
  readonly hadData?: boolean;
  readonly freeSpace?: StoreOptions['freeSpace'];
  readonly scanEngine?: ScanEngine;
  readonly onStored?: () => void;
  /** The decoder that the page brings. */
  readonly lzx?: LzxPort;
}

export interface OpenedEngine {
  readonly engine: Engine;
  readonly core: EngineCore;
  readonly session: Session;
}

export function profile(): IndexedDbPort {
  return { indexedDB: new IDBFactory(), IDBKeyRange };
}

/** Milliseconds since 1970 at which every test begins; each look at the clock is a millisecond later. */
export const testBegin = Date.UTC(2026, 10, 21, 12);

export async function openTestEngine(options: EngineOptions = {}): Promise<OpenedEngine> {
  const { store, failure } = await openStore({
    name: 'test',
    indexedDb: options.indexedDb === undefined ? profile() : options.indexedDb,
    freeSpace: options.freeSpace ?? (() => Promise.resolve(null)),
    writer: options.writer ?? 'tab-1',
  });
  let ids = 0;
  let now = testBegin;
  const clock = (): number => (now += 1);
  const { onStored } = options;
  const session = await Session.open({
    store,
    clock,
    hadData: options.hadData ?? false,
    ...(onStored ? { onStored } : {}),
  });
  const core = createEngine({
    session,
    derive: modelDeriver(),
    engine: options.scanEngine ?? createRowsEngine(),
    formats: { ...standardFormats, ...(options.lzx && { lzx: options.lzx }) },
    claimStore: async () => {
      if (store.mode === 'browser') await store.claim();
    },
    askStorage: () => Promise.resolve({ persisted: false, usedBytes: null, quotaBytes: null }),
    storageFailure: failure,
    software: 'Patchferry test',
    newId: () => `00000000-0000-4000-8000-${String(ids++).padStart(12, '0')}`,
  });
  return { core, session, engine: core.engineFor(new AbortController().signal) };
}

export function quiet(): void {
  // Progress is not looked at.
}
