import { describe, expect, it } from 'vitest';
import { facetCounts, inFacetOrder } from '../../../../src/ui/state/query.ts';
import {
  Breath,
  Stale,
  countInSlices,
  filterInSlices,
  sortInSlices,
} from '../../../../src/ui/state/slices.ts';
import { parseSort, sortRows } from '../../../../src/ui/state/sorting.ts';
import { pick, seeded, whole } from '../../../support/seeded.ts';

interface Row {
  readonly at: number;
  readonly name: string | null;
  readonly count: number | null;
}

function rowsOf(count: number, seed: number): readonly Row[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, at) => ({
    at,
    name: pick(random, ['a', 'b', 'c', 'ä', null]),
    count: whole(random, 4) === 0 ? null : whole(random, 50),
  }));
}

const valueOf = (row: Row, column: string) => (column === 'name' ? row.name : row.count);
const wanted = () => new Breath(() => true);
const facet = { id: 'name', label: 'Name', valuesOf: (row: Row) => (row.name === null ? [] : [row.name]) };

describe('work in slices gives what work in one piece gives', () => {
  it.each([0, 1, 1023, 1024, 1025, 5000, 20_000])(
    'sorting %i rows, equal ones in their order',
    async (count) => {
      const rows = rowsOf(count, count + 1);
      for (const keys of ['', 'name', '-count,name', 'count,-name'].map(parseSort)) {
        expect(await sortInSlices(rows, keys, valueOf, wanted())).toEqual(sortRows(rows, keys, valueOf));
      }
    },
  );

  it('filtering and counting', async () => {
    const rows = rowsOf(5000, 7);
    const test = ({ count }: Row) => (count ?? 0) > 20;
    const kept = await filterInSlices(rows, test, wanted());
    expect(kept).toEqual(rows.filter(test));
    expect(inFacetOrder(facet, await countInSlices(facet, kept, wanted()))).toEqual(facetCounts(facet, kept));
  });
});

it('the thread is free between pieces', async () => {
  const rows = rowsOf(2000, 3);
  const slow = (): boolean => {
    const end = performance.now() + 0.05;
    while (performance.now() < end);
    return true;
  };
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  await filterInSlices(rows, slow, wanted());
  clearInterval(timer);
  expect(turns).toBeGreaterThan(2);
});

it('work that is not wanted any more ends at the next breath', async () => {
  let isWanted = true;
  let taken = 0;
  const slow = (): boolean => {
    taken += 1;
    const end = performance.now() + 0.5;
    while (performance.now() < end);
    return true;
  };
  const work = filterInSlices(rowsOf(5000, 5), slow, new Breath(() => isWanted));
  isWanted = false;
  await expect(work).rejects.toBeInstanceOf(Stale);
  expect(taken).toBeLessThan(500);
});
