import { describe, expect, it } from 'vitest';
import { patchStates, type PatchState } from '../../../../src/domain/index.ts';
import { Aggregate, levels, stateOfRank, worstFirst } from '../../../../src/ui/map/aggregate.ts';
import { machineAxis, machineSorts, updateAxis, updateSorts } from '../../../../src/ui/map/axes.ts';
import { binsOf, noBin } from '../../../../src/ui/map/bins.ts';
import { countBlock, countGroups } from '../../../../src/ui/map/counts.ts';
import { gridOf } from '../../../../src/ui/map/state-grid.ts';
import { fit, inside, pan, placeAt, reveal, zoom } from '../../../../src/ui/map/viewport.ts';
import { wordsOf } from '../../../../src/ui/words/index.ts';
import { matrixOf } from '../../../support/state-matrix.ts';
import { syntheticFleet } from '../../../support/synthetic-fleet.ts';

const words = wordsOf('en');
const { machines, updates, states } = syntheticFleet(137, 311);
const grid = gridOf(states);
const matrix = matrixOf(states);
const byMachine = new Map(machines.map((m) => [m.id, m]));
const byUpdate = new Map(updates.map((u) => [u.id, u]));
const required = (id: string) => ({ Required: id.length % 3, Installed: 0, Unknown: 0, NotRequired: 0 });
const rows = machineAxis(matrix.machines, (id) => byMachine.get(id), 'os', required, words);
const columns = updateAxis(states.updates, (id) => byUpdate.get(id), 'severity', required, words);
const stateAt = (x: number, y: number): PatchState => {
  const at = (columns.order[x] ?? 0) * machines.length + (rows.order[y] ?? 0);
  return patchStates[matrix.codes[at] ?? 0] ?? 'Unknown';
};

describe('the sides of the map', () => {
  it.each(machineSorts)('machines by %s: every machine once, groups without gaps', (sort) => {
    const axis = machineAxis(matrix.machines, (id) => byMachine.get(id), sort, required, words);
    expect(new Set(axis.order).size).toBe(machines.length);
    expect(axis.groups[0]?.from).toBe(0);
    expect(axis.groups.at(-1)?.to).toBe(machines.length);
    axis.groups.slice(1).forEach(({ from }, i) => expect(from).toBe(axis.groups[i]?.to));
  });

  it.each(updateSorts)('updates by %s: every update once', (sort) => {
    const axis = updateAxis(states.updates, (id) => byUpdate.get(id), sort, required, words);
    expect(new Set(axis.order).size).toBe(updates.length);
  });

  it('severity from worst, newest document first, the unknown system last', () => {
    expect(columns.groups.map(({ name }) => name)).toEqual(['Critical', 'Important', 'Moderate']);
    const byDate = updateAxis(states.updates, (id) => byUpdate.get(id), 'date', required, words);
    expect(byDate.groups.map(({ name }) => name)).toEqual(['2026-Sep', '2026-Aug', '2026-Jun', '2026-May']);
    expect(rows.groups.at(-1)?.name).toBe('not known');
    const most = machineAxis(matrix.machines, (id) => byMachine.get(id), 'required', required, words);
    expect(required(most.idAt(0)).Required).toBeGreaterThanOrEqual(required(most.idAt(136)).Required);
  });

  it('an update that the catalogs no longer have still has its place and name', () => {
    const axis = updateAxis(['msrc:KB1'], () => undefined, 'date', required, words);
    expect(axis.nameAt(0)).toBe('msrc:KB1');
  });
});

