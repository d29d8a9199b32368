import { expect, it } from 'vitest';
import { nextSort, parseSort, sortRows, writeSort } from '../../../../src/ui/state/sorting.ts';

const rows = [
  { id: 'a', n: 3, s: 'x' },
  { id: 'b', n: null, s: 'y' },
  { id: 'c', n: 11, s: 'x' },
  { id: 'd', n: 2, s: 'y' },
];
const sorted = (text: string) =>
  sortRows(rows, parseSort(text), (row, column) => (column === 'n' ? row.n : row.s))
    .map((r) => r.id)
    .join('');

it.each([
  ['', 'abcd'],
  ['n', 'dacb'],
  ['-n', 'cadb'],
  ['s,n', 'acdb'],
  ['-s,-n', 'dbca'],
])('%s sorts numbers as numbers, keeps ties in order, and puts empty values last', (text, order) => {
  expect(sorted(text)).toBe(order);
});

it('a click turns a column around, a click with shift adds one', () => {
  const once = nextSort([], 'kb', false);
  expect(writeSort(once)).toBe('kb');
  expect(writeSort(nextSort(once, 'kb', false))).toBe('-kb');
  expect(writeSort(nextSort(once, 'severity', true))).toBe('kb,severity');
  expect(writeSort(nextSort(parseSort('kb,severity'), 'kb', true))).toBe('-kb,severity');
  expect(writeSort(nextSort(parseSort('kb,severity'), 'title', false))).toBe('title');
});
