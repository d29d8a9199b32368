import { expect, it } from 'vitest';
import type { Authorization } from '../../../src/domain/index.ts';
import type { Engine } from '../../../src/tasks/engine.ts';
import type { IndexedDbPort } from '../../../src/store/index.ts';
import { openTestEngine, profile, quiet } from '../../support/open-engine.ts';
import { february, january, systeminfo } from '../../support/small-site.ts';

const [first, second] = ['msrc:KB5000001', 'msrc:KB5000002'] as const;

async function decided(indexedDb: IndexedDbPort): Promise<Engine> {
  const { engine, session } = await openTestEngine({ indexedDb });
  await engine.importFiles([january(), february(), systeminfo('WS1', ['KB5000001'])], {}, quiet);
  await engine.decide([first, second], 'authorized', '', null);
  await engine.decide([first], 'deferred', 'after the fair', '2026-12-24');
  await engine.decide([second], 'declined', 'not ours', null);
  await engine.setUbr('ws1', 5100);
  await engine.undo();
  await engine.undo();
  await engine.redo();
  await engine.undo();
  session.store.close();
  return engine;
}

/** Changes a row as a person with the browser's own tools would. */
async function edit(indexedDb: IndexedDbPort, change: (row: Authorization) => Authorization | null) {
  const { session } = await openTestEngine({ indexedDb });
  const row = session.data.authorizations.find(({ update }) => update === second);
  if (!row) throw new Error('no row');
  const changed = change(row);
  await session.store.apply(
    changed ? { authorizations: [changed], journal: [] } : { deleteAuthorizations: [second], journal: [] },
    '',
    0,
  );
  session.store.close();
}

async function altered(indexedDb: IndexedDbPort) {
  const { engine, session } = await openTestEngine({ indexedDb });
  const found = (await engine.snapshot()).alteredAuthorizations;
  session.store.close();
  return found;
}

it('decisions, withdrawals and what was taken back agree with the journal at the next start', async () => {
  const indexedDb = profile();
  await decided(indexedDb);
  expect(await altered(indexedDb)).toEqual([]);
});

it.each<[string, (row: Authorization) => Authorization | null]>([
  ['the verdict', (row) => ({ ...row, verdict: 'declined', reason: '' })],
  ['the reason', (row) => ({ ...row, reason: 'because' })],
  ['the content it is bound to', (row) => ({ ...row, contentHash: 'f'.repeat(64) })],
  ['who decided', (row) => ({ ...row, by: 'somebody else' })],
  ['the row itself', () => null],
])('STO05 %s, changed in the database, is told at the next start', async (_what, change) => {
  const indexedDb = profile();
  await decided(indexedDb);
  await edit(indexedDb, change);
  expect(await altered(indexedDb)).toEqual([second]);
});

it('what is decided anew is told no more', async () => {
  const indexedDb = profile();
  await decided(indexedDb);
  await edit(indexedDb, (row) => ({ ...row, reason: 'because' }));
  const { engine, session } = await openTestEngine({ indexedDb });
  await engine.decide([second], 'authorized', '', null);
  expect((await engine.snapshot()).alteredAuthorizations).toEqual([]);
  session.store.close();
  expect(await altered(indexedDb)).toEqual([]);
});
