import { describe, expect, it } from 'vitest';
import { classifyError } from '../../../src/store/classify-error.ts';
import { databaseVersion, StoreError } from '../../../src/store/index.ts';
import { fakeProfile, openFake, openRaw, tamper } from './fake-store.ts';
import { fullChange } from './sample.ts';

/** As the browser counts: Dexie multiplies its versions by ten. */
const newerVersion = (databaseVersion + 1) * 10;

describe('storage faults', () => {
  it('STO01 a full disk is found inside the AbortError that Dexie reports', () => {
    const dexie = Object.assign(new Error('QuotaExceededError '), {
      name: 'AbortError',
      inner: Object.assign(new Error(''), { name: 'QuotaExceededError' }),
    });
    expect(classifyError(dexie, 700, 300)).toMatchObject({
      code: 'storage-full',
      details: { needed: 700, available: 300 },
    });
    // Ten gigabytes free cannot be true when 700 bytes did not fit.
    expect(classifyError(dexie, 700, 10_737_418_240)).toMatchObject({
      details: { needed: 700, available: 'unknown' },
    });
  });

  it('STO01 what will not fit is refused before anything is written', async () => {
    const { store } = await openFake(fakeProfile(), { freeSpace: () => Promise.resolve(50_000) });
    await expect(store.apply(fullChange, 'Kim', 1)).rejects.toMatchObject({
      code: 'storage-full',
      details: { available: 50_000 },
    });
    expect((await store.load()).journalLength).toBe(0);
  });

  it('leaves nothing of a change whose transaction fails half-way', async () => {
    const profile = fakeProfile();
    const { store } = await openFake(profile);
    await store.apply({ ubr: { ws1: 1 }, journal: [{ act: 'ubr-set' }] }, '', 1);
    // An entry where the next one belongs makes the last step of the transaction fail.
    await tamper(profile, 'entries', (table) => table.put({ index: 2, act: 'forged' }));
    await expect(store.apply(fullChange, 'Kim', 2)).rejects.toThrow();
    const data = await store.load();
    expect(data).toMatchObject({ editions: [], readings: [], authorizations: [], states: null });
    expect(data.ubr).toEqual({ ws1: 1 });
  });

  it('goes on with the next change after one failed', async () => {
    const free = [0, 1_000_000];
    const { store } = await openFake(fakeProfile(), {
      freeSpace: () => Promise.resolve(free.shift() ?? null),
    });
    const failed = store.apply(fullChange, 'Kim', 1);
    const next = store.apply({ ubr: { ws1: 2 }, journal: [] }, '', 2);
    await expect(failed).rejects.toBeInstanceOf(StoreError);
    await next;
    expect((await store.load()).ubr).toEqual({ ws1: 2 });
  });

  it('STO07 works in memory and says why where there is no IndexedDB', async () => {
    const opened = await openFake(null);
    expect(opened.store.mode).toBe('memory');
    expect(opened.failure).toBe('no IndexedDB');
    await opened.store.apply(fullChange, 'Kim', 1);
    expect((await opened.store.load()).readings).toHaveLength(2);
  });

  it('STO07 works in memory where IndexedDB is there but refused', async () => {
    const profile = fakeProfile();
    const refused = {
      ...profile,
      indexedDB: {
        open: () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      } as unknown as IDBFactory,
    };
    const opened = await openFake(refused);
    expect(opened.store.mode).toBe('memory');
    expect(opened.failure).toContain('insecure');
  });

  it('STO09 a database of a newer program is refused and left as it is', async () => {
    const profile = fakeProfile();
    const first = await openFake(profile);
    await first.store.apply(fullChange, 'Kim', 1);
    first.store.close();
    (await openRaw(profile, newerVersion)).close();
    await expect(openFake(profile)).rejects.toMatchObject({
      code: 'storage-newer',
      details: { found: databaseVersion + 1, known: databaseVersion },
    });
    const raw = await openRaw(profile);
    expect(raw.version).toBe(newerVersion);
    raw.close();
  });

  it('STO10 lets the database go when a newer program asks, and says so', async () => {
    const profile = fakeProfile();
    let released = false;
    const { store } = await openFake(profile, { onReleased: () => (released = true) });
    (await openRaw(profile, newerVersion)).close();
    expect(released).toBe(true);
    await expect(store.apply(fullChange, 'Kim', 1)).rejects.toMatchObject({ code: 'storage-held' });
  });

  it('STO03 a record that is gone or unreadable is named', async () => {
    const profile = fakeProfile();
    const { store } = await openFake(profile);
    await store.apply(fullChange, 'Kim', 1);
    const key = 'document:msrc:2026-Feb:b';
    await tamper(profile, 'bulk', (table) => table.put({ key, bytes: new Uint8Array([0x7b, 0xff]) }));
    await expect(store.load()).rejects.toMatchObject({ code: 'storage-damaged', details: { record: key } });
    await tamper(profile, 'bulk', (table) => table.delete(key));
    await expect(store.load()).rejects.toMatchObject({ code: 'storage-damaged', details: { record: key } });
  });

  it('APR03 a writer that another one replaced is refused, and nothing of it is lost or written', async () => {
    const profile = fakeProfile();
    const first = (await openFake(profile)).store;
    const second = (await openFake(profile, { writer: 'tab-2' })).store;
    if (first.mode !== 'browser' || second.mode !== 'browser') throw new Error('no database');
    await first.claim();
    await first.apply({ ubr: { ws1: 1 }, journal: [] }, '', 1);
    await second.claim();
    await expect(first.apply({ ubr: { ws1: 2 }, journal: [] }, '', 2)).rejects.toMatchObject({
      code: 'read-only',
    });
    await second.apply({ ubr: { ws2: 3 }, journal: [] }, '', 3);
    expect((await first.load()).ubr).toEqual({ ws1: 1, ws2: 3 });
  });
});
