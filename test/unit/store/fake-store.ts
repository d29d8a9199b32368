/** Stores over a fake IndexedDB: one factory is one browser profile. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { openStore } from '../../../src/store/index.ts';
import type { IndexedDbPort, OpenedStore, StoreOptions } from '../../../src/store/index.ts';

export function fakeProfile(): IndexedDbPort {
  return { indexedDB: new IDBFactory(), IDBKeyRange };
}

export function openFake(
  indexedDb: IndexedDbPort | null,
  options: Partial<StoreOptions> = {},
): Promise<OpenedStore> {
  return openStore({
    name: 'test',
    indexedDb,
    freeSpace: () => Promise.resolve(null),
    writer: 'tab-1',
    ...options,
  });
}

/** Opens the database behind a store with bare IndexedDB, as a person with developer tools would. */
export function openRaw(profile: IndexedDbPort, version?: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = profile.indexedDB.open('test', version);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** One edit in one table behind the store's back. */
export async function tamper(
  profile: IndexedDbPort,
  table: string,
  edit: (store: IDBObjectStore) => void,
): Promise<void> {
  const db = await openRaw(profile);
  await new Promise<void>((resolve, reject) => {
    const transaction = db.transaction(table, 'readwrite');
    edit(transaction.objectStore(table));
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
  db.close();
}
