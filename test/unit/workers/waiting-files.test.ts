import { describe, expect, it } from 'vitest';
import type { Engine, ImportReport } from '../../../src/tasks/engine.ts';
import type { Result } from '../../../src/domain/index.ts';
import { mssecureXml } from '../../support/mssecure-xml.ts';
import { writeCabinet } from '../../support/signing/catalog-cabinet.ts';
import { openTestEngine, profile, quiet } from '../../support/open-engine.ts';
import { february, februaryRevised, january, systeminfo } from '../../support/small-site.ts';

function reportOf(result: Result<ImportReport>): ImportReport {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const bring = async (engine: Engine, files: readonly File[]) =>
  reportOf(await engine.importFiles(files, {}, quiet));

const waitingStep = async (engine: Engine) =>
  (await engine.snapshot()).next.find(({ kind }) => kind === 'waiting');

const actsOf = async (engine: Engine) => (await engine.journal(1, 1000)).entries.map(({ act }) => act);

it('a file without a machine name waits over a restart, on Home and in the journal, until it is named', async () => {
  const indexedDb = profile();
  const first = await openTestEngine({ indexedDb });
  const report = await bring(first.engine, [january(), systeminfo('')]);
  expect(report.files[1]).toMatchObject({ outcome: 'needs-name', stem: 'nameless' });
  first.session.store.close();

  const { engine } = await openTestEngine({ indexedDb });
  const { waiting } = await engine.snapshot();
  expect(waiting).toMatchObject([{ kind: 'name', file: 'nameless_systeminfo.txt', stem: 'nameless' }]);
  expect(await waitingStep(engine)).toEqual({ kind: 'waiting', names: 1, editions: 0, signatures: 0 });
  const { entries } = await engine.journal(1, 100);
  expect(entries.find(({ act }) => act === 'file-waiting')).toMatchObject({
    file: 'nameless_systeminfo.txt',
    fileSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });

  // The stick is away: the answer alone is enough.
  const answered = reportOf(await engine.answerWaiting(waiting[0]?.key ?? '', { machine: 'Press-7' }, quiet));
  expect(answered.files).toMatchObject([{ file: 'nameless_systeminfo.txt', outcome: 'imported' }]);
  const after = await engine.snapshot();
  expect(after.machines.map(({ name }) => name)).toEqual(['Press-7']);
  expect(after.waiting).toEqual([]);
  expect(await waitingStep(engine)).toBeUndefined();
});

it('two nameless files of one name are two questions', async () => {
  const { engine } = await openTestEngine();
  const other = new File([systeminfo('', ['KB5000001'])], 'nameless_systeminfo.txt');
  await bring(engine, [systeminfo(''), other]);
  const { waiting } = await engine.snapshot();
  expect(waiting).toHaveLength(2);
  for (const [at, { key }] of waiting.entries()) {
    reportOf(await engine.answerWaiting(key, { machine: `Press-${at}` }, quiet));
  }
  const { machines } = await engine.snapshot();
  expect(machines.map(({ name }) => name)).toEqual(['Press-0', 'Press-1']);
});

it('a waiting file is taken when a file of the same stem brings the name', async () => {
  const { engine } = await openTestEngine();
  const nameless = new File([systeminfo('')], 'PC7_systeminfo.txt');
  await bring(engine, [nameless]);
  expect((await engine.snapshot()).waiting).toHaveLength(1);
  const named = new File([systeminfo('PC-7', ['KB5000001'])], 'PC7.txt');
  const report = await bring(engine, [named]);
  expect(report.files.map(({ outcome }) => outcome)).toEqual(['imported', 'imported']);
  const { waiting, machines } = await engine.snapshot();
  expect(waiting).toEqual([]);
  expect(machines.map(({ name, files }) => [name, files.length])).toEqual([['PC-7', 2]]);
});

it('CAT09 an older edition waits over a restart for its decision, and counts with a reason', async () => {
  const indexedDb = profile();
  const first = await openTestEngine({ indexedDb });
  await bring(first.engine, [januaryAnd(), februaryRevised()].flat());
  await bring(first.engine, [february()]);
  first.session.store.close();

  const { engine } = await openTestEngine({ indexedDb });
  const { waiting } = await engine.snapshot();
  expect(waiting).toMatchObject([{ kind: 'older', kept: true, error: { code: 'older-edition' } }]);
  expect(await waitingStep(engine)).toEqual({ kind: 'waiting', names: 0, editions: 1, signatures: 0 });
  const answer = { reason: 'the newer one broke printing' };
  reportOf(await engine.answerWaiting(waiting[0]?.key ?? '', answer, quiet));
  const { catalogs, waiting: left } = await engine.snapshot();
  expect(left).toEqual([]);
  const current = catalogs.editions.find(({ document, current }) => document === '2026-Feb' && current);
  expect(current?.currentReleaseDate).toBe('2026-02-10T08:00:00');
  expect(await actsOf(engine)).toContain('catalog-older-override');
});

const januaryAnd = () => [january(), systeminfo('WS1')];

it('a file that nobody wants is left out on purpose, with an entry, and that can be taken back', async () => {
  const { engine } = await openTestEngine();
  await bring(engine, [systeminfo('')]);
  const [one] = (await engine.snapshot()).waiting;
  expect((await engine.dropWaiting(one?.key ?? '')).ok).toBe(true);
  expect((await engine.snapshot()).waiting).toEqual([]);
  expect(await actsOf(engine)).toContain('waiting-dropped');
  await engine.undo();
  expect((await engine.snapshot()).waiting).toEqual([one]);
});

it('an answer to a question that is gone says so and changes nothing', async () => {
  const { engine } = await openTestEngine();
  expect(await engine.answerWaiting('nothing', { machine: 'X1' }, quiet)).toMatchObject({
    ok: false,
    error: { code: 'not-waiting' },
  });
});

it('the workspace file carries what waits', async () => {
  const { engine } = await openTestEngine();
  await bring(engine, [februaryRevised(), systeminfo('')]);
  await bring(engine, [february()]);
  const { waiting } = await engine.snapshot();
  expect(waiting).toHaveLength(2);
  const file = await engine.exportWorkspace(quiet);
  if (!file.ok) throw new Error(file.error.code);
  const other = await openTestEngine();
  expect((await other.engine.restoreWorkspace(new File([file.value], 'w'), quiet)).ok).toBe(true);
  expect((await other.engine.snapshot()).waiting).toEqual(waiting);
});

describe('a cabinet that nobody vouches for yet', () => {
  const xml = (version: string) =>
    new TextEncoder().encode(
      mssecureXml([{ bulletin: 'MS01-001', files: [{ name: 'a.dll', version: '1.0' }] }], {
        DataVersion: version,
        LastDataUpdate: '1/2/2004',
      }),
    );
  const cabinet = () => new File([writeCabinet(xml('1.0.0.1'))], 'mssecure.cab');

  it('waits over a restart, and is used with a reason by name, without the medium', async () => {
    const indexedDb = profile();
    const first = await openTestEngine({ indexedDb });
    const report = await bring(first.engine, [cabinet()]);
    expect(report.files).toMatchObject([{ outcome: 'unproven' }]);
    first.session.store.close();

    const { engine } = await openTestEngine({ indexedDb });
    const { waiting, settings } = await engine.snapshot();
    expect(waiting).toMatchObject([
      { kind: 'signature', kept: true, file: 'mssecure.cab', error: { code: 'signature-not-proven' } },
    ]);
    expect(await waitingStep(engine)).toEqual({ kind: 'waiting', names: 0, editions: 0, signatures: 1 });
    const key = waiting[0]?.key ?? '';
    expect(await engine.answerWaiting(key, { reason: ' ' }, quiet)).toMatchObject({
      error: { code: 'reason-missing' },
    });
    await engine.saveSettings({ ...settings, operator: 'Kim' });
    const reason = 'the archive has no other copy';
    expect(reportOf(await engine.answerWaiting(key, { reason }, quiet)).files).toMatchObject([
      { outcome: 'imported' },
    ]);
    const after = await engine.snapshot();
    expect(after.waiting).toEqual([]);
    expect(after.catalogs.editions[0]?.signature?.override).toMatchObject({ reason, by: 'Kim' });
    const entries = (await engine.journal(1, 100)).entries;
    expect(entries.find(({ act }) => act === 'catalog-signature-override')).toMatchObject({ by: 'Kim' });
  });

  it('waits no longer when it is brought again with a reason, or left out', async () => {
    const { engine } = await openTestEngine();
    await bring(engine, [cabinet()]);
    await bring(engine, [cabinet()]);
    expect((await engine.snapshot()).waiting).toHaveLength(1);
    const overrides = { signatureOverrides: { 'mssecure.cab': 'a test' } };
    reportOf(await engine.importFiles([cabinet()], overrides, quiet));
    expect((await engine.snapshot()).waiting).toEqual([]);
    await bring(engine, [new File([writeCabinet(xml('1.0.0.2'))], 'other.cab')]);
    const [one] = (await engine.snapshot()).waiting;
    expect((await engine.dropWaiting(one?.key ?? '')).ok).toBe(true);
    expect((await engine.snapshot()).waiting).toEqual([]);
  });

  it('travels in the workspace file', async () => {
    const { engine } = await openTestEngine();
    await bring(engine, [cabinet()]);
    const { waiting } = await engine.snapshot();
    const file = await engine.exportWorkspace(quiet);
    if (!file.ok) throw new Error(file.error.code);
    const other = (await openTestEngine()).engine;
    expect((await other.restoreWorkspace(new File([file.value], 'w'), quiet)).ok).toBe(true);
    expect((await other.snapshot()).waiting).toEqual(waiting);
    const answered = await other.answerWaiting(waiting[0]?.key ?? '', { reason: 'a test' }, quiet);
    expect(reportOf(answered).files).toMatchObject([{ outcome: 'imported' }]);
  });

  it('is not kept where it is huge: the page asks for it again', async () => {
    const { engine } = await openTestEngine();
    const small = cabinet();
    // A member without end would be refused as cut: what follows a cabinet is not looked at before the question.
    const huge = new File([small, new Uint8Array(17 * 1024 ** 2)], 'mssecure.cab');
    await bring(engine, [huge]);
    const [one] = (await engine.snapshot()).waiting;
    expect(one).toMatchObject({ kind: 'signature', kept: false });
    expect(await engine.answerWaiting(one?.key ?? '', { reason: 'a test' }, quiet)).toMatchObject({
      error: { code: 'not-waiting' },
    });
  });

  it('is not used where what is stored is not what was brought', async () => {
    const { engine, session } = await openTestEngine();
    await bring(engine, [cabinet()]);
    const [waiting] = session.data.waiting;
    if (waiting?.kind !== 'signature') throw new Error('nothing waits');
    const content = Buffer.from(writeCabinet(xml('6.6.6.6'))).toString('base64');
    await session.commit({ putWaiting: [{ ...waiting, content }], journal: [] });
    expect(await engine.answerWaiting(waiting.key, { reason: 'a test' }, quiet)).toMatchObject({
      error: { code: 'storage-damaged' },
    });
    expect((await engine.snapshot()).catalogs.editions).toEqual([]);
  });
});
