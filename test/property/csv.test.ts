import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCsv, writeCsv } from '../../src/formats/csv/index.ts';

const cell = fc.string({
  unit: fc.constantFrom('a', '1', '"', ',', ';', '\t', '\r', '\n', "'", '=', '-', ' ', 'ß'),
});
// A row of one empty cell is an empty line, which carries no row.
const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
const separator = fc.constantFrom(',' as const, ';' as const, '\t' as const);

it('every table comes back as it was written', () => {
  fc.assert(
    fc.property(rows, separator, (table, by) => {
      const read = readCsv(writeCsv([['one', 'two'], ...table], { separator: by }), 't.csv');
      expect(read.ok && read.value.rows.slice(1).map((row) => row.cells)).toEqual(table);
    }),
    { numRuns: 500 },
  );
});

it('no written cell begins with a character that starts a formula', () => {
  fc.assert(
    fc.property(cell, (content) => {
      // Looked at without our own reader: one cell, its quotes taken off by hand.
      expect(
        writeCsv([[content]])
          .replace(/\r\n$/, '')
          .replace(/^"/, ''),
      ).not.toMatch(/^[=+\-@\t\r\n]/);
    }),
  );
});
