import type { Result } from '../../../domain/index.ts';
import { settle } from '../../format-error.ts';
import type { FileSource, Head, InventoryOutcome, ReadContext } from '../../format.ts';
import { splitLines } from '../decode/index.ts';
import { maxLineLength } from '../limits.ts';
import { loadText } from '../load-text.ts';
import { ReportRows } from './categories.ts';
import type { Cell } from './categories.ts';
import { reportReading } from './report.ts';

const heading = /^\[([^\t]{1,200})\]\s*$/;

/** A heading in brackets with a line of two columns behind it, and a version of Windows soon after. */
export function sniffMsinfoText({ text }: Head): boolean {
  const lines = splitLines(text.slice(0, 16_384)).filter((line) => line.trim() !== '');
  const at = lines.findIndex((line) => heading.test(line));
  if (at < 0 || at > 5 || !/^[^\t]+\t[^\t]+\t?\s*$/.test(lines[at + 1] ?? '')) return false;
  return lines.slice(at + 2, at + 6).some((line) => /\t\d{1,2}\.\d{1,2}\.\d{4,5}\b/.test(line));
}

/**
 * Reads `msinfo32 /report` (inventory-sources, section 8): the same rows as the `.nfo`, with tabs between
 * cells, a heading in brackets before each category and the names of its columns in the first line.
 *
 * Rejections: those of `loadText`, `not-recognised` (no version in the summary), `limit-exceeded`.
 */
export function readMsinfoText(file: FileSource, context: ReadContext): Promise<Result<InventoryOutcome>> {
  return settle(async () => {
    const loaded = await loadText(file, context);
    const rows = new ReportRows(file.name);
    let category = '';
    let columns: readonly string[] | null = null;
    loaded.lines.forEach((written, index) => {
      const line = written.slice(0, maxLineLength);
      const name = heading.exec(line)?.[1];
      if (name !== undefined) {
        category = name;
        columns = null;
      } else if (category !== '' && line.includes('\t')) {
        const texts = line.split('\t').map((cell) => cell.trim());
        if (columns === null) columns = texts;
        else rows.add({ category, cells: cellsOf(columns, texts), line: index + 1 });
      }
    });
    return { use: 'reading', reading: reportReading(rows.report(null), loaded, 'msinfo32-text') };
  });
}

function cellsOf(columns: readonly string[], texts: readonly string[]): readonly Cell[] {
  return columns.flatMap((column, at): Cell[] => (column === '' ? [] : [[column, texts[at] ?? '']]));
}
