import { csvCells } from '../csv-cells.ts';
import { maxLineLength } from '../limits.ts';
import { readItem } from './section.ts';
import type { Section, SectionItem } from './section.ts';

/** Fewest columns of systeminfo that are taken for one: Windows XP has 32, edited files fewer. */
const fewestColumns = 20;

/** One section per machine in the file: several with `systeminfo /s` redirected to one file. */
export type Machines = readonly (readonly Section[])[];

/**
 * `systeminfo /fo csv`: a header row (absent with `/nh`) and a value row, every cell quoted, items of
 * a cell joined with commas. No real sample is known; the layout is that of the tool's other forms.
 */
export function csvMachines(lines: readonly string[]): Machines {
  const rows = lines.flatMap((line, index) =>
    line.startsWith('"') ? [{ line: index + 1, cells: csvCells(line.slice(0, maxLineLength)) }] : [],
  );
  const wide = rows.filter((row) => row.cells.length >= fewestColumns);
  const values = wide.filter((row) => row.cells.some(isVersionCell));
  const header = wide.find((row) => !values.includes(row))?.cells ?? [];
  return values.map((row) =>
    row.cells.map((cell, column) => cellSection(header[column] ?? '', cell, row.line)),
  );
}

/** `systeminfo /fo table`: header, a row of `=` runs that give the columns, values. */
export function tableMachines(lines: readonly string[]): Machines {
  const ruler = lines.findIndex((line) => /^=+(?: +=+)+ *$/.test(line.slice(0, maxLineLength)));
  if (ruler < 1) return [];
  const columns = [...(lines[ruler] ?? '').matchAll(/=+/g)].map((run) => [
    run.index,
    run.index + run[0].length,
  ]);
  if (columns.length < fewestColumns) return [];
  const cellsOf = (line: string) => columns.map(([from, to]) => line.slice(from, to).trim());
  const header = cellsOf(lines[ruler - 1] ?? '');
  return lines.slice(ruler + 1).flatMap((line, index) => {
    if (line.trim() === '') return [];
    const row = ruler + 2 + index;
    return [cellsOf(line).map((cell, column) => cellSection(header[column] ?? '', cell, row))];
  });
}

function isVersionCell(cell: string): boolean {
  return /^\d{1,2}\.\d{1,2}\.\d{4,5}(?![\d.])/.test(cell);
}

function cellSection(label: string, cell: string, line: number): Section {
  const [value = '', ...parts] = cell.split(/,\s*(?=\[)/);
  const items: SectionItem[] = [];
  for (const part of parts) {
    const item = readItem(part.trim(), line);
    if (item) items.push(item);
  }
  return { label, value: value.trim(), line, written: cell.trim(), items };
}
