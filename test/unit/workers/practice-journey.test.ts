import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Result, StateRow } from '../../../src/domain/index.ts';
import { createRowsEngine } from '../../../src/scan/index.ts';
import { openStore } from '../../../src/store/index.ts';
import { modelDeriver } from '../../../src/tasks/derive-model.ts';
import type { Engine, ImportReport } from '../../../src/tasks/engine.ts';
import { practiceFiles } from '../../../src/tasks/practice/index.ts';
import { practiceFleet } from '../../../src/tasks/practice/practice-fleet.ts';
import { Session } from '../../../src/tasks/session.ts';
import { standardFormats } from '../../../src/tasks/standard-formats.ts';
import { createEngine } from '../../../src/workers/create-engine.ts';
import { hasTool, scratchFolder, sha256sumCheck, unzipTo } from '../../support/unpack.ts';

const bundleId = '00000000-0000-4000-8000-000000000001';
const silent = (): void => undefined;

async function memoryEngine(): Promise<Engine> {
  const { store } = await openStore({
    name: 'practice',
    indexedDb: null,
    freeSpace: async () => null,
    writer: 'test',
  });
  const clock = (): number => Date.UTC(2026, 10, 21, 12);
  const session = await Session.open({ store, clock, hadData: false });
  const core = createEngine({
    session,
    derive: modelDeriver(),
    engine: createRowsEngine(),
    formats: standardFormats,
    claimStore: async () => undefined,
    askStorage: async () => ({ persisted: false, usedBytes: null, quotaBytes: null }),
    storageFailure: null,
    software: 'Patchferry test',
    newId: () => bundleId,
  });
  return core.engineFor(new AbortController().signal);
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** Only the practice site and what the product makes of it; no real data is needed. */
describe('the practice site through the whole product', () => {
  let engine: Engine;
  let report: ImportReport;
  let rows: readonly StateRow[];
  let bundle: Blob;

  beforeAll(async () => {
    engine = await memoryEngine();
    report = value(await engine.loadPractice(silent));
    rows = await engine.rows({});
  });

  it('imports without a rejection; one nameless file asks for its name', () => {
    expect(report.files.filter((file) => file.outcome !== 'imported')).toMatchObject([
      { file: 'practice-lab-02_systeminfo.txt', outcome: 'needs-name', stem: 'practice-lab-02' },
    ]);
    expect(report.files).toHaveLength(4 + 25 + 4 + 1);
  });

  it('is marked as practice, and has every machine but the nameless one', async () => {
    const snapshot = await engine.snapshot();
    expect(snapshot.practice).toBe(true);
    const expected = practiceFleet().map((machine) => machine.name.toLowerCase());
    expect(snapshot.machines.map((machine) => machine.id)).toEqual(
      expected.filter((name) => name !== 'practice-lab-02').sort(),
    );
  });

  it('shows every state, every grade that files can give, and the marks of Review', () => {
    expect(new Set(rows.map((row) => row.state))).toEqual(
      new Set(['Required', 'Installed', 'Unknown', 'NotRequired']),
    );
    const grades = new Set(rows.flatMap((row) => row.grade ?? []));
    expect([...grades].sort()).toEqual(['inferred', 'listed', 'measured']);
    const marks = new Set(rows.flatMap((row) => row.marks));
    for (const mark of ['superseded', 'alternative-track', 'needs-esu-licence'])
      expect(marks).toContain(mark);
  });

  // By hand, from msrc-cvrf section 4: what each machine of the fleet is there to show.
  it.each([
    ['practice-w10-02', 'msrc:KB9670011', 'Required', 'build-below', 'measured'],
    ['practice-w10-03', 'msrc:KB9610011', 'Installed', 'build-reached', 'measured'],
    ['practice-w10-04', 'msrc:KB9610011', 'Installed', 'superseding-kb-listed', 'listed'],
    ['practice-w10-04', 'msrc:KB9650011', 'Required', 'older-cumulative-listed', 'listed'],
    ['practice-w10-05', 'msrc:KB9670011', 'Required', 'listed-kbs-older', 'inferred'],
    ['practice-w10-06', 'msrc:KB9650011', 'Unknown', 'ubr-unknown', null],
    ['practice-w10-07', 'msrc:KB9670011', 'Unknown', 'hotfix-list-cut', null],
    ['practice-s25-01', 'msrc:KB9630032', 'NotRequired', 'hotpatch-track', 'measured'],
    ['practice-s12-01', 'msrc:KB9650062', 'NotRequired', 'contained-in-rollup', 'listed'],
    ['practice-s12-02', 'msrc:KB9670061', 'Required', 'kb-not-listed', 'listed'],
    ['practice-new-01', 'msrc:KB9670021', 'Unknown', 'build-not-known', null],
    ['practice-lst-01', 'msrc:KB9670011', 'Unknown', 'os-facts-missing', null],
    ['practice-w7-01', 'msrc:KB9670011', 'NotRequired', 'level-not-serviced', 'measured'],
  ])('%s, %s: %s, %s', (machine, update, state, reason, grade) => {
    const row = rows.find((one) => one.machine === machine && one.update === update);
    expect(row).toMatchObject({ state, reason, grade });
  });

  it('the name that the import asked for brings the last machine in', async () => {
    const files = practiceFiles().filter((file) => file.name === 'practice-lab-02_systeminfo.txt');
    const names = { 'practice-lab-02_systeminfo.txt': 'PRACTICE-LAB-02' };
    const named = value(await (await memoryEngine()).importFiles(files, { names }, silent));
    expect(named.files).toMatchObject([{ outcome: 'imported', subject: 'PRACTICE-LAB-02' }]);
  });

  it('authorized whole, it becomes a plan and a bundle', async () => {
    const snapshot = await engine.snapshot();
    value(
      await engine.decide(
        snapshot.updates.map((update) => update.id),
        'authorized',
        '',
        null,
      ),
    );
    const plan = await engine.planBundle({ machines: [], grades: [] });
    // Newest of each track, the servicing stack first, and the hotpatch's month left out as superseded.
    expect(plan.items.map((item) => item.kb)).toEqual([
      'KB9630091',
      'KB9670011',
      'KB9670021',
      'KB9670031',
      'KB9670032',
      'KB9670041',
      'KB9670051',
      'KB9670061',
    ]);
    const reason = (kb: string): string | undefined =>
      plan.leftOut.find((item) => item.update === `msrc:${kb}`)?.reason;
    expect(reason('KB9650011')).toBe('superseded');
    expect(reason('KB9670062')).toBe('alternative-track');
    expect(reason('KB9670081')).toBe('not-required');

    const files = [new File(['practice'], 'windows10.0-kb9670011-x64_practice.msu')];
    const request = { name: 'Practice', machines: [], grades: [], files, allowEmpty: false };
    const { zip, receipt } = value(await engine.writeBundleZip(request, silent));
    expect(receipt.missing).toEqual(
      plan.items
        .slice(0, 1)
        .concat(plan.items.slice(2))
        .map((item) => item.kb),
    );

    bundle = zip;
  });

  it.skipIf(!hasTool('unzip') || !hasTool('sha256sum'))(
    'sha256sum -c and the schema accept the bundle',
    async () => {
      const folder = scratchFolder();
      try {
        await unzipTo(bundle, folder.path);
        const bag = join(folder.path, 'Practice');
        for (const list of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
          expect(sha256sumCheck(list, bag)).toEqual({ status: 0, text: '' });
        }
        const xml = readFileSync(join(bag, 'data/manifest.xml'), 'utf8');
        expect(xml).toContain('practice="true"');
        const schema = join(import.meta.dirname, '../../../src/formats/bundle/manifest.xsd');
        const { errors } = await validateXML({
          xml: [{ fileName: 'manifest.xml', contents: xml }],
          schema: [{ fileName: 'manifest.xsd', contents: readFileSync(schema, 'utf8') }],
        });
        expect(errors).toEqual([]);
        expect(readFileSync(join(bag, 'README.txt'), 'latin1')).toContain('PRACTICE DATA');
        expect(readFileSync(join(bag, 'data/shopping-list.html'), 'utf8')).toContain('Practice data');
      } finally {
        folder.remove();
      }
    },
  );
});
