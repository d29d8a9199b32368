import { ok, reject, type Result } from '../../domain/index.ts';
import { unescapeFormula } from './formula.ts';
import type { Separator } from './write.ts';

export interface CsvRow {
  /** 1-based line on which the row begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvTable {
  readonly separator: Separator;
  /** Empty lines are left out. */
  readonly rows: readonly CsvRow[];
}

const separators: readonly Separator[] = [',', ';', '\t'];
const maxRows = 1_000_000;

/**
 * Reads CSV text (RFC 4180; CR, LF or CRLF line ends). The separator is the one of comma, semicolon and
 * tab that stands most often outside quotes in the first line; a `sep=;` line, as spreadsheets write
 * it, settles it. Formula apostrophes are taken away again.
 * Errors: `not-well-formed` (quote never closed, text after a closing quote), `too-many-elements`.
 */
export function readCsv(text: string, file: string): Result<CsvTable> {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const declared = /^sep=([,;\t])\r?\n/i.exec(body);
  const separator = (declared?.[1] as Separator | undefined) ?? likelySeparator(body);
  const rows: CsvRow[] = [];
  let at = declared ? declared[0].length : 0;
  let line = declared ? 2 : 1;

  while (at < body.length) {
    const first = line;
    const cells: string[] = [];
    for (let more = true; more;) {
      let cell: string;
      if (body[at] === '"') {
        let end = at + 1;
        for (;;) {
          end = body.indexOf('"', end);
          if (end < 0) return reject('not-well-formed', file, `line ${line}`, { expected: '"' });
          if (body[end + 1] !== '"') break;
          end += 2;
        }
        const quoted = body.slice(at + 1, end);
        line += lineEndsIn(quoted);
        cell = quoted.replaceAll('""', '"');
        at = end + 1;
        if (at < body.length && body[at] !== separator && body[at] !== '\r' && body[at] !== '\n') {
          return reject('not-well-formed', file, `line ${line}`, { expected: separator });
        }
      } else {
        let end = at;
        while (end < body.length && body[end] !== separator && body[end] !== '\r' && body[end] !== '\n')
          end++;
        cell = body.slice(at, end);
        at = end;
      }
      cells.push(unescapeFormula(cell));
      more = body[at] === separator;
      if (more) at++;
    }
    if (body[at] === '\r') at++;
    if (body[at] === '\n') at++;
    line++;
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: first, cells });
    if (rows.length > maxRows) return reject('too-many-elements', file, `line ${line}`, { limit: maxRows });
  }
  return ok({ separator, rows });
}

function likelySeparator(body: string): Separator {
  const unquoted = body.replace(/"(?:[^"]|"")*"/g, '').split(/[\r\n]/, 1)[0] ?? '';
  const count = (separator: Separator): number => unquoted.split(separator).length;
  return separators.reduce((best, next) => (count(next) > count(best) ? next : best));
}

function lineEndsIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
