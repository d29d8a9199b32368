import type { InventoryRecord } from '../../../domain/index.ts';
import { csvCells } from '../csv-cells.ts';
import { maxLineLength } from '../limits.ts';
import { recordOf } from '../record.ts';

interface Header {
  readonly index: number;
  readonly separator: string;
  readonly names: readonly string[];
}

/** The line with the columns `QNumbers` and `Status` among the first ten, or null. */
export function tableHeader(lines: readonly string[]): Header | null {
  for (const [index, line] of lines.slice(0, 10).entries()) {
    if (line.length > 8192 || !/qnumbers/i.test(line)) continue;
    for (const separator of [',', ';', '\t']) {
      const names = csvCells(line.trim(), separator).map((name) => name.trim());
      const lower = names.map((name) => name.toLowerCase());
      if (lower.includes('qnumbers') && lower.includes('status')) return { index, separator, names };
    }
  }
  return null;
}

/** Rows as records, columns by name in any order; a row of another length is left out and counted. */
export function tableRecords(
  lines: readonly string[],
  header: Header,
): { readonly records: readonly InventoryRecord[]; readonly others: number } {
  const records: InventoryRecord[] = [];
  let others = 0;
  lines.forEach((line, index) => {
    if (index <= header.index || line.trim() === '') return;
    const cells = csvCells(line.slice(0, maxLineLength), header.separator);
    if (cells.length !== header.names.length) others += 1;
    else {
      const pairs = header.names.map((name, at) => [name, cells[at] ?? ''] as const);
      records.push(recordOf('Win32_PatchState', pairs, index + 1));
    }
  });
  return { records, others };
}
