import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/tasks/engine.ts';
import { openTestEngine, profile, quiet } from '../../support/open-engine.ts';
import { february, january, systeminfo } from '../../support/small-site.ts';

async function exported(engine: Engine): Promise<Blob> {
  const result = await engine.exportWorkspace(quiet);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

async function scanResult(engine: Engine): Promise<string> {
  const result = await engine.exportScan(true);
  if (!result.ok) throw new Error(result.error.code);
  return result.value.text();
}

async function filled(indexedDb = profile()) {
  const opened = await openTestEngine({ indexedDb });
  await opened.engine.importFiles([january(), february(), systeminfo('WS1'), systeminfo('WS2')], {}, quiet);
  await opened.engine.setUbr('ws2', 5100);
  await opened.engine.decide(['msrc:KB5000002'], 'authorized', '', null);
  return { ...opened, indexedDb };
}

describe('workspace', () => {
  it('exported, everything removed, restored: the scan result is identical, and so is all else', async () => {
    const { engine, session } = await filled();
    const scan = await scanResult(engine);
    const file = await exported(engine);
    const before = await session.store.load();
    const { entries } = await session.store.journal(1, 100);
    await engine.clearAll();
    expect((await engine.snapshot()).catalogs.editions).toEqual([]);

    expect(await engine.restoreWorkspace(new File([file], 'north.workspace'), quiet)).toEqual({
      ok: true,
      value: null,
    });

    const after = await session.store.load();
    // The file was written before its own journal entry; the restore added one.
    const moved = { journalLength: 0, exportedAtLength: 0, lastExportAt: 0 };
    expect({ ...after, ...moved }).toEqual({ ...before, ...moved });
    const journal = await engine.journal(1, 100);
    expect(journal.chainBrokenAt).toBeNull();
    expect(journal.entries.slice(0, -1)).toEqual(entries.slice(0, -1));
    expect(journal.entries.at(-1)).toMatchObject({ act: 'workspace-restored', file: 'north.workspace' });
    expect(await scanResult(engine)).toBe(scan);
  });

  it('counts as saved after an export and after a restore, and not after the next change', async () => {
    const { engine } = await filled();
    expect((await engine.snapshot()).next.map((step) => step.kind)).toContain('export-workspace');
    const file = await exported(engine);
    expect((await engine.snapshot()).storage.changesSinceExport).toBe(0);
    await engine.restoreWorkspace(new File([file], 'w'), quiet);
    expect((await engine.snapshot()).storage.changesSinceExport).toBe(0);
    await engine.decide(['msrc:KB5000001'], 'authorized', '', null);
    expect((await engine.snapshot()).storage.changesSinceExport).toBe(1);
  });

  it('STO11 a truncated or foreign file leaves everything as it was', async () => {
    const { engine, session } = await filled();
    const file = await exported(engine);
    const before = await session.store.load();
    const cut = new File([file.slice(0, Math.floor(file.size / 2))], 'cut.workspace');
    expect(await engine.restoreWorkspace(cut, quiet)).toMatchObject({
      error: { code: 'workspace-damaged', file: 'cut.workspace' },
    });
    const foreign = new File(['{"a":1}\n'], 'other.json');
    expect(await engine.restoreWorkspace(foreign, quiet)).toMatchObject({
      error: { code: 'workspace-foreign' },
    });
    expect(await session.store.load()).toEqual(before);
    expect(await session.store.verifyJournal()).toBeNull();
  });

  it('a file is read whole before anybody is asked, and said what it holds; nothing changes', async () => {
    const { engine, session } = await filled();
    const file = await exported(engine);
    const before = await session.store.load();
    expect(await engine.inspectWorkspace(new File([file], 'north.workspace'), quiet)).toMatchObject({
      ok: true,
      value: { site: '', practice: false, machines: 2, catalogs: 2, decisions: 1 },
    });
    const cut = new File([file.slice(0, file.size - 20)], 'cut.workspace');
    expect(await engine.inspectWorkspace(cut, quiet)).toMatchObject({
      error: { code: 'workspace-damaged', file: 'cut.workspace' },
    });
    expect(await engine.inspectWorkspace(systeminfo('WS1'), quiet)).toMatchObject({
      error: { code: 'workspace-foreign', file: 'WS1_systeminfo.txt' },
    });
    expect(await session.store.load()).toEqual(before);
  });

  it('the person who restores keeps the own name', async () => {
    const { engine } = await filled();
    const { settings } = await engine.snapshot();
    await engine.saveSettings({ ...settings, operator: 'A. Berg', site: 'North' });
    const file = await exported(engine);
    await engine.saveSettings({ ...settings, operator: 'C. Dahl' });
    await engine.restoreWorkspace(new File([file], 'w'), quiet);
    expect((await engine.snapshot()).settings).toMatchObject({ operator: 'C. Dahl', site: 'North' });
    const { entries, total } = await engine.journal(0, 100);
    expect(entries).toHaveLength(total);
    expect(entries.at(-1)).toMatchObject({ act: 'workspace-restored', by: 'C. Dahl' });
  });

  it('the first name that is given stands beside the act that gives it', async () => {
    const { engine } = await filled();
    const { settings } = await engine.snapshot();
    await engine.saveSettings({ ...settings, operator: 'A. Berg' });
    await engine.saveSettings({ ...settings, operator: 'C. Dahl' });
    const { entries } = await engine.journal(0, 100);
    expect(entries.slice(-2).map((entry) => entry.by)).toEqual(['A. Berg', 'A. Berg']);
  });

  it('a dropped workspace file is recognised and never imported by the way', async () => {
    const { engine } = await filled();
    const file = new File([await exported(engine)], 'north.txt');
    expect(await engine.identify([file, systeminfo('WS3')])).toMatchObject([
      { kind: 'workspace' },
      { kind: 'inventory', format: 'systeminfo' },
    ]);
    const result = await engine.importFiles([file], {}, quiet);
    expect(result).toMatchObject({ value: { files: [{ outcome: 'ignored', reason: 'workspace-file' }] } });
  });

  it('STO06 data that the browser removed is noticed, told, journalled and restorable', async () => {
    const { engine } = await filled();
    const file = await exported(engine);
    // Another profile: the marker is there, the data is not.
    const emptied = await openTestEngine({ hadData: true });
    expect((await emptied.engine.snapshot()).storage.clearedByBrowser).toBe(true);
    await emptied.engine.importFiles([systeminfo('WS9')], {}, quiet);
    expect((await emptied.engine.snapshot()).storage.clearedByBrowser).toBe(false);
    const { entries } = await emptied.engine.journal(1, 2);
    expect(entries.map((entry) => entry.act)).toEqual(['storage-cleared-found', 'workspace-created']);
    expect((await emptied.engine.restoreWorkspace(new File([file], 'w'), quiet)).ok).toBe(true);
    expect((await emptied.engine.snapshot()).machines).toHaveLength(2);
  });

  it('STO06 data removed by the person is not called removed by the browser', async () => {
    const { engine, session } = await filled();
    await engine.clearAll();
    expect((await engine.snapshot()).storage.clearedByBrowser).toBe(false);
    expect(session.data.journalLength).toBe(0);
  });

  it('SCN01 SCN02 the scan result is the same bytes whatever order files come in', async () => {
    const files = () => [january(), february(), systeminfo('WS1', ['KB5000001']), systeminfo('WS2')];
    const one = await openTestEngine();
    await one.engine.importFiles(files(), {}, quiet);
    const other = await openTestEngine({ indexedDb: null });
    for (const file of files().reverse()) await other.engine.importFiles([file], {}, quiet);
    expect(await scanResult(other.engine)).toBe(await scanResult(one.engine));
  });

  it('the practice site comes in by the ordinary import, marked as practice', async () => {
    const { engine } = await openTestEngine();
    const report = await engine.loadPractice(quiet);
    if (!report.ok) throw new Error(report.error.code);
    const outcomes = new Set(report.value.files.map((file) => file.outcome));
    // One of its files has no machine name, so that the question for it can be practised.
    expect([...outcomes].sort()).toEqual(['imported', 'needs-name']);
    const snapshot = await engine.snapshot();
    expect(snapshot.practice).toBe(true);
    expect(snapshot.scan?.required).toBeGreaterThan(0);
    expect(snapshot.missingFacts.length).toBeGreaterThan(0);
  });
});
