import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { emptyHead, JournalChain } from '../../../src/store/index.ts';
import { fakeProfile, openFake, tamper } from './fake-store.ts';

const drafts = ['scanned', 'authorized', 'declined', 'undone', 'redone'] as const;

async function storeWithFive() {
  const profile = fakeProfile();
  const { store } = await openFake(profile);
  for (const act of drafts) await store.apply({ journal: [{ act, details: { updates: 2 } }] }, 'Kim', 1000);
  return { profile, store };
}

describe('journal chain', () => {
  it('hashes the previous hash and the entry in canonical JSON, as an outside SHA-256 says', async () => {
    const chain = await JournalChain.create();
    const [entry] = chain.extend(
      emptyHead,
      [{ act: 'authorized', file: 'a.xml', fileSha256: 'ff', details: { b: 'x"', a: 1 } }],
      'Kim',
      1000,
    );
    const text =
      '0'.repeat(64) +
      '{"act":"authorized","at":1000,"by":"Kim","details":{"a":1,"b":"x\\""},"file":"a.xml","fileSha256":"ff","index":1}';
    expect(entry?.hash).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('AUD01 a deleted journal entry breaks the chain at its index', async () => {
    const { profile, store } = await storeWithFive();
    expect(await store.verifyJournal()).toBeNull();
    await tamper(profile, 'entries', (table) => table.delete(3));
    expect(await store.verifyJournal()).toBe(3);
  });

  it('AUD01 cutting off the last entry is found too', async () => {
    const { profile, store } = await storeWithFive();
    await tamper(profile, 'entries', (table) => table.delete(5));
    expect(await store.verifyJournal()).toBe(5);
  });

  it('STO05 an edited journal row is named', async () => {
    const { profile, store } = await storeWithFive();
    const { entries } = await store.journal(2, 1);
    await tamper(profile, 'entries', (table) => table.put({ ...entries[0], by: 'Lee' }));
    expect(await store.verifyJournal()).toBe(2);
  });
});
