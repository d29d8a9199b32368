import { escapeFormula } from './formula.ts';

export type Separator = ',' | ';' | '\t';

export interface CsvOptions {
  /** Comma by default (RFC 4180); a semicolon where the spreadsheet's country expects one. */
  readonly separator?: Separator;
  /** A byte order mark makes spreadsheets read UTF-8 as UTF-8; off by default. */
  readonly byteOrderMark?: boolean;
}

/** Any of the three separators is quoted, so that a reader with another locale still splits right. */
const needsQuotes = /[",;\t\r\n]|^\s|\s$|^'/;

/**
 * Rows as CSV text (RFC 4180: CRLF line ends, quotes doubled), final line end included. Cells that a
 * spreadsheet would run as a formula get an apostrophe in front (formula policy, `formula.ts`).
 */
export function writeCsv(rows: readonly (readonly string[])[], options: CsvOptions = {}): string {
  const separator = options.separator ?? ',';
  const lines = rows.map((cells) => `${cells.map(writeCell).join(separator)}\r\n`);
  return (options.byteOrderMark ? '\uFEFF' : '') + lines.join('');
}

function writeCell(cell: string): string {
  const inert = escapeFormula(cell);
  return needsQuotes.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
