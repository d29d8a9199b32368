import { expect, it } from 'vitest';
import { titleOf } from '../../../../src/ui/state/title-of.ts';
import { de } from '../../../../src/ui/words/de/index.ts';
import { en } from '../../../../src/ui/words/en/index.ts';

it.each([
  [
    'Windows Vista x64 Edition Service Pack 2 and 2 more: Security Update, 2016-Nov',
    'Windows Vista x64 Edition Service Pack 2 und 2 weitere: Sicherheitsupdate, 2016-Nov',
  ],
  [
    'Windows 8.1 and 1 more: IE Cumulative, 2022-Nov',
    'Windows 8.1 und 1 weiteres: Kumulatives Update für IE, 2022-Nov',
  ],
  ['Windows RT 8.1: Monthly Rollup, 2022-Nov', 'Windows RT 8.1: Monatliches Rollup, 2022-Nov'],
  ['Something: Of Its Own Kind, 2022-Nov', 'Something: Of Its Own Kind, 2022-Nov'],
])('%s', (english, german) => {
  const update = { id: 'msrc:KB5000001', title: english };
  expect(titleOf(update, en)).toBe(english);
  expect(titleOf(update, de)).toBe(german);
});

it('a title of a vendor stays as the vendor wrote it', () => {
  const title = 'BIOS and 2 more: Security Update, 2022-Nov';
  expect(titleOf({ id: 'sdp:1', title }, de)).toBe(title);
});
