import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/tasks/engine.ts';
import { msrcFile } from '../../support/msrc-document.ts';
import { openTestEngine, profile, quiet } from '../../support/open-engine.ts';
import { february, februaryRevised, january, systeminfo } from '../../support/small-site.ts';

const update = 'msrc:KB5000002';

async function withSite() {
  const opened = await openTestEngine();
  await opened.engine.importFiles([january(), february(), systeminfo('WS1', ['KB5000001'])], {}, quiet);
  return opened;
}

async function verdicts(engine: Engine) {
  const { authorizations } = await engine.snapshot();
  return authorizations.map(({ update: id, verdict, reason }) => [id, verdict, reason]);
}

describe('decide', () => {
  it.each(['declined', 'deferred'] as const)(
    '%s needs a reason, and nothing is stored without',
    async (verdict) => {
      const { engine } = await withSite();
      expect(await engine.decide([update], verdict, '  ', null)).toMatchObject({
        error: { code: 'reason-missing' },
      });
      expect(await verdicts(engine)).toEqual([]);
      expect((await engine.decide([update], verdict, 'not on this line', '2026-12-01')).ok).toBe(true);
      expect(await verdicts(engine)).toEqual([[update, verdict, 'not on this line']]);
    },
  );

  it('journals who decided what, and withdraws', async () => {
    const { engine } = await withSite();
    const { settings } = await engine.snapshot();
    await engine.saveSettings({ ...settings, operator: 'Kim' });
    await engine.decide([update, 'msrc:KB9999999'], 'authorized', '', null);
    await engine.decide([update], null, '', null);
    const { entries, chainBrokenAt } = await engine.journal(1, 100);
    expect(chainBrokenAt).toBeNull();
    expect(entries.slice(-2)).toMatchObject([
      { act: 'authorized', by: 'Kim', details: { updates: 1, ids: update } },
      { act: 'withdrawn', by: 'Kim', details: { updates: 1, ids: update } },
    ]);
    expect(await verdicts(engine)).toEqual([]);
  });

  it('APR01 CAT11 an authorization is void once the update has other content, until it is looked at again', async () => {
    const { engine } = await withSite();
    await engine.decide([update], 'authorized', '', null);
    expect((await engine.snapshot()).voided).toEqual([]);
    await engine.importFiles([februaryRevised()], {}, quiet);
    const snapshot = await engine.snapshot();
    expect(snapshot.voided).toEqual([update]);
    expect(snapshot.next).toContainEqual({ kind: 'voided', updates: 1 });
    expect(await engine.planBundle({ machines: [], grades: [] })).toMatchObject({
      items: [],
      leftOut: [{ update, reason: 'void' }],
    });
    await engine.decide([update], 'authorized', '', null);
    expect((await engine.snapshot()).voided).toEqual([]);
    expect((await engine.planBundle({ machines: [], grades: [] })).items).toHaveLength(1);
  });

  it('APR02 three thousand authorized at once and taken back leave exactly the prior state', async () => {
    const { engine, session } = await openTestEngine();
    // A hundred products, as in real months: thirty updates each.
    const products = Array.from({ length: 100 }, (_, index) => ({
      id: `${index}`,
      name: `Practice App ${index}`,
    }));
    const documents = ['Jan', 'Feb', 'Mar'].map((month, at) =>
      msrcFile({
        id: `2026-${month}`,
        products,
        vulnerabilities: products.map((product, index) => ({
          cve: `CVE-2026-${at}${index}`,
          fixes: Array.from({ length: 10 }, (_each, fix) => ({
            kb: 4_000_000 + at * 1000 + index * 10 + fix,
            products: [product.id],
            subType: 'Security Update',
          })),
        })),
      }),
    );
    await engine.importFiles(documents, {}, quiet);
    const all = (await engine.snapshot()).updates.map((each) => each.id);
    expect(all).toHaveLength(3000);
    await engine.decide(all.slice(0, 2), 'declined', 'not ours', null);
    const before = await session.store.load();

    await engine.decide(all, 'authorized', '', null);
    expect((await session.store.load()).authorizations).toHaveLength(3000);
    expect((await engine.snapshot()).undo).toEqual({ label: 'authorized', count: 3000 });
    await engine.undo();

    const after = await session.store.load();
    expect(after.authorizations).toEqual(before.authorizations);
    expect({ ...after, journalLength: 0 }).toEqual({ ...before, journalLength: 0 });
    await engine.redo();
    expect((await engine.snapshot()).authorizations.every(({ verdict }) => verdict === 'authorized')).toBe(
      true,
    );
  });

  it('a revision typed by a person changes the states at once, and undo brings the old ones back', async () => {
    const { engine } = await withSite();
    const before = (await engine.snapshot()).states;
    await engine.setUbr('ws1', 5100);
    expect((await engine.rows({ machine: 'ws1', update }))[0]).toMatchObject({
      state: 'Installed',
      grade: 'measured',
    });
    await engine.undo();
    expect((await engine.snapshot()).states).toEqual(before);
  });

  it('a removed machine is gone with its files, and comes back whole', async () => {
    const { engine } = await withSite();
    await engine.setUbr('ws1', 5100);
    const before = await engine.snapshot();
    await engine.removeMachine('ws1');
    expect((await engine.snapshot()).machines).toEqual([]);
    await engine.undo();
    const after = await engine.snapshot();
    expect(after.machines).toEqual(before.machines);
    expect(after.states).toEqual(before.states);
  });

  it('APR03 a tab that was replaced as writer is refused, and reads what the other wrote', async () => {
    const indexedDb = profile();
    const first = await openTestEngine({ indexedDb, writer: 'tab-1' });
    await first.core.claim();
    await first.engine.importFiles([february(), systeminfo('WS1')], {}, quiet);
    const second = await openTestEngine({ indexedDb, writer: 'tab-2' });
    await second.core.claim();
    expect(await first.engine.decide([update], 'authorized', '', null)).toMatchObject({
      error: { code: 'read-only' },
    });
    expect((await second.engine.decide([update], 'declined', 'no', null)).ok).toBe(true);
    await first.core.reload();
    expect(await verdicts(first.engine)).toEqual([[update, 'declined', 'no']]);
  });
});
