import { monthId, monthOf } from '../formats/index.ts';

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
