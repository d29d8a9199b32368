import type { Result } from '../../domain/index.ts';
import { readCsv } from '../csv/index.ts';
import type { FileSource, Head, ReadContext } from '../format.ts';
import { formatError, settle } from '../format-error.ts';
import { sha256Hex } from '../hash.ts';
import { readBytes } from '../read-bytes.ts';

export interface UbrRow {
  readonly machine: string;
  /** Update build revision: the fourth number of 10.0.17763.5122. */
  readonly ubr: number;
  /** 1-based. */
  readonly line: number;
}

export interface UbrTable {
  readonly file: string;
  readonly sha256: string;
  /** One row a machine (case ignored), in file order. */
  readonly rows: readonly UbrRow[];
}

/** A line is some 30 bytes: room for 100,000 machines. */
const maxBytes = 4 * 1024 * 1024;
/** Revisions in use are below 40,000; ten times that is a typing error. */
const maxUbr = 999_999;

const header = /^\uFEFF?(?:sep=.\r?\n)?"?machine"?\s*[,;\t]\s*"?ubr"?\s*(?:[\r\n]|$)/i;

/** Whether a file begins with the header `machine,ubr` (comma, semicolon or tab; case ignored). */
export function looksLikeUbrTable(head: Head): boolean {
  return header.test(head.text);
}

/** UTF-8 and UTF-16LE by their marks, UTF-8 without; else what spreadsheets of Western Windows write. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/**
 * Reads the table of update build revisions: CSV with the header `machine,ubr`.
 *
 * Rejections: `file-empty`, `file-too-large`, `ubr-table-malformed` with the line (no header, another
 * number of cells, a revision that is no whole number, one machine with two revisions), `cancelled`
 * and those of the medium.
 */
export function readUbrTable(file: FileSource, context: ReadContext): Promise<Result<UbrTable>> {
  return settle(async () => {
    if (file.size === 0) throw formatError('file-empty', file.name);
    if (file.size > maxBytes) {
      throw formatError('file-too-large', file.name, '', { bytes: file.size, maximum: maxBytes });
    }
    const bytes = new Uint8Array(file.size);
    let done = 0;
    for await (const piece of readBytes(file, context)) {
      bytes.set(piece, done);
      done += piece.length;
    }
    const rows = rowsOf(decode(bytes), file.name);
    return { file: file.name, sha256: await sha256Hex(bytes), rows };
  });
}

function rowsOf(text: string, file: string): UbrRow[] {
  const malformed = (line: number, found: string) =>
    formatError('ubr-table-malformed', file, `line ${line}`, { found: found.slice(0, 80) });
  const table = readCsv(text, file);
  if (!table.ok) throw formatError('ubr-table-malformed', file, table.error.place, table.error.details);
  const [first, ...rest] = table.value.rows;
  const titles = first?.cells.map((cell) => cell.trim().toLowerCase());
  if (titles?.length !== 2 || titles[0] !== 'machine' || titles[1] !== 'ubr') {
    throw malformed(first?.line ?? 1, first?.cells.join() ?? '');
  }
  const rows = new Map<string, UbrRow>();
  for (const { line, cells } of rest) {
    const [machine = '', ubr = ''] = cells.map((cell) => cell.trim());
    if (cells.length !== 2 || machine === '' || !/^\d{1,6}$/.test(ubr) || Number(ubr) > maxUbr) {
      throw malformed(line, cells.join());
    }
    const key = machine.toLowerCase();
    const other = rows.get(key);
    if (other !== undefined && other.ubr !== Number(ubr)) throw malformed(line, cells.join());
    rows.set(key, other ?? { machine, ubr: Number(ubr), line });
  }
  return [...rows.values()];
}
