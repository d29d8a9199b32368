import { classifyError } from './classify-error.ts';
import { Database, databaseVersion } from './database.ts';
import type { IndexedDbPort } from './database.ts';
import { DexieStore } from './dexie-store.ts';
import type { FreeSpace } from './dexie-store.ts';
import { JournalChain } from './journal-chain.ts';
import { MemoryStore } from './memory-store.ts';
import { StoreError } from './store-error.ts';

export interface StoreOptions {
  readonly name: string;
  /** Null where there is no IndexedDB at all. */
  readonly indexedDb: IndexedDbPort | null;
  readonly freeSpace: FreeSpace;
  /** A name no other tab has. */
  readonly writer: string;
  /** Called when a newer program in another tab asked for the database, and this one let it go (STO10). */
  readonly onReleased?: () => void;
  /** Called while another tab with an older program holds the database and must be closed (STO10). */
  readonly onHeld?: () => void;
}

/** What the page is told when storage is refused and the work is kept in memory only (STO07). */
export interface OpenedStore {
  readonly store: DexieStore | MemoryStore;
  readonly failure: string | null;
}

/** Dexie multiplies its versions by ten. */
const dexieFactor = 10;

async function openDatabase(port: IndexedDbPort, options: StoreOptions): Promise<Database> {
  const db = new Database(options.name, port);
  db.on('versionchange', () => {
    db.close();
    options.onReleased?.();
    // Dexie's own answer would open the database again, with the newer tables.
    return false;
  });
  db.on('blocked', () => options.onHeld?.());
  await db.open();
  // Dexie opens a newer database all the same; its tables may mean something else by now.
  const found = db.backendDB().version / dexieFactor;
  if (found > databaseVersion) {
    db.close();
    throw new StoreError('storage-newer', { found, known: databaseVersion });
  }
  return db;
}

/**
 * Opens the store, or an in-memory one where the browser refuses (private window, policy).
 *
 * @throws StoreError `storage-newer` when the database belongs to a newer program: nothing is touched
 */
export async function openStore(options: StoreOptions): Promise<OpenedStore> {
  const chain = await JournalChain.create();
  if (!options.indexedDb) return { store: new MemoryStore(chain), failure: 'no IndexedDB' };
  try {
    const db = await openDatabase(options.indexedDb, options);
    return { store: new DexieStore(db, chain, options.freeSpace, options.writer), failure: null };
  } catch (error) {
    const classified = classifyError(error, 0, null);
    if (classified instanceof StoreError && classified.code === 'storage-blocked') {
      const cause = error instanceof Error ? error.message.split('\n', 1)[0] : '';
      return { store: new MemoryStore(chain), failure: cause || 'IndexedDB refused' };
    }
    throw classified;
  }
}

/** An empty in-memory store: the command line, tests. */
export async function openMemoryStore(): Promise<MemoryStore> {
  return new MemoryStore(await JournalChain.create());
}
