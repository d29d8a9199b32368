/** The pipeline of large catalogs as the page drives it, over small ones of the generator. */
import { openAsBlob } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MuScope, Progress } from '../../../src/domain/index.ts';
import type { Engine, ImportOptions, ImportReport } from '../../../src/tasks/engine.ts';
import type { Session } from '../../../src/tasks/session.ts';
import { writeCatalog } from '../../support/mu-catalog/index.ts';
import type { CatalogRequest, Edition } from '../../support/mu-catalog/index.ts';
import { lzxPort } from '../../../src/formats/cab/index.ts';
import { stored } from '../../support/cabinet-blocks.ts';
import { cabinetOf } from '../../support/cabinet-writer.ts';
import { lzxModule } from '../../support/kernel-module.ts';
import { lzxPacking } from '../../support/lzx/encode.ts';
import { fileOf, guidOf, indexXml, packageXml, plainCabinet, utf8 } from '../../support/mu-cabinet.ts';
import { smallCatalog } from '../../support/small-mu-catalog.ts';
import { openTestEngine, profile, quiet } from '../../support/open-engine.ts';
import { january, systeminfo } from '../../support/small-site.ts';
import { scratchFolder } from '../../support/unpack.ts';

const scratch = scratchFolder();
afterAll(() => scratch.remove());

interface Made {
  readonly file: () => Promise<File>;
  readonly edition: Edition;
}

function made(name: string, request: Omit<CatalogRequest, 'size'>): Made {
  const path = join(scratch.path, name);
  const { edition } = writeCatalog(path, { size: 0.001, ...request });
  return { edition, file: async () => new File([await openAsBlob(path)], 'wsusscn2.cab') };
}

const catalogs: { june: Made; july: Made } = {} as never;
beforeAll(() => {
  catalogs.june = made('june.cab', {});
  catalogs.july = made('july.cab', { edition: 2 });
}, 600_000);

/** Nobody signed the generated catalogs. */
const signatureOverrides = { 'wsusscn2.cab': 'a test' };

