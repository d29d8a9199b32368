import { expect, it } from 'vitest';
import { ageBand, collectedAt } from '../../../../src/ui/state/inventory-age.ts';
import { fakeMachines } from '../../../support/fake-data.ts';

const now = Date.UTC(2026, 10, 21);
const day = 86_400_000;
const [base] = fakeMachines(['PC01']);
const dated = (...times: (string | null)[]) => {
  if (!base) throw new Error('no machine');
  const file = base.files[0];
  if (!file) throw new Error('no file');
  return { ...base, files: times.map((collectedAt) => ({ ...file, collectedAt })) };
};
const ago = (days: number) => new Date(now - days * day).toISOString();

it.each([
  [0, 'week'],
  [7, 'week'],
  [8, 'month'],
  [30, 'month'],
  [31, 'quarter'],
  [90, 'quarter'],
  [91, 'old'],
])('an inventory of %i days is in band %s', (days, band) => {
  expect(ageBand(dated(ago(days)), now)).toBe(band);
});

it('the newest file counts, files without a date do not', () => {
  expect(collectedAt(dated(ago(40), null, ago(3)))).toBe(now - 3 * day);
});

it('no date, a date that is none, and a date in the future are not known', () => {
  expect(ageBand(dated(null), now)).toBe('unknown');
  expect(ageBand(dated('yesterday'), now)).toBe('unknown');
  expect(ageBand(dated(ago(-3)), now)).toBe('unknown');
});
