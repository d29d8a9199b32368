/** Packages that the newest edition of a vendor's catalog does not list any more (sdp, sections 4 and 5.3). */
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/tasks/engine.ts';
import { openTestEngine, quiet } from '../../support/open-engine.ts';
import { catalogXml, falseRule, idOf, trueRule } from '../../support/sdp-package.ts';
import type { DescribedPackage } from '../../support/sdp-package.ts';
import { systeminfo } from '../../support/small-site.ts';

const items: DescribedPackage['items'] = [{ isInstalled: falseRule, isInstallable: trueRule }];
const edition = (day: number, ...packages: readonly Omit<DescribedPackage, 'created'>[]) => {
  const created = `2020-01-${String(day).padStart(2, '0')}T00:00:00`;
  return new File([catalogXml(packages.map((one) => ({ items, created, ...one })))], 'vendor.xml');
};
const first = edition(1, { id: 1 }, { id: 2 }, { id: 3 });
/** Its package 4 replaces 2; 3 is gone without a word. */
const second = edition(2, { id: 1 }, { id: 4, supersedes: [2] });
const third = edition(3, { id: 1 }, { id: 3 });

async function bring(engine: Engine, ...files: readonly File[]) {
  const result = await engine.importFiles(files, {}, quiet);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** State and marks by the number of the package. */
async function statesOf(engine: Engine) {
  const rows = await engine.rows({});
  return Object.fromEntries(
    rows.map(({ update, state, marks }) => [Number(update.slice(-3)), [state, ...marks].join(' ')]),
  );
}

describe('a package that the newer edition lacks', () => {
  it('stays in the scan with the mark, is told as gone, and keeps its decision', async () => {
    const { engine } = await openTestEngine();
    await bring(engine, first, systeminfo('WS1'));
    expect(await statesOf(engine)).toEqual({ 1: 'Required', 2: 'Required', 3: 'Required' });
    const gone = `sdp:${idOf(3)}`;
    await engine.saveSettings({ ...(await engine.snapshot()).settings, operator: 'Kim' });
    expect((await engine.decide([gone], 'authorized', '', null)).ok).toBe(true);
    const report = await bring(engine, second);
    expect(report.differences[0]?.gone).toEqual([`sdp:${idOf(2)}`, gone]);
    expect(await statesOf(engine)).toEqual({
      1: 'Required',
      2: 'Required superseded withdrawn',
      3: 'Required withdrawn',
      4: 'Required',
    });
    const { updates, voided, catalogs } = await engine.snapshot();
    expect(updates.find(({ id }) => id === gone)?.subTypes).toContain('Withdrawn');
    expect(updates.find(({ id }) => id === `sdp:${idOf(2)}`)?.relations?.supersededBy).toEqual([
      `sdp:${idOf(4)}`,
    ]);
    expect(voided).toEqual([]);
    expect((await engine.planBundle({ machines: [], grades: [] })).items).toMatchObject([{ update: gone }]);
    const [older, newer] = [...catalogs.editions].sort((a, b) => Number(a.current) - Number(b.current));
    expect(newer?.updates).toBe(2);
    expect((await engine.compareEditions(older?.key ?? '', newer?.key ?? ''))?.gone).toHaveLength(2);
  });

  it('is known over further editions, and withdrawn no more when it is listed again', async () => {
    const { engine } = await openTestEngine();
    await bring(engine, systeminfo('WS1'), third, first, second);
    expect(await statesOf(engine)).toEqual({
      1: 'Required',
      2: 'Required superseded withdrawn',
      3: 'Required',
      4: 'Required withdrawn',
    });
  });

  it('is not made by an older edition that counts on purpose, nor by the same file again', async () => {
    const { engine } = await openTestEngine();
    await bring(engine, second, systeminfo('WS1'));
    const older = await engine.importFiles([first], { overrides: { 'vendor.xml': 'a test' } }, quiet);
    expect(older.ok).toBe(true);
    expect(await statesOf(engine)).toEqual({ 1: 'Required', 2: 'Required', 3: 'Required' });
    const again = await bring(engine, first);
    expect(again.files).toMatchObject([{ outcome: 'nothing-new' }]);
  });

  it('is the same after a restart from the workspace file, and with the same file again', async () => {
    const { engine } = await openTestEngine();
    await bring(engine, first, systeminfo('WS1'));
    await bring(engine, second);
    const file = await engine.exportWorkspace(quiet);
    if (!file.ok) throw new Error(file.error.code);
    const other = (await openTestEngine()).engine;
    expect((await other.restoreWorkspace(new File([file.value], 'w'), quiet)).ok).toBe(true);
    expect(await statesOf(other)).toEqual(await statesOf(engine));
    expect((await bring(other, second)).files).toMatchObject([{ outcome: 'nothing-new' }]);
    expect((await statesOf(other))[3]).toBe('Required withdrawn');
  });

  it('is live where another catalog lists it', async () => {
    const { engine } = await openTestEngine();
    await bring(engine, first, systeminfo('WS1'));
    await bring(engine, second);
    const twin = new File([await edition(1, { id: 3 }).text()], 'other-vendor-file.xml');
    await bring(engine, twin);
    expect((await statesOf(engine))[3]).toBe('Required');
  });
});
