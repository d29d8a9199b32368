/** What can be chosen of an offline catalog, as the page asks for it. */
import { describe, expect, it } from 'vitest';
import { updatesWithin } from '../../../src/domain/index.ts';
import type { Progress, ScopeChoices } from '../../../src/domain/index.ts';
import type { Engine } from '../../../src/tasks/engine.ts';
import { fileOf, flatCatalog, nestedCatalog, packageXml } from '../../support/mu-cabinet.ts';
import { openTestEngine, quiet } from '../../support/open-engine.ts';
import { ids, smallCatalog } from '../../support/small-mu-catalog.ts';

const cabinet = nestedCatalog(smallCatalog);
const reason = 'a test';

async function choices(engine: Engine, file = fileOf(cabinet), allNames = false): Promise<ScopeChoices> {
  const read = await engine.scopeChoices(file, { reason, allNames }, quiet);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

describe('what can be chosen of a catalog', () => {
  it('comes with names and counts, and stores nothing', async () => {
    const { engine, session } = await openTestEngine();
    const before = await session.store.load();
    const { products, families, updates } = await choices(engine);
    expect(updates).toBe(4);
    expect(products.map(({ name, updates: count }) => [name, count])).toEqual([
      ['Product', 3],
      ['Other product', 1],
    ]);
    expect(families).toMatchObject([{ name: 'Family', updates: 4 }]);
    expect(await session.store.load()).toEqual(before);
  });

  it('is refused like the import where nothing proves the file and nobody gave a reason', async () => {
    const { engine } = await openTestEngine();
    const read = await engine.scopeChoices(fileOf(cabinet), { reason: '', allNames: false }, quiet);
    expect(read).toMatchObject({ ok: false, error: { code: 'signature-not-proven' } });
  });

  it('tells its progress stage by stage, each rising to its end', async () => {
    const { engine } = await openTestEngine();
    const seen: Progress[] = [];
    await engine.scopeChoices(fileOf(cabinet), { reason, allNames: false }, (p) => void seen.push(p));
    expect([...new Set(seen.map(({ phase }) => phase))]).toEqual(['hash', 'read', 'names']);
    for (const phase of ['hash', 'read', 'names'] as const) {
      const own = seen.filter((p) => p.phase === phase);
      expect(own.every(({ done }, at) => at === 0 || done >= (own[at - 1]?.done ?? 0))).toBe(true);
      expect(own.at(-1)?.done).toBe(own.at(-1)?.total);
    }
    // The list in its own bytes: not those of the file it is a small piece of.
    const list = packageXml(smallCatalog).length;
    expect(seen.find(({ phase }) => phase === 'read')).toMatchObject({ total: list, unit: 'bytes' });
  });

  it('takes names that the parts do not have from the edition in use, and classifications from the table', async () => {
    const { engine } = await openTestEngine();
    await engine.importFiles([fileOf(cabinet)], { signatureOverrides: { 'wsusscn2.cab': reason } }, quiet);
    const bare = Object.entries(smallCatalog.fragments ?? {}).filter(
      ([name]) => !/^l\/\w+\/[1-5]$/.test(name),
    );
    const nameless = nestedCatalog({ ...smallCatalog, fragments: Object.fromEntries(bare) });
    const { products } = await choices(engine, fileOf(nameless));
    expect(products.map(({ name }) => name)).toEqual(['Product', 'Other product']);
    const fresh = (await openTestEngine()).engine;
    expect((await choices(fresh, fileOf(nameless))).products.map(({ name }) => name)).toEqual(['', '']);
  });

  it('ends when it is cancelled', async () => {
    const { core } = await openTestEngine();
    const abort = new AbortController();
    const engine = core.engineFor(abort.signal);
    const read = await engine.scopeChoices(fileOf(cabinet), { reason, allNames: false }, () => abort.abort());
    expect(read).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });
});

it('only catalogs have a choice: the offline catalog in both layouts, not a single update', async () => {
  const { engine } = await openTestEngine();
  const files = [fileOf(cabinet), fileOf(flatCatalog(smallCatalog), 'old.cab'), fileOf('<x/>', 'a.xml')];
  const identified = await engine.identify(files);
  expect(identified.map(({ hasScope }) => hasScope)).toEqual([true, true, undefined]);
});

describe('how many updates a scope takes', () => {
  it('counts an update of two products once, and agrees with the import', async () => {
    const { engine, session } = await openTestEngine();
    const read = await choices(engine);
    const scope = { products: [ids.otherProduct], classifications: null, languages: ['en'] };
    expect(updatesWithin(read, scope)).toBe(1);
    expect(updatesWithin(read, { products: null, classifications: null })).toBe(4);
    expect(updatesWithin(read, { products: [], classifications: null })).toBe(0);
    const groups = [{ products: ['a', 'b'], classifications: ['c'], updates: 5 }];
    expect(updatesWithin({ groups }, { products: ['a', 'b'], classifications: ['c'] })).toBe(5);
    await engine.importFiles(
      [fileOf(cabinet)],
      { signatureOverrides: { 'wsusscn2.cab': reason }, scopes: { 'wsusscn2.cab': scope } },
      quiet,
    );
    const document = (await session.store.load()).editions[0]?.document;
    if (document?.source !== 'mu') throw new Error('no catalog');
    expect(document.revisions.filter(({ role }) => role === 'update')).toHaveLength(1);
    const [row] = (await engine.snapshot()).catalogs.editions;
    expect(row?.scope).toEqual({
      products: ['Other product'],
      classifications: null,
      languages: ['en'],
      leftOut: 3,
    });
  });
});
