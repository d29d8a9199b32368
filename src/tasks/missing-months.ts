import { monthId, monthOf } from '../domain/index.ts';
import type { MissingFact, MonthRange } from './engine.ts';

/**
 * Months between the first and the last of these documents that are not among them (`2019-Apr`), in
 * order: through such a gap supersedence chains cannot be followed (msrc-cvrf, section 4, ranking).
 */
export function missingMonths(documentIds: readonly string[]): readonly string[] {
  const months = new Set(documentIds.map(monthOf).filter((month) => month !== null));
  if (months.size === 0) return [];
  const missing: string[] = [];
  for (let month = Math.min(...months); month <= Math.max(...months); month += 1) {
    if (!months.has(month)) missing.push(monthId(month));
  }
  return missing;
}

/**
 * Missing months folded into ranges, those first that open states wait for, the oldest of them first;
 * then the others, oldest first.
 *
 * @param months as `missingMonths` gives them
 */
export function missingRanges(
  months: readonly string[],
  facts: readonly MissingFact[],
): readonly MonthRange[] {
  const numbers = months.flatMap((month) => monthOf(month) ?? []);
  const needed = facts.flatMap(({ kind, subject, states }) =>
    kind === 'missing-months' ? [{ months: monthsIn(subject), states }] : [],
  );
  const ranges: MonthRange[] = [];
  for (let start = 0; start < numbers.length;) {
    let end = start;
    while (numbers[end + 1] === (numbers[end] ?? 0) + 1) end += 1;
    const [from, to] = [numbers[start] ?? 0, numbers[end] ?? 0];
    const waiting = needed.filter((need) => need.months.some((month) => month >= from && month <= to));
    const states = waiting.reduce((sum, need) => sum + need.states, 0);
    ranges.push({ from: yearMonth(from), to: yearMonth(to), months: end - start + 1, states });
    start = end + 1;
  }
  const asked = (range: MonthRange) => Number(range.states === 0);
  return ranges.sort((a, b) => asked(a) - asked(b) || (a.from < b.from ? -1 : 1));
}

/** Months of a blocker's subject: `2018-Nov, 2019-Jan–2019-Mar`. */
function monthsIn(subject: string): readonly number[] {
  return subject.split(', ').flatMap((run) => {
    const [first = '', last = first] = run.split('–');
    const [from, to] = [monthOf(first), monthOf(last)];
    if (from === null || to === null) return [];
    return Array.from({ length: to - from + 1 }, (_unused, at) => from + at);
  });
}

/** `2018-05` */
function yearMonth(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}
