import { describe, expect, it } from 'vitest';
import { emptyWorkspace, openMemoryStore } from '../../../src/store/index.ts';
import type { Store, WorkspaceData } from '../../../src/store/index.ts';
import { fakeProfile, openFake } from './fake-store.ts';
import {
  fullChange,
  sampleAuthorization,
  sampleDeclaration,
  sampleEdition,
  sampleReading,
  sampleRoot,
  sampleWaiting,
} from './sample.ts';

const stores: [string, () => Promise<Store>][] = [
  ['browser', async () => (await openFake(fakeProfile())).store],
  ['memory', openMemoryStore],
];

/** What `fullChange` must have stored, written out by hand: lists sorted by their key. */
const fullWorkspace: WorkspaceData = {
  editions: [sampleEdition('2026-Feb', 'b'), sampleEdition('2026-Jan', 'a', false)],
  readings: [sampleReading('ws1', '11'), sampleReading('ws2', '22')],
  ubr: { ws1: 5122 },
  authorizations: [sampleAuthorization('msrc:KB1'), sampleAuthorization('msrc:KB2')],
  states: fullChange.states ?? null,
  settings: {
    operator: 'Kim',
    site: 'North',
    marking: '',
    language: 'de',
    theme: 'dark',
    singleKeys: false,
    track: 'rollup',
  },
  ignored: [{ file: 'x.txt', sha256: '99', format: 'dxdiag', reason: 'not-used' }],
  trustedRoots: [sampleRoot('ab'), sampleRoot('cd')],
  declarations: [sampleDeclaration('a'), sampleDeclaration('b')],
  waiting: [sampleWaiting('a'), sampleWaiting('b')],
  practice: true,
  lastExportAt: null,
  journalLength: 2,
  exportedAtLength: 0,
};

describe.each(stores)('store contract, %s', (_mode, open) => {
  it('is empty at first', async () => {
    const store = await open();
    expect(await store.load()).toEqual(emptyWorkspace);
    expect(await store.journal(1, 10)).toEqual({ entries: [], total: 0 });
    expect(await store.verifyJournal()).toBeNull();
  });

  it('gives back what a change wrote', async () => {
    const store = await open();
    await store.apply(fullChange, 'Kim', 1000);
    expect(await store.load()).toEqual(fullWorkspace);
  });

  it('replaces and removes by key and leaves the rest', async () => {
    const store = await open();
    await store.apply(fullChange, 'Kim', 1000);
    await store.apply(
      {
        putEditions: [sampleEdition('2026-Jan', 'a', true)],
        deleteEditions: ['msrc:2026-Feb:b'],
        putReadings: [{ ...sampleReading('ws2', '22'), givenName: 'press-2' }],
        deleteReadings: ['11'],
        ubr: { ws1: null, ws2: 7 },
        deleteAuthorizations: ['msrc:KB1'],
        states: null,
        putWaiting: [sampleWaiting('c')],
        deleteWaiting: [sampleWaiting('a').key],
        journal: [{ act: 'machine-removed' }],
      },
      'Kim',
      2000,
    );
    expect(await store.load()).toEqual({
      ...fullWorkspace,
      editions: [sampleEdition('2026-Jan', 'a', true)],
      readings: [{ ...sampleReading('ws2', '22'), givenName: 'press-2' }],
      ubr: { ws2: 7 },
      waiting: [sampleWaiting('b'), sampleWaiting('c')],
      authorizations: [sampleAuthorization('msrc:KB2')],
      states: null,
      journalLength: 3,
    });
  });

  it('keeps 1,203 readings over several chunks, and removing one touches no other', async () => {
    const store = await open();
    const name = (index: number): string => String(index).padStart(5, '0');
    const readings = Array.from({ length: 1203 }, (_, index) => sampleReading(`ws${index}`, name(index)));
    await store.apply({ putReadings: readings, journal: [] }, '', 1);
    await store.apply({ deleteReadings: [name(0), name(700)], journal: [] }, '', 2);
    const left = (await store.load()).readings.map((stored) => stored.reading.sha256);
    expect(left).toHaveLength(1201);
    expect(left).not.toContain(name(0));
    expect(left).not.toContain(name(700));
    expect(left).toContain(name(701));
  });

  it('remembers where the journal stood at the last export', async () => {
    const store = await open();
    await store.apply(fullChange, 'Kim', 1000);
    await store.apply({ lastExportAt: 1500, journal: [{ act: 'workspace-exported' }] }, 'Kim', 1500);
    expect(await store.load()).toMatchObject({ lastExportAt: 1500, journalLength: 3, exportedAtLength: 3 });
  });

  it('replaces everything at once and appends the act to the journal it was given', async () => {
    const source = await open();
    await source.apply(fullChange, 'Kim', 1000);
    const { entries } = await source.journal(1, 10);
    const exported = { ...(await source.load()), lastExportAt: 1200, exportedAtLength: 2 };

    const store = await open();
    await store.apply({ ubr: { other: 1 }, journal: [{ act: 'ubr-set' }] }, 'Lee', 500);
    await store.replace(exported, entries, { journal: [{ act: 'workspace-restored' }], by: 'Lee', at: 3000 });

    expect(await store.load()).toEqual({ ...exported, journalLength: 3, exportedAtLength: 3 });
    const restored = await store.journal(1, 10);
    expect(restored.entries.slice(0, 2)).toEqual(entries);
    expect(restored.entries[2]).toMatchObject({ index: 3, act: 'workspace-restored', by: 'Lee', at: 3000 });
    expect(await store.verifyJournal()).toBeNull();
  });

  it('clears everything, the journal too', async () => {
    const store = await open();
    await store.apply(fullChange, 'Kim', 1000);
    await store.clear();
    expect(await store.load()).toEqual(emptyWorkspace);
    expect(await store.journal(1, 10)).toEqual({ entries: [], total: 0 });
  });

  it('applies calls in the order they were made, without waiting between them', async () => {
    const store = await open();
    await Promise.all(
      [5, 6, 7].map((ubr) =>
        store.apply({ ubr: { ws1: ubr }, journal: [{ act: 'ubr-set', details: { ubr } }] }, '', ubr),
      ),
    );
    expect((await store.load()).ubr).toEqual({ ws1: 7 });
    expect((await store.journal(1, 10)).entries.map((entry) => entry.details['ubr'])).toEqual([5, 6, 7]);
  });

  it('STO15 entries are in order of their counter although the clock moved back', async () => {
    const store = await open();
    await store.apply({ journal: [{ act: 'scanned' }] }, '', 2_000_000);
    await store.apply({ journal: [{ act: 'authorized' }] }, '', 1_000_000);
    const { entries } = await store.journal(1, 10);
    expect(entries.map((entry) => [entry.index, entry.act])).toEqual([
      [1, 'scanned'],
      [2, 'authorized'],
    ]);
    expect(await store.verifyJournal()).toBeNull();
  });
});
