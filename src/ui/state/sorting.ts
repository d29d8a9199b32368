/** Sorting of lists: several keys, numbers before texts, empty values last in both directions. */

export type SortValue = string | number | null;
export interface SortKey {
  readonly column: string;
  readonly down: boolean;
}

/** `-severity,kb` as in the address. */
export function parseSort(text: string): readonly SortKey[] {
  return text
    .split(',')
    .filter((part) => part !== '')
    .map((part) => ({ column: part.replace(/^-/, ''), down: part.startsWith('-') }));
}

export function writeSort(keys: readonly SortKey[]): string {
  return keys.map((k) => (k.down ? '-' : '') + k.column).join(',');
}

/** A click sorts by one column; with `also` it is added as a further key. Same column turns around. */
export function nextSort(keys: readonly SortKey[], column: string, also: boolean): readonly SortKey[] {
  const now = keys.find((k) => k.column === column);
  const key = { column, down: now ? !now.down : false };
  if (!also) return [key];
  return now ? keys.map((k) => (k.column === column ? key : k)) : [...keys, key];
}

function compare(a: SortValue, b: SortValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  return typeof a === 'number' ? -1 : 1;
}

/** Order of two rows by their values under each key. */
export function compareRows(
  a: readonly SortValue[],
  b: readonly SortValue[],
  keys: readonly SortKey[],
): number {
  for (let i = 0; i < keys.length; i++) {
    const x = a[i] ?? null;
    const y = b[i] ?? null;
    if (x === null || y === null) {
      if (x !== y) return x === null ? 1 : -1;
      continue;
    }
    const order = compare(x, y);
    if (order !== 0) return keys[i]?.down ? -order : order;
  }
  return 0;
}

/** Sorted copy; rows that compare equal keep their order. */
export function sortRows<Row>(
  rows: readonly Row[],
  keys: readonly SortKey[],
  valueOf: (row: Row, column: string) => SortValue,
): readonly Row[] {
  if (keys.length === 0) return rows;
  // Values are read once per row: comparing 100,000 rows asks for each of them some 17 times.
  const made = rows.map((row) => ({ row, values: keys.map((k) => valueOf(row, k.column)) }));
  made.sort((a, b) => compareRows(a.values, b.values, keys));
  return made.map((m) => m.row);
}
