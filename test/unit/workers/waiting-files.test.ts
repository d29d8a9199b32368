import { expect, it } from 'vitest';
import type { Engine, ImportReport } from '../../../src/tasks/engine.ts';
import type { Result } from '../../../src/domain/index.ts';
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
  expect(await waitingStep(engine)).toEqual({ kind: 'waiting', names: 1, editions: 0 });
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
  expect(await waitingStep(engine)).toEqual({ kind: 'waiting', names: 0, editions: 1 });
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
