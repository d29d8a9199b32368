/**
 * xsd:dateTime as UTC text `2009-07-14T01:14:24.1234567Z`, without trailing zeros of the fraction, or
 * null. Without a zone UTC is meant (applicability rules, section 1, FileDate).
 */
export function utcDateTime(text: string): string | null {
  const match =
    /^\s*(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,7}))?(Z|[+-]\d\d:\d\d)?\s*$/i.exec(text) ?? null;
  if (match === null) return null;
  const [, seconds = '', digits = '', zone = 'Z'] = match;
  const moment = Date.parse(`${seconds}${zone.toUpperCase()}`);
  if (Number.isNaN(moment)) return null;
  const fraction = digits.replace(/0+$/, '');
  return `${new Date(moment).toISOString().slice(0, 19)}${fraction === '' ? '' : `.${fraction}`}Z`;
}
