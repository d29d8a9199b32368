import type { Result } from '../../../domain/index.ts';
import { formatError, settle } from '../../format-error.ts';
import type { FileSource, Head, InventoryOutcome, ReadContext } from '../../format.ts';
import { splitLines } from '../decode/index.ts';
import { hotfixReading } from '../hotfix-rows.ts';
import type { HotfixRow } from '../hotfix-rows.ts';
import { installedOn } from '../installed-on.ts';
import { maxLineLength } from '../limits.ts';
import { loadText } from '../load-text.ts';
import { cellAt, findHeader } from './columns.ts';
import type { TableHeader } from './columns.ts';

export function sniffQfeTable(head: Head): boolean {
  return findHeader(splitLines(head.text)) !== null || isEmptyAnswer(head);
}

/** The tool ran and found nothing: a byte order mark and a line end, in a file named for hotfixes. */
function isEmptyAnswer(head: Pick<Head, 'name' | 'size' | 'text'>): boolean {
  return head.size > 0 && head.text.trim() === '' && /qfe|hotfix|quickfix/i.test(head.name);
}

/**
 * Reads the fixed-width table of `wmic qfe` (inventory-sources, section 4): cells are cut out at the
 * header's column starts. Rows whose values stand elsewhere (edited or re-encoded files) are read by
 * the shape of their id. Also the text of `Get-HotFix`, whose dates are in the language of the machine
 * and stay unread.
 *
 * Rejections: those of `loadText`, `not-recognised`, `several-machines`.
 */
export function readQfeTable(file: FileSource, context: ReadContext): Promise<Result<InventoryOutcome>> {
  return settle(async () => {
    const loaded = await loadText(file, context);
    const header = findHeader(loaded.lines);
    if (!header && isEmptyAnswer({ name: file.name, size: file.size, text: loaded.text })) {
      return { use: 'reading', reading: hotfixReading(loaded, 'qfe-table', [], false) };
    }
    if (!header) throw formatError('not-recognised', file.name);
    const rows: HotfixRow[] = [];
    let cut = loaded.cutInLetter;
    const last = loaded.lines.length - 1;
    for (let index = header.index + 1; index <= last; index += 1) {
      const text = (loaded.lines[index] ?? '').slice(0, maxLineLength);
      if (text.trim() === '' || /^[\s-]+$/.test(text)) continue;
      const row = readRow(text, header, index, index === last);
      if (row === 'shortened') cut = true;
      else if (row) rows.push(row);
      // A last line that ends before its id began is the rest of a row; a prompt is not.
      else if (index === last && !text.trim().endsWith('>')) cut = true;
    }
    return { use: 'reading', reading: hotfixReading(loaded, 'qfe-table', rows, cut) };
  });
}

function readRow(
  text: string,
  header: TableHeader,
  index: number,
  isLast: boolean,
): HotfixRow | 'shortened' | null {
  const id = cellIn(text, header, 'hotfixid');
  const shaped = id === null ? idByShape(text, header) : null;
  const found = id ?? shaped?.[0] ?? '';
  if (found === '') return null;
  // PowerShell shortens what does not fit its window: the rest of the number is not there.
  if (/(?:\.\.\.|\u2026)$/.test(found)) return 'shortened';
  const after = text.slice(
    shaped ? (shaped.index ?? 0) + shaped[0].length : (header.columns.get('hotfixid')?.end ?? 0),
  );
  const fromShell = header.columns.has('source');
  return {
    id: found,
    servicePack:
      cellIn(text, header, 'servicepackineffect') ?? /(?:^|\s)((?:KB|Q)\d\S*)/i.exec(after)?.[1] ?? '',
    installedOn: fromShell ? null : dateIn(cellIn(text, header, 'installedon'), after),
    machine: cellIn(text, header, 'csname') ?? cellIn(text, header, 'source') ?? '',
    line: index + 1,
    atEnd: isLast && text.endsWith(found),
  };
}

function cellIn(text: string, header: TableHeader, name: string): string | null {
  const column = header.columns.get(name);
  return column ? cellAt(text, column) : null;
}

/** The id of a row that has slipped: the token of an id's shape nearest to its column. */
function idByShape(text: string, header: TableHeader): RegExpMatchArray | null {
  const start = header.columns.get('hotfixid')?.start ?? 0;
  const tokens = [...text.matchAll(/(?<!\S)(?:(?:KB|Q)\d{6,7}[\w-]*|File \d+|\{[\da-f-]{36}\})(?!\S)/gi)];
  const distance = (token: RegExpMatchArray) => Math.abs((token.index ?? 0) - start);
  return tokens.reduce<RegExpMatchArray | null>(
    (best, token) => (best === null || distance(token) < distance(best) ? token : best),
    null,
  );
}

/** The date of a row: from its column, else the one token behind the id that is a date. */
function dateIn(cell: string | null, after: string): string | null {
  const inCell = installedOn(cell ?? '');
  if (inCell !== null) return inCell;
  for (const token of after.slice(0, 2000).split(/\s+/)) {
    const day = token.includes('/') ? installedOn(token) : null;
    if (day !== null) return day;
  }
  return null;
}
