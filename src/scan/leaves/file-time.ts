/** Times of files: xsd:dateTime with up to 7 fraction digits; without a zone they are UTC (section 1, FileDate). */

/** Whole seconds since 1970 and the fraction as digits without trailing zeros. */
export interface Instant {
  readonly seconds: number;
  readonly fraction: string;
}

const form = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d{1,9})?(Z|[+-]\d\d:\d\d)?$/;

/** Null where the text is no such time. */
export function parseTime(text: string): Instant | null {
  const match = form.exec(text);
  if (match === null) return null;
  const number = (group: number): number => Number(match[group]);
  const utc = Date.UTC(number(1), number(2) - 1, number(3), number(4), number(5), number(6));
  const fraction = textAt(match, 7).slice(1).replace(/0+$/, '');
  return { seconds: utc / 1000 - offsetSeconds(textAt(match, 8)), fraction };
}

/** Below, at or above zero. */
export function orderOfTimes(a: Instant, b: Instant): number {
  if (a.seconds !== b.seconds) return a.seconds - b.seconds;
  return a.fraction < b.fraction ? -1 : a.fraction > b.fraction ? 1 : 0;
}

/** Old script engines give an empty text for a group that took no part, newer ones nothing. */
function textAt(match: RegExpExecArray, group: number): string {
  const text = match[group];
  return text === undefined ? '' : text;
}

function offsetSeconds(zone: string): number {
  if (zone === '' || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4));
  return (zone.charAt(0) === '-' ? -minutes : minutes) * 60;
}
