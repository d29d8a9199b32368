import { describe, expect, it } from 'vitest';
import { readCsv, writeCsv } from '../../../../src/formats/csv/index.ts';

const cellsOf = (text: string): readonly (readonly string[])[] => {
  const table = readCsv(text, 't.csv');
  if (!table.ok) throw new Error(table.error.code);
  return table.value.rows.map((row) => row.cells);
};

describe('writeCsv', () => {
  it('ends rows with CRLF and doubles quotes (RFC 4180, rules 1 and 7)', () => {
    expect(writeCsv([['a', 'b "c"']])).toBe('a,"b ""c"""\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '\uFF1D1'])(
    'puts an apostrophe before the formula %j',
    (formula) => {
      const text = writeCsv([[formula, 'x']]);
      expect(text.replace(/^"/, '').startsWith("'")).toBe(true);
      expect(cellsOf(text)).toEqual([[formula, 'x']]);
    },
  );

  it('keeps an apostrophe that was there', () => {
    expect(cellsOf(writeCsv([["'=1", "'word", "''"]]))).toEqual([["'=1", "'word", "''"]]);
  });
});

describe('readCsv', () => {
  const field = 'a "quoted"; b,\r\nsecond line';

  it.each([',', ';', '\t'] as const)(
    'CSV02 quotes, newlines and separator %j come back as they went',
    (separator) => {
      const rows = [
        ['machine', 'ubr', 'note'],
        ['PC1', '5122', field],
      ];
      expect(cellsOf(writeCsv(rows, { separator, byteOrderMark: true }))).toEqual(rows);
    },
  );

  it('takes the separator a spreadsheet declares', () => {
    const table = readCsv('sep=;\r\na,b;c\r\n', 't.csv');
    expect(table).toEqual({ ok: true, value: { separator: ';', rows: [{ line: 2, cells: ['a,b', 'c'] }] } });
  });

  it('counts lines inside quotes, accepts lone LF, and leaves empty lines out', () => {
    const table = readCsv('a,"x\ny"\n\nb,c', 't.csv');
    expect(table.ok && table.value.rows).toEqual([
      { line: 1, cells: ['a', 'x\ny'] },
      { line: 4, cells: ['b', 'c'] },
    ]);
  });

  it('names the line of a quote that is never closed', () => {
    const table = readCsv('a,b\n"c,d\n', 'list.csv');
    expect(table).toMatchObject({
      ok: false,
      error: { code: 'not-well-formed', file: 'list.csv', place: 'line 2' },
    });
  });

  it('refuses text after a closing quote', () => {
    expect(readCsv('"a"b,c\n', 'list.csv')).toMatchObject({ ok: false, error: { place: 'line 1' } });
  });
});
