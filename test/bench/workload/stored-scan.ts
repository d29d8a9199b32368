/** The fleet scan from the application's own store: compiled catalog and facts are read, states decided. */
import { countPairs } from '../../../src/domain/index.ts';
import type { CompiledCatalog, Machine, StateBlock } from '../../../src/domain/index.ts';
import { createKernelEngine } from '../../../src/scan/index.ts';
import { encodeProgram } from '../../../src/scan/program/program-record.ts';
import type { ScanProgram } from '../../../src/scan/program/scan-program.ts';
import { openStore } from '../../../src/store/index.ts';
import type { Store } from '../../../src/store/index.ts';
import { timed } from './timed.ts';

/** Quantised facts of a block, and the ids of its machines. */
export interface MadeBlock {
  readonly machines: readonly string[];
  readonly planes: Uint8Array<ArrayBuffer>;
}

/** The application's own store, with the facts of every block and the compiled catalog in it. */
async function storeOf(program: ScanProgram, blocks: readonly MadeBlock[], states: readonly StateBlock[]) {
  const { indexedDB, IDBKeyRange } = globalThis;
  const opened = await openStore({
    name: 'bench-scan',
    indexedDb: { indexedDB, IDBKeyRange },
    freeSpace: () => Promise.resolve(null),
    writer: 'bench',
  });
  const { store } = opened;
  await store.records.keepProgram(program.catalogKey, encodeProgram(program));
  for (const [at, block] of blocks.entries()) {
    await store.records.keepFacts(states[at] as StateBlock, block.planes);
  }
  return store;
}

/** Reads the facts of every block and does nothing with them; two at a time, as the scan does. */
async function readAll({ records }: Store, blocks: readonly StateBlock[]): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let block = blocks[next++]; block !== undefined; block = blocks[next++]) {
      if ((await records.facts(block)) === null) throw new Error('the facts of a block are missing');
    }
  };
  await Promise.all([lane(), lane()]);
}

/** A machine that nobody reads: its facts are in the store. */
function machineOfId(id: string): Machine {
  const unread = { state: 'unavailable', reason: 'not-collected' } as const;
  const os = { version: unread, role: unread, architecture: unread, installation: unread };
  return { id, os } as unknown as Machine;
}

export interface StoredOrder {
  readonly catalog: CompiledCatalog;
  readonly program: ScanProgram;
  readonly module: WebAssembly.Module;
  readonly blocks: readonly MadeBlock[];
  /** Pairs that are Installed, Unknown, Not Required. */
  readonly counts: readonly number[];
  readonly runs: number;
}

/** Milliseconds of reading all facts, and of scanning from them, by turns. */
export async function measureStored({ catalog, program, module, blocks, counts, runs }: StoredOrder) {
  // States of nothing yet: the first scan from the store gives the right ones, all further ones the same.
  const none = blocks.map((each): StateBlock => ({ machines: each.machines, planes: new Uint32Array(0) }));
  let stored: Store | null = null;
  const writing = await timed(1, async () => (stored = await storeOf(program, blocks, none)));
  const store = stored as unknown as Store;
  const engine = createKernelEngine(() => Promise.resolve(module));
  const fleet = blocks.flatMap((each) => each.machines.map(machineOfId));
  const previous = {
    catalog,
    states: { catalogKey: catalog.key, updates: program.updates, blocks: none },
    changed: new Set<string>(),
    again: true,
  };
  const scanStored = () => engine.scan(catalog, fleet, { records: store.records, previous });
  const { states: found } = await scanStored();
  const pairsIn = countPairs(found);
  const sums = [pairsIn.Installed, pairsIn.Unknown, pairsIn.NotRequired];
  if (sums.join() !== counts.join()) throw new Error(`the scan from the store differs: ${sums.join()}`);
  const reading: number[] = [];
  const endToEnd: number[] = [];
  for (let i = 0; i < runs; i++) {
    reading.push(...(await timed(1, () => readAll(store, none))));
    endToEnd.push(...(await timed(1, scanStored)));
  }
  const summing = await timed(3, () => countPairs(found));
  await store.clear();
  store.close();
  const stateBytes = found.blocks.reduce((sum, { planes }) => sum + planes.byteLength, 0);
  return { reading, endToEnd, writing, summing, stateBytes };
}
