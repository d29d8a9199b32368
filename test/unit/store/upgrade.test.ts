import { expect, it } from 'vitest';
import { fakeProfile, openFake } from './fake-store.ts';
import { sampleEdition, sampleRoot } from './sample.ts';

const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

/** A database as version 1 of the tables left it, written with bare IndexedDB. */
function versionOne(profile: ReturnType<typeof fakeProfile>, documents: Readonly<Record<string, unknown>>) {
  return new Promise<void>((resolve, reject) => {
    const request = profile.indexedDB.open('test', 10);
    request.onupgradeneeded = () => {
      const tables = {
        meta: 'key',
        editions: 'key',
        readingChunks: 'id',
        bulk: 'key',
        ubr: 'machine',
        authorizations: 'update',
        ignored: 'sha256',
        entries: 'index',
      };
      for (const [table, keyPath] of Object.entries(tables))
        request.result.createObjectStore(table, { keyPath });
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const db = request.result;
      const transaction = db.transaction(['editions', 'bulk'], 'readwrite');
      for (const [key, document] of Object.entries(documents)) {
        transaction.objectStore('editions').put({ key, importedAt: 5, current: true });
        transaction.objectStore('bulk').put({ key: `document:${key}`, bytes: encode(document) });
      }
      transaction.oncomplete = () => {
        db.close();
        resolve();
      };
    };
  });
}

it('a database of version 1 keeps its documents, loses the unchecked word, and has room for roots', async () => {
  const profile = fakeProfile();
  const monthly = sampleEdition('2026-Feb', 'b');
  const cabinet = { source: 'mssecure', id: 'mssecure', container: 'cabinet' };
  await versionOne(profile, {
    [monthly.key]: monthly.document,
    'mssecure:mssecure:aa': { ...cabinet, signature: 'present' },
    'mssecure:mssecure:bb': cabinet,
  });
  const { store } = await openFake(profile);
  const data = await store.load();
  expect(data.editions.map(({ document }) => document)).toEqual([monthly.document, cabinet, cabinet]);
  expect(data.trustedRoots).toEqual([]);
  await store.apply({ putRoots: [sampleRoot('ab')], journal: [{ act: 'root-imported' }] }, 'Kim', 1);
  expect((await store.load()).trustedRoots).toEqual([sampleRoot('ab')]);
  await store.apply({ deleteRoots: [sampleRoot('ab').sha256], journal: [{ act: 'root-removed' }] }, 'Kim', 2);
  expect((await store.load()).trustedRoots).toEqual([]);
});
