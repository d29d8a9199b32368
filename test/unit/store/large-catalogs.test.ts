import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MuRevision } from '../../../src/domain/index.ts';
import { openMemoryStore, packDetails, StoreError } from '../../../src/store/index.ts';
import type { Change, Store, StoredEdition } from '../../../src/store/index.ts';
import { RevisionReader, writeRevisions } from '../../../src/store/large/revision-records.ts';
import type { RevisionRecord } from '../../../src/store/large/revision-records.ts';
import { muDetail } from '../../support/mu-detail.ts';
import { muDocument, muId as guid, muRevision } from '../../support/mu-revision.ts';
import { ruleTrees } from '../../support/random-rule-leaves.ts';
import { fakeProfile, openFake, openRaw, tamper } from './fake-store.ts';

const stores: [string, () => Promise<Store>][] = [
  ['browser', async () => (await openFake(fakeProfile())).store],
  ['memory', openMemoryStore],
];

const shared = { op: 'leaf', leaf: { kind: 'os-service-pack', servicePack: 1 } } as const;
const everything: MuRevision = {
  ...muRevision({ id: 1 }),
  type: 'Detectoid',
  role: 'child',
  prerequisites: [
    { anyOf: [guid(2), guid(3)], isCategory: true },
    { anyOf: [guid(2)], isCategory: false },
  ],
  supersedes: [guid(4)],
  supersededBy: [guid(5), guid(2)],
  bundled: [[{ updateId: guid(6), revision: 100 }], [{ updateId: guid(7), revision: 101 }]],
  categories: { companies: [guid(8)], families: [guid(9)], products: [guid(2)], classifications: [guid(10)] },
  rules: { isInstalled: { op: 'and', of: [shared, shared] }, isSuperseded: null, isInstallable: shared },
  fault: 'core-malformed',
  cves: ['CVE-2026-1'],
  reboot: 'NeverReboots',
  impact: 'Minor',
  uninstallable: true,
  maxDownloadSize: 0,
  handler: 'Cbs',
};

/** 1,203 revisions: more than two records. */
const many = [everything, ...Array.from({ length: 1202 }, (_, at) => muRevision({ id: at + 2 }))];

/** Writes parts of an edition and gives the edition that names them. */
async function written(
  store: Store,
  revisions: readonly MuRevision[],
  sha256: string,
): Promise<StoredEdition> {
  const writer = store.catalogs.begin();
  for (let from = 0; from < revisions.length; from += 500) {
    await writer.details(await packDetails(revisions.slice(from, from + 500).map((of) => muDetail(of))));
  }
  await writer.revisions(revisions);
  await writer.finish();
  const document = muDocument(revisions, { sha256 });
  return {
    key: `mu:wsusscn2:${sha256}`,
    document,
    importedAt: 1,
    current: true,
    generation: writer.generation,
  };
}

const putting = (...putEditions: StoredEdition[]): Change => ({ putEditions, journal: [] });

/** How many parts lie in the database. */
async function partsIn(profile: ReturnType<typeof fakeProfile>): Promise<number> {
  const db = await openRaw(profile);
  const count = await new Promise<number>((resolve) => {
    const request = db.transaction('catalogParts').objectStore('catalogParts').count();
    request.onsuccess = () => resolve(request.result);
  });
  db.close();
  return count;
}

