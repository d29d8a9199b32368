import { expect, it } from 'vitest';
import type { JournalEntry } from '../../../src/domain/index.ts';
import { journalRejections } from '../../../src/tasks/journal-rejections.ts';

let index = 0;
const entry = (at: number, act: JournalEntry['act'], file = '', details = {}): JournalEntry => ({
  index: (index += 1),
  at,
  by: '',
  act,
  file,
  fileSha256: '',
  details,
  hash: '',
});
const cut = { code: 'cut-off', place: 'line 7', expected: '</a>' };

it('gives back what was rejected, with code, place and figures', () => {
  const entries = [entry(1, 'catalog-imported', 'a.xml'), entry(1, 'file-rejected', 'b.xml', cut)];
  expect(journalRejections(entries)).toEqual([
    { code: 'cut-off', file: 'b.xml', place: 'line 7', details: { expected: '</a>' } },
  ]);
});

it('forgets a file that came whole later, and counts one that came twice once', () => {
  const rejected = (at: number, file: string) => entry(at, 'file-rejected', file, cut);
  const entries = [rejected(1, 'a.xml'), rejected(1, 'b.xml'), entry(2, 'catalog-imported', 'a.xml')];
  expect(journalRejections([...entries, rejected(3, 'b.xml')]).map(({ file }) => file)).toEqual(['b.xml']);
});

it('two files of one name in one import are two, whatever became of the other', () => {
  const entries = [
    entry(5, 'catalog-imported', 'a.xml'),
    entry(5, 'file-rejected', 'a.xml', cut),
    entry(5, 'file-rejected', 'a.xml', { code: 'file-empty', place: '' }),
  ];
  expect(journalRejections(entries).map(({ code }) => code)).toEqual(['cut-off', 'file-empty']);
});
