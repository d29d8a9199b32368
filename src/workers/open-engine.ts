import { modelDeriver } from '../tasks/derive-model.ts';
import { Session } from '../tasks/session.ts';
import { standardFormats } from '../tasks/standard-formats.ts';
import { openStore } from '../store/index.ts';
import type { IndexedDbPort } from '../store/index.ts';
import { askStorage, freeSpace } from './ask-storage.ts';
import { createEngine } from './create-engine.ts';
import type { OpenEngine } from './engine-host.ts';
import { kernelOrRows } from './kernel-or-rows.ts';
import { holdLifeLock } from './life-lock.ts';
import { loadKernel } from './load-kernel.ts';
import { scanPool } from './scan-pool.ts';
import { browserPool } from './spawn-scan-worker.ts';
import { lzx } from './load-lzx.ts';
import { shardPool, spawnShardWorker } from './shard-pool.ts';

/** One database for every copy of the program at this origin. */
const databaseName = 'patchferry';
const software = 'Patchferry 0.1.0';

function indexedDbPort(): IndexedDbPort | null {
  try {
    const { indexedDB, IDBKeyRange } = globalThis;
    return indexedDB ? { indexedDB, IDBKeyRange } : null;
  } catch {
    // Reading the property is what some browsers refuse.
    return null;
  }
}

/** Version 4 GUID; `crypto.randomUUID` is absent on pages over plain LAN http. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The engine of this browser: its storage, its clock, its kernel, and word from other tabs. */
export const openEngine: OpenEngine = async (options, page) => {
  await holdLifeLock(options.lifeLock);
  const others = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('patchferry-store');
  const { store, failure } = await openStore({
    name: databaseName,
    indexedDb: indexedDbPort(),
    freeSpace,
    writer: newId(),
    onReleased: () => page.storageHeld(),
    onHeld: () => page.storageHeld(),
  });
  const claimStore = async (): Promise<void> => {
    if (store.mode === 'browser') await store.claim();
  };
  // Before anything is read: a writer that was replaced must not change it afterwards.
  if (options.role === 'writer') await claimStore();
  const session = await Session.open({
    store,
    clock: Date.now,
    hadData: options.hadData,
    onStored: () => others?.postMessage('stored'),
  });
  const core = createEngine({
    session,
    derive: modelDeriver(),
    engine: kernelOrRows(loadKernel, scanPool(browserPool)),
    formats: { ...standardFormats, lzx },
    // One core is for this thread: it unpacks the outer cabinet and stores.
    shards: shardPool(spawnShardWorker, (navigator.hardwareConcurrency || 1) - 1),
    claimStore,
    askStorage,
    storageFailure: failure,
    software,
    newId,
  });
  if (others && store.mode === 'browser') {
    others.onmessage = () => void core.reload().then(() => page.changed());
  }
  if (options.role === 'writer') {
    void core.scanWhereDue().then((scanned) => {
      if (scanned) page.changed();
    });
  }
  return core;
};
