export const monthNames = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

/** `2026-Feb`; a suffix (`2026-Feb-B`) is let through and belongs to the same month. */
const form = new RegExp(`^(\\d{4})-(${monthNames.join('|')})(?:-[A-Za-z0-9]{1,8})?$`);

/** Months since year 0 of a document's key, or null where it is no monthly document of Microsoft. */
export function monthOf(id: string): number | null {
  const match = form.exec(id);
  if (!match) return null;
  return Number(match[1]) * 12 + monthNames.findIndex((name) => name === match[2]);
}

/** The key of a month counted as `monthOf` does. */
export function monthId(month: number): string {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  return `${year}-${monthNames[month % 12] ?? ''}`;
}
