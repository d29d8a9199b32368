import { expect, it } from 'vitest';
import { mostRows, windowOf } from '../../../../src/ui/parts/row-window.ts';

it.each([
  [100_000, 0, 640],
  [100_000, 1_600_000, 640],
  [100_000, 3_199_360, 640],
  [100_000, 9_999_999, 640],
  [40, 5_000, 640],
  [3, 0, 640],
  [0, 0, 640],
])('of %i rows, scrolled to %i, the window and its spaces add up to the whole', (count, top, height) => {
  const view = windowOf(count, top, height, false);
  expect(view.before + (view.end - view.first) * 32 + view.after).toBe(count * 32);
  expect(view.end - view.first).toBeLessThanOrEqual(44);
  expect(view.first).toBeGreaterThanOrEqual(0);
});

it('what is in sight is in the window, with spare rows on both sides', () => {
  const view = windowOf(100_000, 32_000, 640, false);
  expect(view.first).toBeLessThanOrEqual(1000 - 12);
  expect(view.end).toBeGreaterThanOrEqual(1000 + 20 + 12);
});

it('a filter that leaves fewer rows than were scrolled past still shows its last rows', () => {
  expect(windowOf(50, 1_600_000, 640, false).end).toBe(50);
});

it('a printed table is whole', () => {
  expect(windowOf(1200, 9000, 640, true)).toEqual({ first: 0, end: 1200, before: 0, after: 0 });
});

it('drawings take more rows each time, from none to all, and the spaces still add up to the whole', () => {
  const drawn = [0, 1, 2, 3].map((drawings) => windowOf(1000, 0, 640, false, mostRows(drawings)));
  const counts = drawn.map(({ first, end }) => end - first);
  expect(counts[0]).toBe(0);
  expect(counts.every((count, at) => at === 0 || count > (counts[at - 1] ?? 0))).toBe(true);
  expect(counts.at(-1)).toBe(44);
  expect(drawn.map(({ before, end, first, after }) => before + (end - first) * 32 + after)).toEqual(
    drawn.map(() => 32_000),
  );
});
