import { expect, it } from 'vitest';
import { kindText, outcomeText, warningGroups } from '../../../../src/ui/views/import-rows.ts';
import { wordsOf } from '../../../../src/ui/words/index.ts';

const words = wordsOf('en');

it('a rejected file says why in words, not by code', () => {
  const error = {
    code: 'cut-off',
    file: 'a.xml',
    place: 'line 9',
    details: { expected: '</cvrfdoc>' },
  } as const;
  const text = outcomeText({ file: 'a.xml', outcome: 'rejected', error }, words);
  expect(text.reason).toBe('The file is cut off: its end is missing (still expected: </cvrfdoc>).');
});

it('a file left aside says why in words, not by code', () => {
  const outcome = { file: 'a.cab', outcome: 'ignored', format: 'cabinet', reason: 'container' } as const;
  expect(outcomeText(outcome, words).reason).toBe('A cabinet: an update file or a container, no inventory.');
});

it('a file whose name was refused says what stood there', () => {
  const refused = { name: '...', line: 2 };
  const outcome = { file: 'a.txt', outcome: 'needs-name', stem: 'a', waiting: 'k', refused } as const;
  expect(outcomeText(outcome, words).reason).toContain('stands “...” (line 2), which is no legal host name');
});

it('an imported file says what it is and about whom', () => {
  const outcome = { file: 'a', outcome: 'imported', kind: 'inventory', format: 'systeminfo', subject: 'PC01', detail: {} } as const; // prettier-ignore
  expect(outcomeText(outcome, words)).toEqual({ subject: 'PC01', reason: '' });
  expect(kindText(outcome, words)).toBe('Inventory');
});

it('warnings have words, stand by kind with the rarest first, and say what each value is', () => {
  const differs = (kb: string) =>
    ({ code: 'supersedence-differs', details: { kb, kept: 'KB1 KB2' } }) as const;
  const report = {
    files: [],
    differences: [],
    warnings: [
      differs('KB7'),
      { code: 'list-cut', file: 'PC01.txt', details: { declared: 261, read: 244 } } as const,
      differs('KB8'),
    ],
    scan: null,
    elapsedMs: 1,
  };
  expect(warningGroups(report, words)).toEqual([
    {
      title: 'KB list cut off by systeminfo',
      lines: ['PC01.txt · KBs declared: 261 · KBs read: 244'],
    },
    {
      title: 'One update names different superseded ones; all are used',
      lines: ['KB7 · used: KB1 KB2', 'KB8 · used: KB1 KB2'],
    },
  ]);
});