describe('points of an overview', () => {
  const [wide, high] = [97, 41];
  const x = binsOf(fit(updates.length, wide), updates.length, wide);
  const y = binsOf(fit(machines.length, high), machines.length, high);

  it('show the worst state of their cells and the share that has it, whatever slices it was made in', () => {
    const aggregate = new Aggregate(grid, rows, columns, x, y);
    while (!aggregate.done) aggregate.refine(() => true);
    for (let bx = 0; bx < x.count; bx++) {
      for (let by = 0; by < y.count; by++) {
        const cells: PatchState[] = [];
        for (let px = x.starts[bx] ?? 0; px < (x.starts[bx + 1] ?? 0); px++) {
          for (let py = y.starts[by] ?? 0; py < (y.starts[by + 1] ?? 0); py++) cells.push(stateAt(px, py));
        }
        const worst = worstFirst.find((state) => cells.includes(state));
        const share = cells.filter((state) => state === worst).length / cells.length;
        const cell = aggregate.cells[bx * y.count + by] ?? 0;
        expect(stateOfRank[(cell >> 4) as 0 | 1 | 2 | 3 | 4]).toBe(worst);
        expect(cell & 15).toBe(Math.ceil(share * levels));
      }
    }
  });

  it('a first picture from samples shows a state that is really there', () => {
    const aggregate = new Aggregate(grid, rows, columns, x, y);
    aggregate.sample();
    for (let bx = 0; bx < x.count; bx++) {
      for (let by = 0; by < y.count; by++) {
        const counts = countBlock(grid, rows, columns, {
          x: [x.starts[bx] ?? 0, x.starts[bx + 1] ?? 0],
          y: [y.starts[by] ?? 0, y.starts[by + 1] ?? 0],
        });
        const state = stateOfRank[((aggregate.cells[bx * y.count + by] ?? 0) >> 4) as 1 | 2 | 3 | 4];
        expect(counts[state]).toBeGreaterThan(0);
      }
    }
  });

  it('every place belongs to one point, every pixel to one point or to none beside the grid', () => {
    expect(x.starts[0]).toBe(0);
    expect(x.starts[x.count]).toBe(updates.length);
    const cells = binsOf({ from: 1.5, scale: 20 }, 4, 100);
    expect(cells.starts[0]).toBe(1);
    expect([...cells.ofPixel].filter((bin) => bin !== noBin)).toHaveLength(50);
    expect(cells.ofPixel[9]).toBe(0);
    expect(cells.ofPixel[10]).toBe(1);
  });
});

it('the table counts every cell once on either side', async () => {
  const counts = await countGroups(grid, rows, columns, new AbortController().signal);
  const sum = (records: readonly Readonly<Record<PatchState, number>>[], state: PatchState) =>
    records.reduce((all, record) => all + record[state], 0);
  for (const state of patchStates) {
    const all = matrix.codes.filter((code) => patchStates[code] === state).length;
    expect(sum(counts?.machines ?? [], state)).toBe(all);
    expect(sum(counts?.updates ?? [], state)).toBe(all);
  }
});

describe('the part that is seen', () => {
  const count = 30_000;
  it('zooming keeps the place under the pointer, between all of it and the largest cell', () => {
    const all = fit(count, 900);
    const near = zoom(all, 40, 300, count, 900);
    expect(near.from + 300 / near.scale).toBeCloseTo(all.from + 300 / all.scale, 6);
    expect(zoom(near, 1e6, 300, count, 900).scale).toBe(26);
    expect(zoom(near, 1e-6, 300, count, 900)).toEqual(all);
  });
  it('never leaves the grid', () => {
    expect(pan({ from: 10, scale: 26 }, -1e9, count, 900).from).toBe(0);
    const end = pan({ from: 10, scale: 26 }, 1e9, count, 900);
    expect(end.from + 900 / end.scale).toBeCloseTo(count, 6);
    expect(inside({ from: 5, scale: 26 }, 3, 900)).toEqual({ from: 0, scale: 26 });
    expect(placeAt({ from: 0, scale: 26 }, 80, 3)).toBe(-1);
    expect(placeAt({ from: 0, scale: 26 }, 77, 3)).toBe(2);
  });
  it('moves just enough to show a place', () => {
    const span = { from: 100, scale: 10 };
    expect(reveal(span, 120, count, 300)).toBe(span);
    expect(reveal(span, 90, count, 300).from).toBe(90);
    expect(reveal(span, 140, count, 300).from).toBe(111);
  });
});
