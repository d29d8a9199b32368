/** Monthly documents in order, and the gaps between imported ones. */
import { monthId, monthOf } from '../../domain/index.ts';

/** Order of documents: by month, then by id; ids that are no month come first. */
export function compareDocuments(a: string, b: string): number {
  const difference = (monthOf(a) ?? -1) - (monthOf(b) ?? -1);
  return difference !== 0 ? difference : a < b ? -1 : a > b ? 1 : 0;
}

/** Months strictly between two months (either order) that are not imported, earliest first. */
export function missingBetween(a: number, b: number, imported: ReadonlySet<number>): number[] {
  const missing: number[] = [];
  for (let month = Math.min(a, b) + 1; month < Math.max(a, b); month++) {
    if (!imported.has(month)) missing.push(month);
  }
  return missing;
}

/** Months in compact form: `2018-Nov, 2019-Jan–2019-Mar`. */
export function monthRuns(months: readonly number[]): string {
  const runs: string[] = [];
  let start = 0;
  for (let i = 1; i <= months.length; i++) {
    if (i < months.length && months[i] === (months[i - 1] ?? 0) + 1) continue;
    const first = monthId(months[start] ?? 0);
    runs.push(i - start > 1 ? `${first}–${monthId(months[i - 1] ?? 0)}` : first);
    start = i;
  }
  return runs.join(', ');
}
