import { describe, expect, it } from 'vitest';
import { createRowsEngine } from '../../../src/scan/index.ts';
import type { Progress } from '../../../src/domain/index.ts';
import type { ImportReport, Engine } from '../../../src/tasks/engine.ts';
import { openTestEngine, profile, quiet } from '../../support/open-engine.ts';
import { february, februaryRevised, january, systeminfo, webPage } from '../../support/small-site.ts';

async function imported(engine: Engine, files: readonly File[]): Promise<ImportReport> {
  const result = await engine.importFiles(files, {}, quiet);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** What is stored, without what every act moves. */
async function stored(engine: Engine) {
  const { version: _version, storage: _storage, ...snapshot } = await engine.snapshot();
  const { entries } = await engine.journal(1, 1000);
  return { snapshot, entries };
}

describe('import', () => {
  it('stores catalog, inventory, states and journal, and another start finds them', async () => {
    const indexedDb = profile();
    const { engine, session } = await openTestEngine({ indexedDb });
    const report = await imported(engine, [january(), february(), systeminfo('WS1', ['KB5000001'])]);
    expect(report.files.map((file) => file.outcome)).toEqual(['imported', 'imported', 'imported']);
    // Nothing says the build revision: the older cumulative update in the complete list is below it.
    const rows = await engine.rows({ machine: 'ws1' });
    expect(rows.map(({ update, state }) => [update, state])).toEqual([
      ['msrc:KB5000001', 'Installed'],
      ['msrc:KB5000002', 'Required'],
    ]);
    expect(report.scan).toMatchObject({ machines: 1, updates: 2, required: 1, installed: 1 });
    const before = await stored(engine);
    expect(before.entries.map((entry) => entry.act)).toEqual([
      'workspace-created',
      'catalog-imported',
      'catalog-imported',
      'inventory-imported',
      'scanned',
    ]);
    session.store.close();
    expect(await stored((await openTestEngine({ indexedDb })).engine)).toEqual(before);
  });

  it('INV01 a bad file is told with its reason and stops no other', async () => {
    const { engine } = await openTestEngine();
    const empty = new File([], 'empty.txt');
    const report = await imported(engine, [webPage(), systeminfo('WS1'), empty, january()]);
    expect(report.files).toMatchObject([
      { file: 'sign-in.xml', outcome: 'rejected', error: { code: 'web-page-instead' } },
      { file: 'WS1_systeminfo.txt', outcome: 'imported' },
      { file: 'empty.txt', outcome: 'rejected', error: { code: 'file-empty' } },
      { file: 'cvrfDocument-2026-Jan.xml', outcome: 'imported' },
    ]);
    const { entries } = await engine.journal(1, 100);
    expect(entries.filter((entry) => entry.act === 'file-rejected').map((entry) => entry.file)).toEqual([
      'sign-in.xml',
      'empty.txt',
    ]);
    expect((await engine.snapshot()).machines).toHaveLength(1);
  });

  it('tells the same files a second time as nothing new, and keeps the states', async () => {
    const { engine } = await openTestEngine();
    await imported(engine, [january(), systeminfo('WS1')]);
    const before = await engine.snapshot();
    const report = await imported(engine, [january(), systeminfo('WS1')]);
    expect(report.files.map((file) => file.outcome)).toEqual(['nothing-new', 'nothing-new']);
    const after = await engine.snapshot();
    // Not made again either: the same objects.
    expect(after.machines).toBe(before.machines);
    expect(after.states).toBe(before.states);
  });

  it('asks for the name of a nameless file, stores it under the name given, and not before', async () => {
    const { engine } = await openTestEngine();
    const file = systeminfo('');
    const first = await imported(engine, [january(), file]);
    expect(first.files[1]).toMatchObject({ file: file.name, outcome: 'needs-name', stem: 'nameless' });
    expect((await engine.snapshot()).machines).toEqual([]);
    await engine.importFiles([file], { names: { [file.name]: 'Press-7' } }, quiet);
    expect((await engine.snapshot()).machines.map((machine) => machine.name)).toEqual(['Press-7']);
  });

  it('says which name a file without a legal one bears, and asks for another', async () => {
    const { engine } = await openTestEngine();
    const report = await imported(engine, [january(), systeminfo('...')]);
    expect(report.files[1]).toMatchObject({ outcome: 'needs-name', refused: { name: '...', line: 2 } });
  });

  it('CAT10 a cut document says which edition stays in use, and claims none where there is none', async () => {
    const { engine } = await openTestEngine();
    const whole = await january().text();
    const cut = new File([whole.slice(0, whole.length - 40)], 'carried.xml');
    const [first] = (await imported(engine, [cut])).files;
    expect(first).toMatchObject({ outcome: 'rejected', error: { code: 'cut-off' } });
    expect(first).not.toHaveProperty('inUse');
    await imported(engine, [january()]);
    const [second] = (await imported(engine, [cut])).files;
    expect(second).toMatchObject({ outcome: 'rejected', inUse: { document: '2026-Jan' } });
  });

  it('CAT02 a web page is told as one whatever it is called', async () => {
    const { engine } = await openTestEngine();
    const page = '<!DOCTYPE html><html><body>Microsoft Update Catalog</body></html>';
    const names = ['windows10.0-kb5034768-x64.cab', 'wsusscn2.cab', 'PC1_systeminfo.txt', 'a.msu'];
    const report = await imported(
      engine,
      names.map((name) => new File([page], name)),
    );
    for (const outcome of report.files) {
      expect(outcome).toMatchObject({ outcome: 'rejected', error: { code: 'web-page-instead' } });
    }
  });

  it('keeps when a file was last written, as that and not as a date of collection', async () => {
    const { engine } = await openTestEngine();
    const written = Date.UTC(2026, 9, 1);
    const dated = (name: string, lastModified: number): File => {
      const file = systeminfo(name);
      return new File([file], file.name, { lastModified });
    };
    await imported(engine, [january(), dated('WS1', written), dated('WS2', Date.UTC(1980, 0, 1))]);
    const [one, two] = (await engine.snapshot()).machines;
    expect(one?.files).toMatchObject([{ fileDate: written, collectedAt: null }]);
    expect(two?.files[0]).not.toHaveProperty('fileDate');
    const exported = await engine.exportScan(true);
    if (!exported.ok) throw new Error(exported.error.code);
    expect(await exported.value.text()).not.toContain('fileDate');
  });

  it('foretells what becomes of each file, stores nothing, and the import agrees', async () => {
    const { engine } = await openTestEngine();
    await imported(engine, [january(), systeminfo('WS1')]);
    const before = await stored(engine);
    const cabinet = new File(['MSCF\0\0\0\0'], 'a.cab');
    const files = [
      january(),
      february(),
      systeminfo('WS1'),
      systeminfo('WS2'),
      systeminfo('...'),
      cabinet,
      webPage(),
      new File([], 'empty.txt'),
      new File(['remember the milk'], 'readme.txt'),
    ];
    const told = await engine.identify(files);
    expect(told.map(({ fate, reason, error }) => reason ?? error?.code ?? fate)).toEqual([
      'present',
      'import',
      'present',
      'import',
      'needs-name',
      'container',
      'web-page-instead',
      'file-empty',
      'accompanying-file',
    ]);
    expect(await stored(engine)).toEqual(before);
    const outcomes = (await imported(engine, files)).files.map(({ outcome }) => outcome);
    expect(outcomes).toEqual([
      'nothing-new',
      'imported',
      'nothing-new',
      'imported',
      'needs-name',
      'ignored',
      'rejected',
      'rejected',
      'ignored',
    ]);
  });

  it('CAT21 cancelled while reading, everything is as it was', async () => {
    const { engine, core } = await openTestEngine();
    await imported(engine, [january(), systeminfo('WS1')]);
    const before = await stored(engine);
    const abort = new AbortController();
    const seen: Progress[] = [];
    const report = (progress: Progress): void => {
      seen.push(progress);
      if (progress.phase === 'read' && progress.done > progress.total * 0.6) abort.abort();
    };
    const files = [february(), systeminfo('WS2'), systeminfo('WS3')];
    const result = await core.engineFor(abort.signal).importFiles(files, {}, report);
    expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(seen.length).toBeGreaterThan(1);
    expect(await stored(engine)).toEqual(before);
  });

  it('CAT21 cancelled in the scan that follows, everything is as it was', async () => {
    const abort = new AbortController();
    const rows = createRowsEngine();
    let scans = 0;
    const { engine, core } = await openTestEngine({
      scanEngine: {
        id: 'rows',
        scan: (...request) => {
          if ((scans += 1) > 1) abort.abort();
          return rows.scan(...request);
        },
      },
    });
    await imported(engine, [january(), systeminfo('WS1')]);
    const before = await stored(engine);
    const result = await core.engineFor(abort.signal).importFiles([february()], {}, quiet);
    expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await stored(engine)).toEqual(before);
  });

  it('STO01 a full disk is told with needed and available, nothing is half-written, and export works', async () => {
    let free: number | null = null;
    const { engine } = await openTestEngine({ freeSpace: () => Promise.resolve(free) });
    await imported(engine, [january(), systeminfo('WS1')]);
    const before = await stored(engine);
    free = 1000;
    const result = await engine.importFiles([february()], {}, quiet);
    expect(result).toMatchObject({ error: { code: 'storage-full', details: { available: 1000 } } });
    expect(await stored(engine)).toEqual(before);
    const file = await engine.exportWorkspace(quiet);
    expect(file.ok && file.value.size).toBeGreaterThan(1000);
  });

  it('STO07 works in memory and says why where storage is blocked', async () => {
    const { engine } = await openTestEngine({ indexedDb: null });
    await imported(engine, [january(), systeminfo('WS1')]);
    const { storage, machines } = await engine.snapshot();
    expect(machines).toHaveLength(1);
    expect(storage).toMatchObject({ mode: 'memory', failure: 'no IndexedDB' });
  });

  it('SCN10 a catalog that comes during a scan does not touch that scan', async () => {
    const keys: string[] = [];
    const rows = createRowsEngine();
    let letGo: () => void = () => undefined;
    let waiting: Promise<void> | null = null;
    const { engine } = await openTestEngine({
      scanEngine: {
        id: 'rows',
        scan: async (...request) => {
          keys.push(request[0].key);
          await waiting;
          return rows.scan(...request);
        },
      },
    });
    await imported(engine, [january(), systeminfo('WS1')]);
    waiting = new Promise((resolve) => (letGo = resolve));
    const scan = engine.scan(quiet);
    const next = engine.importFiles([february()], {}, quiet);
    letGo();
    expect(await scan).toMatchObject({ ok: true, value: { updates: 1 } });
    expect(await next).toMatchObject({ ok: true, value: { scan: { updates: 2 } } });
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
    const { states, updates } = await engine.snapshot();
    expect(states?.updates).toEqual(updates.map((update) => update.id));
  });

  it('CAT09 an older edition is held back until a reason is recorded', async () => {
    const { engine } = await openTestEngine();
    await imported(engine, [februaryRevised(), systeminfo('WS1')]);
    const old = february();
    expect((await imported(engine, [old])).files).toMatchObject([
      { outcome: 'older', error: { code: 'older-edition' } },
    ]);
    const result = await engine.importFiles([old], { overrides: { [old.name]: 'as ordered by Kim' } }, quiet);
    expect(result).toMatchObject({ ok: true, value: { files: [{ outcome: 'imported' }] } });
    const { entries } = await engine.journal(1, 100);
    expect(entries.find((entry) => entry.act === 'catalog-older-override')?.details).toMatchObject({
      reason: 'as ordered by Kim',
    });
  });
});