const phases = new Set<string>();
async function imported(
  engine: Engine,
  files: readonly File[],
  options: ImportOptions = {},
): Promise<ImportReport> {
  phases.clear();
  const result = await engine.importFiles(
    files,
    { signatureOverrides, ...options },
    ({ phase }) => void phases.add(phase),
  );
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const count = ({ revisions }: Edition, kind: string): number =>
  revisions.filter((revision) => revision.kind === kind).length;

/** The edition in use and the parts of all, as they are stored. */
async function storedIn(session: Session) {
  const { editions } = await session.store.load();
  const edition = editions.find(({ current, document }) => current && document.source === 'mu');
  if (edition?.document.source !== 'mu') throw new Error('no catalog is stored');
  return { editions, document: edition.document, generation: edition.generation ?? '' };
}

describe('import of a large catalog', () => {
  it('stores every revision with its detail, and a second import ends by its hash', async () => {
    const { engine, session } = await openTestEngine();
    const { edition, file } = catalogs.june;
    const report = await imported(engine, [await file()]);
    expect(report.files).toMatchObject([{ outcome: 'imported', format: 'mu', subject: 'wsusscn2' }]);
    expect([...phases]).toEqual(expect.arrayContaining(['hash', 'read', 'parse', 'index', 'store']));

    const { document, generation } = await storedIn(session);
    expect(document.revisions).toHaveLength(edition.revisions.length);
    expect(document.counts).toMatchObject({
      updates: count(edition, 'update'),
      children: count(edition, 'child'),
      detectoids: count(edition, 'detectoid'),
      categories: count(edition, 'category'),
    });
    expect(document.revisions.filter(({ fault }) => fault !== null)).toEqual([]);
    for (const planned of edition.revisions.filter((_, at) => at % 50 === 0)) {
      const detail = await session.store.catalogs.detail(generation, planned.updateId, planned.revision);
      expect(detail?.texts.map(({ language }) => language)).toEqual(['en']);
    }

    const again = await imported(engine, [await file()]);
    expect(again.files).toMatchObject([{ outcome: 'nothing-new' }]);
    expect([...phases]).not.toContain('parse');
    expect((await storedIn(session)).generation).toBe(generation);
  });

  it('keeps two editions, tells their difference, and another start finds the newer one', async () => {
    const indexedDb = profile();
    const { engine, session } = await openTestEngine({ indexedDb });
    await imported(engine, [await catalogs.june.file()]);
    const report = await imported(engine, [await catalogs.july.file()]);
    // One new single and one more in the chain; of 60 singles number 7 is gone.
    const [difference] = report.differences;
    expect(difference?.added).toHaveLength(2);
    expect(difference?.gone).toHaveLength(1);
    session.store.close();
    const second = await openTestEngine({ indexedDb });
    const { editions, document } = await storedIn(second.session);
    expect(editions.map(({ current }) => current).sort()).toEqual([false, true]);
    expect(document.revisions).toHaveLength(catalogs.july.edition.revisions.length);
    const [row] = (await second.engine.snapshot()).catalogs.editions.filter(({ current }) => !current);
    expect(row?.updates).toBe(count(catalogs.june.edition, 'update'));
  });

  it('refuses an older edition unless a reason is given, and leaves nothing of it', async () => {
    const { engine, session } = await openTestEngine();
    await imported(engine, [await catalogs.july.file()]);
    const before = await storedIn(session);
    const report = await imported(engine, [await catalogs.june.file()]);
    expect(report.files).toMatchObject([{ outcome: 'older', error: { code: 'older-edition' } }]);
    expect(await storedIn(session)).toEqual(before);
  });

  it('comes in beside other files of one drop', async () => {
    const { engine } = await openTestEngine();
    const files = [january(), await catalogs.june.file(), systeminfo('WS1', ['KB5000001'])];
    const report = await imported(engine, files);
    expect(report.files.map(({ outcome }) => outcome)).toEqual(['imported', 'imported', 'imported']);
    const { entries } = await engine.journal(1, 100);
    expect(entries.filter(({ act }) => act === 'catalog-imported')).toHaveLength(2);
    expect(report.scan?.updates).toBe(count(catalogs.june.edition, 'update') + 1);
  });
});

it('an update outside of a catalog keeps its texts, files and rules as written', async () => {
  const text = `<upd:Update xmlns:upd="http://schemas.microsoft.com/msus/2002/12/Update" xmlns:bar="b">
    <upd:UpdateIdentity UpdateID="${guidOf(7)}" RevisionNumber="51" />
    <upd:Properties DefaultPropertiesLanguage="en" UpdateType="Software" ExplicitlyDeployable="true"
      CreationDate="2026-04-14T17:00:00.000Z"><upd:KBArticleID>1234567</upd:KBArticleID></upd:Properties>
    <upd:LocalizedPropertiesCollection><upd:LocalizedProperties><upd:Language>en</upd:Language>
      <upd:Title>Title</upd:Title><upd:Description>What it does</upd:Description></upd:LocalizedProperties>
    </upd:LocalizedPropertiesCollection>
    <upd:ApplicabilityRules><upd:IsInstalled><bar:True/></upd:IsInstalled></upd:ApplicabilityRules>
    <upd:Files><upd:File Digest="sPK8zxDbanJ9xR1AYriCNKW5YWQ=" FileName="a.cab" Size="12" /></upd:Files>
  </upd:Update>`;
  const file = fileOf(text, 'update.xml');
  const { engine, session } = await openTestEngine();
  expect((await imported(engine, [file])).files).toMatchObject([{ outcome: 'imported', format: 'mu' }]);
  const { document, generation } = await storedIn(session);
  expect(document).toMatchObject({ form: 'documents', revisions: [{ kb: 'KB1234567', title: 'Title' }] });
  expect(await session.store.catalogs.detail(generation, guidOf(7), 51)).toMatchObject({
    texts: [{ language: 'en', description: 'What it does' }],
    files: [{ name: 'a.cab', size: 12 }],
    ruleSource: expect.stringContaining('<bar:True/>'),
  });
  expect((await imported(engine, [file])).files).toMatchObject([{ outcome: 'nothing-new' }]);
});

it('a master list packed by LZX, as the real one is, comes in with its choices', async () => {
  const list = utf8(packageXml(smallCatalog));
  const packed = cabinetOf([{ packing: lzxPacking(list), members: { 'package.xml': list } }]);
  const shard = plainCabinet(smallCatalog.fragments ?? {});
  const outer = { 'index.xml': indexXml([0]), 'package.cab': packed, 'package2.cab': shard };
  const file = fileOf(plainCabinet(outer, stored));
  const { engine } = await openTestEngine({ lzx: lzxPort(lzxModule) });
  const choices = await engine.scopeChoices(file, { reason: 'a test', allNames: false }, quiet);
  expect(choices).toMatchObject({ ok: true, value: { updates: 4 } });
  expect((await imported(engine, [file])).files).toMatchObject([{ outcome: 'imported' }]);
});

it('progress of every stage rises in real units to its end, and no stage is come back to', async () => {
  const { engine } = await openTestEngine();
  const seen: Progress[] = [];
  const file = await catalogs.june.file();
  const result = await engine.importFiles([file], { signatureOverrides }, (p) => void seen.push(p));
  expect(result.ok).toBe(true);
  const runs = seen.filter(({ phase }, at) => phase !== seen[at - 1]?.phase).map(({ phase }) => phase);
  expect(runs.slice(0, 5)).toEqual(['hash', 'verify', 'read', 'parse', 'index']);
  for (const phase of ['hash', 'read', 'parse'] as const) {
    const own = seen.filter((p) => p.phase === phase);
    expect(new Set(own.map(({ total, unit }) => `${total} ${unit}`)).size).toBe(1);
    expect(own[0]?.unit).toBe('bytes');
    expect(own.every(({ done }, at) => at === 0 || done >= (own[at - 1]?.done ?? 0))).toBe(true);
    expect(own.at(-1)?.done).toBe(own.at(-1)?.total);
  }
});

describe('scope', () => {
  it('takes the chosen products with everything they need, and remembers the choice', async () => {
    const { engine, session } = await openTestEngine();
    const { edition, file } = catalogs.june;
    const product = edition.tree.products[0]?.id ?? '';
    const scope: MuScope = { products: [product], classifications: null, languages: ['de'] };
    await imported(engine, [await file()], { scopes: { 'wsusscn2.cab': scope } });
    const { document, generation } = await storedIn(session);
    const listed = document.revisions.filter(({ role }) => role === 'update');
    const wanted = edition.revisions.filter(
      (revision) => revision.kind === 'update' && revision.product.id === product,
    );
    expect(listed).toHaveLength(wanted.length);
    const ids = new Set(document.revisions.map(({ updateId }) => updateId));
    for (const { prerequisites } of document.revisions) {
      for (const { anyOf } of prerequisites) expect(anyOf.some((id) => ids.has(id))).toBe(true);
    }
    expect(session.data.settings.catalogScope).toEqual(scope);

    // Next month the choice is taken without asking.
    await imported(engine, [await catalogs.july.file()]);
    expect((await storedIn(session)).document.scope).toEqual(scope);

    // The same file with another choice is read again; the former parts go.
    const all: MuScope = { products: null, classifications: null, languages: ['en'] };
    const report = await imported(engine, [await catalogs.july.file()], { scopes: { 'wsusscn2.cab': all } });
    expect(report.files).toMatchObject([{ outcome: 'imported' }]);
    const after = await storedIn(session);
    expect(after.document.revisions).toHaveLength(catalogs.july.edition.revisions.length);
    expect(after.generation).not.toBe(generation);
    expect(after.editions).toHaveLength(2);
  });
});

describe('CAT21 cancel', () => {
  it.each([
    ['hash', 0.5],
    ['read', 0.1],
    ['parse', 0.6],
    ['index', 0],
  ])('while %s leaves the former edition and no part of the new one', async (phase, share) => {
    const { engine, core, session } = await openTestEngine();
    await imported(engine, [await catalogs.june.file()]);
    const before = await session.store.load();
    const begun: string[] = [];
    const { catalogs: parts } = session.store;
    const begin = parts.begin.bind(parts);
    parts.begin = () => {
      const writer = begin();
      begun.push(writer.generation);
      return writer;
    };
    const abort = new AbortController();
    const stop = (progress: Progress): void => {
      if (progress.phase === phase && progress.done >= share * progress.total) abort.abort();
    };
    const result = await core
      .engineFor(abort.signal)
      .importFiles([await catalogs.july.file()], { signatureOverrides }, stop);
    expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await session.store.load()).toEqual(before);
    for (const generation of begun) {
      for await (const record of parts.records(generation)) expect(record).toBeUndefined();
    }
    expect(begun).toHaveLength(phase === 'hash' || phase === 'read' ? 0 : 1);
  });
});

