import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import type { StateBlock } from '../../../src/domain/index.ts';
import type { Store, StoredStates } from '../../../src/store/index.ts';
import { planesOf } from '../../support/state-matrix.ts';
import { fakeProfile, openFake, openRaw, tamper } from './fake-store.ts';
import { fullChange } from './sample.ts';

const summary = fullChange.states?.summary as StoredStates['summary'];
const machines = Array.from({ length: 300 }, (_, at) => `m${String(at).padStart(3, '0')}`);

function statesOf(seed: number): StoredStates {
  const codes = Uint8Array.from({ length: 2 * 300 }, (_, at) => (at * seed) % 4);
  return { planes: planesOf({ catalogKey: 'k', updates: ['a', 'b'], machines, codes }), summary };
}

async function keysOf(profile: ReturnType<typeof fakeProfile>, table: string): Promise<IDBValidKey[]> {
  const db = await openRaw(profile);
  const keys = await new Promise<IDBValidKey[]>((resolve) => {
    const request = db.transaction(table).objectStore(table).getAllKeys();
    request.onsuccess = () => resolve(request.result);
  });
  db.close();
  return keys;
}

const write = (store: Store, states: StoredStates | null) => store.apply({ states, journal: [] }, '', 1);

describe('states in blocks', () => {
  it('a change writes only new blocks, and removes those that are gone', async () => {
    const profile = fakeProfile();
    const { store } = await openFake(profile);
    const first = statesOf(1);
    await write(store, first);
    const before = await keysOf(profile, 'stateBlocks');
    expect(before).toHaveLength(3);
    const [one, , three] = first.planes.blocks as StateBlock[];
    const other = statesOf(3).planes.blocks[1] as StateBlock;
    const next = { planes: { ...first.planes, blocks: [one, other, three] as StateBlock[] }, summary };
    await write(store, next);
    const after = await keysOf(profile, 'stateBlocks');
    expect(after).toHaveLength(3);
    expect(after.filter((key) => before.includes(key))).toHaveLength(2);
    expect((await store.load()).states).toEqual(next);
    const again = (await openFake(profile)).store;
    expect((await again.load()).states).toEqual(next);
    await write(again, null);
    expect(await keysOf(profile, 'stateBlocks')).toEqual([]);
  });

  it('a block stays known after a start: it is the same record, and a reload gives the same object', async () => {
    const profile = fakeProfile();
    await write((await openFake(profile)).store, statesOf(1));
    const before = await keysOf(profile, 'stateBlocks');
    const { store } = await openFake(profile, { writer: 'tab-2' });
    const { states } = await store.load();
    await write(store, states);
    expect(await keysOf(profile, 'stateBlocks')).toEqual(before);
    expect((await store.load()).states?.planes.blocks[2]).toBe(states?.planes.blocks[2]);
  });

  it('blocks of a change that failed are written by the next one', async () => {
    const profile = fakeProfile();
    const { store } = await openFake(profile);
    await store.apply({ journal: [{ act: 'scanned' }] }, '', 1);
    await tamper(profile, 'entries', (table) => table.put({ index: 2, act: 'forged' }));
    const states = statesOf(1);
    await expect(store.apply({ states, journal: [{ act: 'scanned' }] }, '', 2)).rejects.toThrow();
    expect((await store.load()).states).toBeNull();
    await write(store, states);
    expect((await (await openFake(profile)).store.load()).states).toEqual(states);
  });

  it('a missing block costs the states, which can be decided again, and nothing else', async () => {
    const profile = fakeProfile();
    await (await openFake(profile)).store.apply(fullChange, '', 1);
    const [key] = await keysOf(profile, 'stateBlocks');
    await tamper(profile, 'stateBlocks', (table) => table.delete(key ?? ''));
    const data = await (await openFake(profile)).store.load();
    expect(data.states).toBeNull();
    expect(data.readings).toHaveLength(2);
  });
});

describe('what scans leave for the next one', () => {
  it('facts and the compiled catalog are there at the next start, and go with their states', async () => {
    const profile = fakeProfile();
    const { store } = await openFake(profile);
    const states = statesOf(1);
    const [one, two] = states.planes.blocks as [StateBlock, StateBlock];
    await store.records.keepFacts(one, new Uint8Array([1, 2, 3]));
    await store.records.keepProgram('k', new Uint8Array([7, 8]).buffer);
    await write(store, states);
    const again = (await openFake(profile)).store;
    const [read, second] = (await again.load()).states?.planes.blocks as [StateBlock, StateBlock];
    expect(await again.records.facts(read)).toEqual(new Uint8Array([1, 2, 3]));
    expect(await again.records.facts(second)).toBeNull();
    expect(await again.records.facts(two)).toBeNull();
    expect(new Uint8Array((await again.records.program('k')) ?? new ArrayBuffer())).toEqual(
      new Uint8Array([7, 8]),
    );
    await write(again, { ...states, planes: { ...states.planes, catalogKey: 'other', blocks: [two] } });
    expect(await keysOf(profile, 'factBlocks')).toEqual([]);
    expect(await again.records.program('k')).toBeNull();
  });

  it('facts of a scan that came to nothing are removed with the next states', async () => {
    const profile = fakeProfile();
    const { store } = await openFake(profile);
    await store.records.keepFacts(statesOf(1).planes.blocks[0] as StateBlock, new Uint8Array([1]));
    expect(await keysOf(profile, 'factBlocks')).toHaveLength(1);
    await write(store, statesOf(3));
    expect(await keysOf(profile, 'factBlocks')).toEqual([]);
  });

  it('STO01 where there is no room for them, states are stored all the same', async () => {
    const profile = fakeProfile();
    const free = [100, 100, 10_000_000, 10_000_000];
    const { store } = await openFake(profile, { freeSpace: () => Promise.resolve(free.shift() ?? null) });
    const states = statesOf(1);
    await store.records.keepFacts(states.planes.blocks[0] as StateBlock, new Uint8Array(5000));
    await store.records.keepProgram('k', new ArrayBuffer(5000));
    await write(store, states);
    const [block] = (await (await openFake(profile)).store.load()).states?.planes.blocks ?? [];
    expect(await store.records.facts(block as StateBlock)).toBeNull();
    expect(await store.records.program('k')).toBeNull();
  });

  it('without a database the last compiled catalog stays', async () => {
    const { store } = await openFake(null);
    await store.records.keepProgram('k', new ArrayBuffer(3));
    expect(await store.records.program('other')).toBeNull();
    expect((await store.records.program('k'))?.byteLength).toBe(3);
  });
});

it('a database of the version before loses only its states', async () => {
  const profile = fakeProfile();
  const old = new Dexie('test', profile);
  old.version(1).stores({
    meta: '&key',
    editions: '&key',
    readingChunks: '&id',
    bulk: '&key',
    ubr: '&machine',
    authorizations: '&update',
    ignored: '&sha256',
    entries: '&index',
  });
  await old.open();
  await old.table('meta').bulkPut([
    { key: 'states', value: { catalogKey: 'k', updates: ['a'], machines: ['m'], summary } },
    { key: 'practice', value: true },
  ]);
  await old.table('bulk').put({ key: 'states', bytes: new Uint8Array([0]) });
  await old.table('ubr').put({ machine: 'm', ubr: 5 });
  old.close();
  const { store } = await openFake(profile);
  expect(await store.load()).toMatchObject({ states: null, practice: true, ubr: { m: 5 } });
  expect(await keysOf(profile, 'bulk')).toEqual([]);
});
