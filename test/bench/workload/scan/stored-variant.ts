/**
 * A rescan from the application's own store, in the threads of the application: this worker reads the facts
 * of each block, the pool decides. It includes planning the blocks, starting the pool, sending it the
 * compiled catalog (which is in memory, as after the scan before), reading, deciding and the states of all
 * blocks back in this worker; writing states is not in it. Beside it, by turns: reading the same records as
 * many at a time in the same thread, and nothing else.
 */
import { countPairs } from '../../../../src/domain/index.ts';
import type { Machine, StateBlock, StatePlanes } from '../../../../src/domain/index.ts';
import { createKernelEngine } from '../../../../src/scan/index.ts';
import { encodeProgram } from '../../../../src/scan/program/program-record.ts';
import type { ScanProgram } from '../../../../src/scan/program/scan-program.ts';
import { compileProgram } from '../../../../src/scan/program/write-program.ts';
import { openStore } from '../../../../src/store/index.ts';
import type { Store } from '../../../../src/store/index.ts';
import { scanPool } from '../../../../src/workers/scan-pool.ts';
import { browserPool } from '../../../../src/workers/spawn-scan-worker.ts';
import { syntheticCatalog } from '../catalog.ts';
import { makeBlocks } from './made-blocks.ts';
import type { MadeBlock } from './made-blocks.ts';
import { sizesOf } from './variant.ts';
import type { Order } from './variant.ts';

/** The application's own store, with the facts of every block and the compiled catalog in it. */
async function storeOf(program: ScanProgram, blocks: readonly MadeBlock[], states: readonly StateBlock[]) {
  const { indexedDB, IDBKeyRange } = globalThis;
  const { store } = await openStore({
    name: `bench-scan-${String(program.updates.length)}`,
    indexedDb: { indexedDB, IDBKeyRange },
    freeSpace: () => Promise.resolve(null),
    writer: 'bench',
  });
  await store.records.keepProgram(program.catalogKey, encodeProgram(program));
  for (const [at, block] of blocks.entries()) {
    await store.records.keepFacts(states[at] as StateBlock, block.planes);
  }
  return store;
}

/** Reads the facts of every block and does nothing with them. */
async function readAll({ records }: Store, blocks: readonly StateBlock[], lanes: number): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let block = blocks[next++]; block !== undefined; block = blocks[next++]) {
      if ((await records.facts(block)) === null) throw new Error('the facts of a block are missing');
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** A machine that nobody reads: its facts are in the store. */
function machineOfId(id: string): Machine {
  const unread = { state: 'unavailable', reason: 'not-collected' } as const;
  const os = { version: unread, role: unread, architecture: unread, installation: unread };
  return { id, os } as unknown as Machine;
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

export async function storedVariant(order: Order) {
  const catalog = syntheticCatalog(sizesOf(order));
  const program = compileProgram(catalog);
  const module = await WebAssembly.compile(await (await fetch(order.kernel)).arrayBuffer());
  const made = makeBlocks(program, order);
  // States of nothing yet: every scan makes those of every block.
  const none = made.map(({ machines }): StateBlock => ({ machines, planes: new Uint32Array(0) }));
  const fleet = made.flatMap(({ machines }) => machines.map(machineOfId));
  let store: Store | null = null;
  const writing = await took(async () => (store = await storeOf(program, made, none)));
  const { records } = store as unknown as Store;
  made.length = 0;
  let lanes = 0;
  const open = scanPool(browserPool);
  const engine = createKernelEngine(
    () => Promise.resolve(module),
    async (...given) => {
      const pool = await open(...given);
      lanes = pool?.lanes ?? 0;
      return pool;
    },
  );
  const previous = {
    catalog,
    states: { catalogKey: catalog.key, updates: program.updates, blocks: none },
    changed: new Set<string>(),
    again: true,
  };
  let states: StatePlanes | null = null;
  const scan = async (): Promise<void> => {
    ({ states } = await engine.scan(catalog, fleet, { records, previous }));
  };
  await scan();
  if (lanes === 0) throw new Error('the pool did not start: this would measure something else');
  const [reading, endToEnd]: [number[], number[]] = [[], []];
  return {
    async round() {
      const read = async () =>
        reading.push(await took(() => readAll(store as unknown as Store, none, lanes)));
      const both = [read, async () => endToEnd.push(await took(scan))];
      // Whatever one leaves behind for the other, each comes first as often.
      for (const work of reading.length % 2 === 0 ? both : both.reverse()) await work();
    },
    async finish() {
      const found = states as unknown as StatePlanes;
      const summing: number[] = [];
      for (let i = 0; i < 3; i++) summing.push(await took(async () => countPairs(found)));
      const { Installed, Unknown, NotRequired } = countPairs(found);
      await (store as unknown as Store).clear();
      (store as unknown as Store).close();
      const stateBytes = found.blocks.reduce((sum, { planes }) => sum + planes.byteLength, 0);
      const counts = [Installed, Unknown, NotRequired];
      return { reading, endToEnd, writing, summing, stateBytes, counts, lanes };
    },
  };
}
