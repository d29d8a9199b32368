/**
 * Controls, invisible characters and marks of writing direction must not act in a file that people read
 * and copy from (XSS05); lone surrogates cannot be written at all.
 */
const mustBeSeen = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** Text for HTML, in an element or an attribute: markup is escaped, invisible characters show their number. */
export function escapeHtml(text: string): string {
  return escapeMarkup(text.replace(mustBeSeen, (mark) => `[U+${number(mark).toUpperCase()}]`));
}

/** Escaped text, isolated from the direction of writing around it; empty for an empty text. */
export function bdi(text: string): string {
  return text === '' ? '' : `<bdi>${escapeHtml(text)}</bdi>`;
}

/** Escapes markup only; line breaks stay. */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** JSON of plain data in which invisible characters stand as `\uXXXX`: the same data for every reader. */
export function visibleJson(value: unknown): string {
  return JSON.stringify(value, null, 1).replace(mustBeSeen, (mark) =>
    mark === '\n'
      ? mark
      : [...Array(mark.length).keys()].map((i) => `\\u${hex(mark.charCodeAt(i))}`).join(''),
  );
}

function number(mark: string): string {
  return hex(mark.codePointAt(0) ?? 0);
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}
