import { expect, it } from 'vitest';
import { ageBand, ageOrder, inventoryDate } from '../../../../src/ui/state/inventory-age.ts';
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
  expect(inventoryDate(dated(ago(40), null, ago(3)))).toEqual({ at: now - 3 * day, of: 'collection' });
});

it('no date, a date that is none, and a date in the future are not known', () => {
  expect(ageBand(dated(null), now)).toBe('unknown');
  expect(ageBand(dated('yesterday'), now)).toBe('unknown');
  expect(ageBand(dated(ago(-3)), now)).toBe('unknown');
});

it('the date of a file stands in, marked as one, and never beside a date of collection', () => {
  const machine = dated(null, null);
  const [first, second] = machine.files;
  if (!first || !second) throw new Error('no files');
  const files = [
    { ...first, fileDate: now - 9 * day },
    { ...second, fileDate: now - 40 * day },
  ];
  expect(inventoryDate({ ...machine, files })).toEqual({ at: now - 9 * day, of: 'file' });
  expect(ageBand({ ...machine, files }, now), 'a copied file must not look fresh').toBe('unknown');
  const collected = [...files, { ...first, collectedAt: ago(100) }];
  expect(inventoryDate({ ...machine, files: collected })).toEqual({ at: now - 100 * day, of: 'collection' });
  expect(inventoryDate(dated(null))).toBeNull();
});

it('inventories sort from young to old, those with a file date only behind all others', () => {
  const known = [3, 400].map((days) => ageOrder({ at: now - days * day, of: 'collection' }) ?? 0);
  const files = [0, 9].map((days) => ageOrder({ at: now - days * day, of: 'file' }) ?? 0);
  const order = [...known, ...files];
  expect([...order].sort((a, b) => a - b)).toEqual(order);
  expect(new Set(order).size).toBe(4);
  expect(ageOrder(null)).toBeNull();
});
