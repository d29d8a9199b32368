/** Document ids (`2026-Feb`) as months, and the gaps between imported ones. */
const names = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const shown = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Months since year 0, or null where the id is no month (it then sorts by its text). */
export function monthOf(document: string): number | null {
  const match = /^(\d{4})-([A-Za-z]{3})/.exec(document);
  const month = match === null ? -1 : names.indexOf((match[2] ?? '').toLowerCase());
  return month < 0 ? null : Number(match?.[1]) * 12 + month;
}

export function monthName(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${shown[month % 12] ?? ''}`;
}

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
    const first = monthName(months[start] ?? 0);
    runs.push(i - start > 1 ? `${first}–${monthName(months[i - 1] ?? 0)}` : first);
    start = i;
  }
  return runs.join(', ');
}
