/**
 * Dates of the file as ISO days. The root writes `m/d/yyyy`, month first, elements `yyyy/mm/dd`
 * (mssecure, section 9, trap 10). Text in another form comes back as it is: it is named, not guessed.
 */
export function isoDay(text: string): string {
  const written = text.trim();
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(written);
  if (american) return `${american[3]}-${two(american[1])}-${two(american[2])}`;
  const big = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(written);
  return big ? `${big[1]}-${two(big[2])}-${two(big[3])}` : written;
}

function two(part: string | undefined): string {
  return (part ?? '').padStart(2, '0');
}