describe('workspace file', () => {
  it('carries a large catalog line by line, and another browser has it all', async () => {
    const { engine, session } = await openTestEngine();
    await imported(engine, [await catalogs.june.file(), january()]);
    const exported = await engine.exportWorkspace(quiet);
    if (!exported.ok) throw new Error(exported.error.code);
    const lines = (await exported.value.text()).split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(4_000_000);

    for (const indexedDb of [profile(), null]) {
      const other = await openTestEngine({ indexedDb });
      const file = new File([exported.value], 'site.patchferry');
      expect(await other.engine.restoreWorkspace(file, quiet)).toMatchObject({ ok: true });
      const [from, to] = [await storedIn(session), await storedIn(other.session)];
      expect(to.document).toEqual(from.document);
      const [revision] = from.document.revisions;
      const detail = (of: Session, generation: string) =>
        of.store.catalogs.detail(generation, revision?.updateId ?? '', revision?.revision ?? 0);
      expect(await detail(other.session, to.generation)).toEqual(await detail(session, from.generation));
    }
  });

  it('STO11 refuses a record whose numbers have nothing behind them, and keeps what was there', async () => {
    const { engine } = await openTestEngine();
    await imported(engine, [await catalogs.june.file()]);
    const exported = await engine.exportWorkspace(quiet);
    if (!exported.ok) throw new Error(exported.error.code);
    const lines = (await exported.value.text()).split('\n');
    const at = lines.findIndex((line) => line.includes('"kind":"rules"'));
    lines.splice(at, 1);
    const other = await openTestEngine();
    const file = new File([lines.join('\n')], 'site.patchferry');
    expect(await other.engine.restoreWorkspace(file, quiet)).toMatchObject({
      ok: false,
      error: { code: 'workspace-damaged', details: { problem: 'record-not-understood' } },
    });
    expect((await other.session.store.load()).editions).toEqual([]);
  });
});
