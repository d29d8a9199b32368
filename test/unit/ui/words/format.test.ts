import { expect, it } from 'vitest';
import { makeFormat } from '../../../../src/ui/words/format.ts';

const en = makeFormat('en-GB');
const de = makeFormat('de-DE');
const hour = 3_600_000;

it.each([
  [0, '0 minutes', '0 Minuten'],
  [90 * 60_000, '90 minutes', '90 Minuten'],
  [5 * hour, '5 hours', '5 Stunden'],
  [22 * 24 * hour, '22 days', '22 Tage'],
  [130 * 24 * hour, '130 days', '130 Tage'],
  [500 * 24 * hour, '16 months', '16 Monate'],
  [1200 * 24 * hour, '3 years', '3 Jahre'],
])('an age of %i ms is told as a person counts it, never 539h', (ms, english, german) => {
  expect(en.span(ms)).toBe(english);
  expect(de.span(ms)).toBe(german);
});

it('a word goes with its number as the language has it', () => {
  expect(en.count(1, 'update needs', 'updates need')).toBe('1 update needs');
  expect(en.count(0, 'update', 'updates')).toBe('0 updates');
  expect(de.count(1500, 'Rechner', 'Rechnern')).toBe('1.500 Rechnern');
  expect(en.plural(1, 'goes', 'go')).toBe('goes');
});

it('dates are ISO, or long with the month as a word, in UTC', () => {
  expect(en.day('2026-07-14T23:30:00Z')).toBe('2026-07-14');
  expect(en.minute('2026-07-14T23:30:00Z')).toBe('2026-07-14 23:30 UTC');
  expect(en.longDay('2026-07-14T23:30:00Z')).toBe('14 July 2026');
  expect(de.longDay('2026-07-14T23:30:00Z')).toBe('14. Juli 2026');
});

it('text that is no date comes back as it is', () => {
  expect(en.day('some day')).toBe('some day');
});

it('sizes have a unit, shares never round up to whole', () => {
  expect(en.bytes(612_000_000)).toBe('612 MB');
  expect(de.bytes(1_400_000)).toBe('1,4 MB');
  expect(en.percent(999, 1000)).toBe('99 %');
  expect(en.percent(0, 0)).toBe('0 %');
});
