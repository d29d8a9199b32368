import type { Result } from '../../../domain/index.ts';
import { formatError, settle } from '../../format-error.ts';
import type { FileSource, Head, InventoryOutcome, ReadContext } from '../../format.ts';
import { csvCells } from '../csv-cells.ts';
import { splitLines } from '../decode/index.ts';
import { isHotfixId } from '../hotfix-id.ts';
import { hotfixReading } from '../hotfix-rows.ts';
import type { HotfixRow } from '../hotfix-rows.ts';
import { installedOn } from '../installed-on.ts';
import { maxLineLength } from '../limits.ts';
import { loadText } from '../load-text.ts';

interface CsvHeader {
  readonly index: number;
  readonly separator: string;
  /** Lower-case column names. */
  readonly names: readonly string[];
}

/** wmic writes an empty line before it, PowerShell a `#TYPE` line. */
const headerWithin = 10;

export function sniffQfeCsv(head: Head): boolean {
  return findHeader(splitLines(head.text)) !== null;
}

/**
 * Reads hotfixes as comma- or semicolon-separated text: `wmic qfe list /format:csv` and
 * `Get-HotFix | Export-Csv` (inventory-sources, sections 4 and 5). Columns are found by name, in any
 * order. wmic quotes nothing, so a comma in a value shifts the cells behind it: the id is then looked
 * for from both ends. PowerShell's dates are in the language of the machine and stay unread.
 *
 * Rejections: those of `loadText`, `not-recognised`, `several-machines`.
 */
export function readQfeCsv(file: FileSource, context: ReadContext): Promise<Result<InventoryOutcome>> {
  return settle(async () => {
    const loaded = await loadText(file, context);
    const header = findHeader(loaded.lines);
    if (!header) throw formatError('not-recognised', file.name);
    let cut = loaded.cutInLetter;
    const rows: HotfixRow[] = [];
    const last = loaded.lines.length - 1;
    for (let index = header.index + 1; index <= last; index += 1) {
      const line = (loaded.lines[index] ?? '').slice(0, maxLineLength);
      if (line.trim() === '') continue;
      const row = rowOf(csvCells(line, header.separator), header, index, index === last, line);
      if (row) rows.push(row);
      else cut = true;
    }
    return { use: 'reading', reading: hotfixReading(loaded, 'qfe-csv', rows, cut) };
  });
}

function findHeader(lines: readonly string[]): CsvHeader | null {
  for (const [index, line] of lines.slice(0, headerWithin).entries()) {
    if (line.length > 8192 || !/hotfixid/i.test(line)) continue;
    for (const separator of [',', ';', '\t']) {
      const names = csvCells(line.trim(), separator).map((name) => name.trim().toLowerCase());
      if (names.length > 1 && names.includes('hotfixid')) return { index, separator, names };
    }
  }
  return null;
}

function rowOf(
  cells: readonly string[],
  header: CsvHeader,
  index: number,
  isLast: boolean,
  line: string,
): HotfixRow | null {
  const { names } = header;
  const extra = cells.length - names.length;
  const fromLeft = (name: string) => cells[names.indexOf(name)]?.trim() ?? '';
  const fromRight = (name: string) => cells[names.indexOf(name) + extra]?.trim() ?? '';
  const shifted = extra > 0 && !isHotfixId(fromLeft('hotfixid'));
  const id = shifted ? fromRight('hotfixid') : fromLeft('hotfixid');
  if (id === '' || (shifted && !isHotfixId(id))) return null;
  const machineColumn = ['node', 'csname', 'pscomputername', 'source', '__server'].find((name) =>
    names.includes(name),
  );
  return {
    id,
    servicePack: (extra > 0 ? fromRight : fromLeft)('servicepackineffect'),
    installedOn: names[0] === 'node' ? installedOn((extra > 0 ? fromRight : fromLeft)('installedon')) : null,
    machine: machineColumn ? fromLeft(machineColumn) : '',
    line: index + 1,
    atEnd: isLast && line.endsWith(id),
  };
}
