/** Properties of Win32_QuickFixEngineering, never translated, and `Source` of Get-HotFix. */
const columnNames = [
  'Caption',
  'CSName',
  'Description',
  'FixComments',
  'HotFixID',
  'InstallDate',
  'InstalledBy',
  'InstalledOn',
  'Name',
  'ServicePackInEffect',
  'Source',
  'Status',
];

export interface Column {
  readonly name: string;
  readonly start: number;
  /** Start of the next column, or infinity. */
  readonly end: number;
}

export interface TableHeader {
  /** Index of the header's line. */
  readonly index: number;
  readonly columns: ReadonlyMap<string, Column>;
}

const oneName = `(?:${columnNames.join('|')})`;
const headerShape = new RegExp(`(?<![A-Za-z])${oneName}(?: {1,1000}${oneName})*\\s*$`, 'i');

/** A header stands near the top: before it there is at most a command line or an installer's message. */
const headerWithin = 50;
const longestHeader = 8192;

/**
 * The header of a `wmic qfe` table. The first run of wmic on Windows XP glues it to
 * `Please wait while WMIC is being installed.`: columns count from the first name, then.
 */
export function findHeader(lines: readonly string[]): TableHeader | null {
  for (const [index, line] of lines.slice(0, headerWithin).entries()) {
    if (line.length > longestHeader || !/hotfixid/i.test(line)) continue;
    const found = headerShape.exec(line);
    if (!found) continue;
    const indented = line.slice(0, found.index).trim() === '';
    const from = indented ? 0 : found.index;
    const starts = [...found[0].matchAll(/[A-Za-z]+/g)].map((name) => ({
      name: name[0].toLowerCase(),
      start: found.index + name.index - from,
    }));
    const columns = new Map<string, Column>();
    starts.forEach(({ name, start }, at) => {
      columns.set(name, { name, start, end: starts[at + 1]?.start ?? Number.POSITIVE_INFINITY });
    });
    if (columns.has('hotfixid')) return { index, columns };
  }
  return null;
}

/** The value of a row in a column, or null where the row's values do not stand below the header's names. */
export function cellAt(row: string, column: Column): string | null {
  const blank = (at: number) => at < 0 || at >= row.length || row[at] === ' ';
  if (!blank(column.start - 1)) return null;
  if (column.end < row.length && !blank(column.end - 1)) return null;
  return row.slice(column.start, Math.min(column.end, row.length)).trim();
}