describe.each(stores)('large catalogs, %s', (_mode, open) => {
  it('gives revisions back with the edition in use, and details one by one', async () => {
    const store = await open();
    const edition = await written(store, many, 'a');
    await store.apply(putting(edition), '', 1);
    expect((await store.load()).editions).toEqual([edition]);
    const { generation = '' } = edition;
    expect(await store.catalogs.detail(generation, guid(1000), 100)).toEqual(
      muDetail(many[999] as MuRevision),
    );
    expect(await store.catalogs.detail(generation, guid(1000), 101)).toBeNull();
    expect(await store.catalogs.revisions(generation)).toEqual(many);
  });

  it('keeps the former edition without its revisions, and removes one that goes', async () => {
    const store = await open();
    const first = await written(store, many.slice(0, 3), 'a');
    await store.apply(putting(first), '', 1);
    const second = await written(store, many.slice(0, 2), 'b');
    const former = { ...first, current: false, document: muDocument([], { sha256: 'a' }) };
    await store.apply(putting(second, former), '', 2);
    const { editions } = await store.load();
    expect(editions.map(({ document }) => document.source === 'mu' && document.revisions.length)).toEqual([
      0, 2,
    ]);
    expect(await store.catalogs.revisions(first.generation ?? '')).toHaveLength(3);
    await store.apply({ deleteEditions: [first.key], journal: [] }, '', 3);
    expect(await store.catalogs.revisions(first.generation ?? '')).toEqual([]);
    expect(await store.catalogs.revisions(second.generation ?? '')).toHaveLength(2);
  });

  it('CAT21 takes back what was written of a cancelled import', async () => {
    const store = await open();
    const first = await written(store, many.slice(0, 3), 'a');
    await store.apply(putting(first), '', 1);
    const writer = store.catalogs.begin();
    await writer.revisions(many);
    await writer.finish();
    await writer.discard();
    expect(await store.catalogs.revisions(writer.generation)).toEqual([]);
    expect((await store.load()).editions).toEqual([first]);
  });

  it('keeps the parts of what replaces everything, and removes all others', async () => {
    const store = await open();
    const before = await written(store, many.slice(0, 3), 'a');
    await store.apply(putting(before), '', 1);
    const restored = await written(store, many.slice(0, 4), 'b');
    await store.replace({ ...(await store.load()), editions: [restored] }, []);
    expect((await store.load()).editions).toEqual([restored]);
    expect(await store.catalogs.revisions(before.generation ?? '')).toEqual([]);
    await store.clear();
    expect(await store.catalogs.revisions(restored.generation ?? '')).toEqual([]);
  });
});

describe('large catalogs in the database', () => {
  it('another start finds them, and removes what a killed import left', async () => {
    const profile = fakeProfile();
    const first = await openFake(profile, { writer: 'tab-1' });
    const edition = await written(first.store, many, 'a');
    await first.store.apply(putting(edition), '', 1);
    const whole = await partsIn(profile);
    await written(first.store, many, 'b');
    expect(await partsIn(profile)).toBe(2 * whole);
    first.store.close();

    const second = await openFake(profile, { writer: 'tab-2' });
    if (second.store.mode === 'browser') await second.store.claim();
    expect(await partsIn(profile)).toBe(whole);
    expect((await second.store.load()).editions).toEqual([edition]);
  });

  it('names the part that is damaged', async () => {
    const profile = fakeProfile();
    const { store } = await openFake(profile);
    const edition = await written(store, many, 'a');
    await store.apply(putting(edition), '', 1);
    store.close();
    const key = `${edition.generation ?? ''}/r000000`;
    await tamper(profile, 'catalogParts', (table) => table.put({ key, bytes: new Uint8Array([1, 2, 3]) }));
    const again = await openFake(profile);
    await expect(again.store.load()).rejects.toEqual(new StoreError('storage-damaged', { record: key }));
  });

  it('does not read parts of catalogs where there are none: a start asks for keys once', async () => {
    const profile = fakeProfile();
    const { store } = await openFake(profile);
    if (store.mode === 'browser') await store.claim();
    expect(await partsIn(profile)).toBe(0);
    expect((await store.load()).editions).toEqual([]);
  });
});

describe('revisions as records', () => {
  it('come back as they were, whatever their rules, and equal rules as one object', () => {
    fc.assert(
      fc.property(fc.array(ruleTrees, { maxLength: 6 }), (rules) => {
        const revisions = rules.map((rule, at) =>
          muRevision({ id: at, rules: { isInstalled: rule, isSuperseded: null, isInstallable: rule } }),
        );
        const written = JSON.stringify([...writeRevisions(revisions)]);
        const records = JSON.parse(written) as RevisionRecord[];
        const reader = new RevisionReader();
        const read = records.flatMap((record) => reader.add(record));
        expect(read).toEqual(JSON.parse(JSON.stringify(revisions)));
        for (const { rules: sections } of read) expect(sections?.isInstalled).toBe(sections?.isInstallable);
      }),
    );
  });

  it('refuse a number with nothing behind it', () => {
    const [ids, rules, revisions] = [...writeRevisions([everything])];
    if (!ids || !rules || !revisions) throw new Error('three records');
    expect(() => new RevisionReader().add(revisions)).toThrow(RangeError);
    const reader = new RevisionReader();
    reader.add(ids);
    expect(() => reader.add(revisions)).toThrow(RangeError);
    reader.add(rules);
    expect(reader.add(revisions)).toEqual([everything]);
  });
});
