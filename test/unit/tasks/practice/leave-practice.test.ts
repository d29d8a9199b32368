import { expect, it } from 'vitest';
import { ok } from '../../../../src/domain/index.ts';
import type { Result } from '../../../../src/domain/index.ts';
import { practiceFleet } from '../../../../src/tasks/practice/practice-fleet.ts';
import { openTestEngine, quiet } from '../../../support/open-engine.ts';
import { msrcFile } from '../../../support/msrc-document.ts';
import { systeminfoText } from '../../../support/systeminfo-text.ts';

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** A machine of the site itself. */
const own = () => new File([systeminfoText()], 'own_systeminfo.txt');

it('leaving the practice site leaves nothing of it: no machine, catalog, decision, file, state', async () => {
  const { engine, session } = await openTestEngine();
  const before = session.data;
  value(await engine.loadPractice(quiet));
  const practice = await engine.snapshot();
  const [first, second] = practice.updates;
  value(await engine.decide([first?.id ?? '', second?.id ?? ''], 'authorized', 'practice', null));
  const named = practice.waiting[0];
  value(await engine.answerWaiting(named?.key ?? '', { machine: 'PRACTICE-LAB-02' }, quiet));
  value(await engine.setUbr(practice.machines[0]?.id ?? '', 4711));

  expect(await engine.leavePractice()).toEqual(ok(null));

  const { editions, readings, ubr, authorizations, states, ignored, waiting, practice: flag } = session.data;
  expect({ editions, readings, ubr, authorizations, states, ignored, waiting, practice: flag }).toEqual({
    editions: before.editions,
    readings: before.readings,
    ubr: before.ubr,
    authorizations: before.authorizations,
    states: null,
    ignored: before.ignored,
    waiting: before.waiting,
    practice: false,
  });
  const after = await engine.snapshot();
  expect(after.undo, 'nothing brings a part of it back').toBeNull();
  const { entries } = await engine.journal(1, 1000);
  expect(entries.at(-1)).toMatchObject({
    act: 'practice-left',
    details: { machines: practiceFleet().length },
  });
});

it('it is loaded into an empty workspace only', async () => {
  const { engine } = await openTestEngine();
  value(await engine.importFiles([own()], {}, quiet));
  const before = await engine.snapshot();
  const refused = await engine.loadPractice(quiet);
  expect(refused).toMatchObject({ ok: false, error: { code: 'practice-not-empty' } });
  expect((await engine.snapshot()).version).toBe(before.version);
});

it('a workspace in which an earlier version mixed both keeps what is its own', async () => {
  const { engine, session } = await openTestEngine();
  value(await engine.loadPractice(quiet));
  const document = msrcFile({
    id: '2026-Feb',
    products: [{ id: '12345', name: 'Windows 10 Version 22H2 for x64-based Systems', family: 'Windows' }],
    vulnerabilities: [{ cve: 'CVE-2026-1', fixes: [{ kb: 5000001, products: ['12345'] }] }],
  });
  value(await engine.importFiles([own(), document], {}, quiet));
  value(await engine.leavePractice());
  const after = await engine.snapshot();
  expect(after.machines).toHaveLength(1);
  expect(after.catalogs.editions.map(({ file }) => file)).toEqual([document.name]);
  expect(after.practice).toBe(false);
  expect(session.data.states?.summary.machines).toBe(1);
});

it('without practice data there is nothing to leave', async () => {
  const { engine } = await openTestEngine();
  value(await engine.importFiles([own()], {}, quiet));
  const before = await engine.snapshot();
  expect(await engine.leavePractice()).toEqual(ok(null));
  expect((await engine.snapshot()).version).toBe(before.version);
});
