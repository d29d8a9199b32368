/** Keys of Microsoft's monthly documents (`2026-Feb`) as months, and back. */
const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-Feb`; a suffix (`2026-Feb-B`) is let through and belongs to the same month. */
const form = new RegExp(`^(\\d{4})-(${names.join('|')})(?:-[A-Za-z0-9]{1,8})?$`);

/** Months since year 0 of a document's key, or null where it is no monthly document of Microsoft. */
export function monthOf(id: string): number | null {
  const match = form.exec(id);
  return match === null ? null : Number(match[1]) * 12 + names.indexOf(match[2] ?? '');
}

/** Full English names by their first three letters. */
const title = new RegExp(`^(${names.join('|')})[a-z]* (\\d{4})\\b`);

/** Months since year 0 that a title begins with (`February 2026 Security Updates`), or null. */
export function monthOfTitle(text: string): number | null {
  const match = title.exec(text.trim());
  return match === null ? null : Number(match[2]) * 12 + names.indexOf(match[1] ?? '');
}

/** The key of a month counted as `monthOf` does. */
export function monthId(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${names[month % 12] ?? ''}`;
}
