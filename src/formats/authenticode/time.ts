import { tags } from './der.ts';
import type { Der } from './der.ts';
import { SignatureFault } from './problem.ts';

const forms: Readonly<Record<number, RegExp>> = {
  [tags.utcTime]: /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?Z$/,
  [tags.generalizedTime]: /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:\.\d+)?Z$/,
};

/** UTCTime or GeneralizedTime in UTC as milliseconds since 1970; two-digit years as RFC 5280, 4.1.2.5.1. */
export function readTime(element: Der | undefined): number {
  const form = element && forms[element.tag];
  const match = form?.exec(new TextDecoder('latin1').decode(element?.content));
  if (!match) throw new SignatureFault('structure', 'time');
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  const full = element?.tag === tags.utcTime ? (year < 50 ? 2000 + year : 1900 + year) : year;
  const date = new Date(0);
  date.setUTCFullYear(full, month - 1, day);
  date.setUTCHours(hour, minute, second);
  // 31 February and the like move on to another day: no certificate may say so.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || hour > 23 || minute > 59) {
    throw new SignatureFault('structure', 'time');
  }
  return date.getTime();
}
