/**
 * Formula policy (security, threat table): spreadsheets run a cell that begins with one of these
 * characters, also the full-width forms. Such a cell gets an apostrophe in front. So does a cell that
 * already begins with apostrophes and such a character, which makes the policy reversible.
 */
const startsLikeFormula = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const escapedFormula = /^'+[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

export function escapeFormula(cell: string): string {
  return startsLikeFormula.test(cell) ? `'${cell}` : cell;
}

/** Takes away exactly what `escapeFormula` put in front. */
export function unescapeFormula(cell: string): string {
  return escapedFormula.test(cell) ? cell.slice(1) : cell;
}
