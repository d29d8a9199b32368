import { describe, expect, it } from 'vitest';
import { columnWidths, usualColumns } from '../../../../src/ui/state/column-fit.ts';

const columns = [
  { id: 'name', width: 100 },
  { id: 'title' },
  { id: 'file', width: 200, least: 120 },
  { id: 'age', width: 100, wide: true },
  { id: 'hash', width: 100, wide: true },
  { id: 'note', width: 300, extra: true },
];
const ids = (room: number) => usualColumns(columns, room).map((column) => column.id);
const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);

describe('usual columns', () => {
  it('are all there as long as titles can be told apart: 100 + 270 + 120 + 100 + 100', () => {
    expect(ids(690)).toEqual(['name', 'title', 'file', 'age', 'hash']);
  });

  it('lose the last wide one first, and never another', () => {
    expect(ids(689)).toEqual(['name', 'title', 'file', 'age']);
    expect(ids(589)).toEqual(['name', 'title', 'file']);
    expect(ids(100)).toEqual(['name', 'title', 'file']);
  });
});

describe('widths', () => {
  const usual = usualColumns(columns, 1000);

  it('are as wanted where there is room', () => {
    expect(columnWidths(usual, 1000)).toEqual([100, 200, 200, 100, 100]);
  });

  it('shrink where they may until they fit', () => {
    expect(columnWidths(usual, 635)).toEqual([100, 175, 160, 100, 100]);
    expect(sum(columnWidths(usual, 600))).toBeLessThanOrEqual(600);
  });

  it('stop at the least: then the table is wider than its room', () => {
    expect(columnWidths(usual, 300)).toEqual([100, 150, 120, 100, 100]);
  });
});
