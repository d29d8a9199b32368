import { expect, it } from 'vitest';
import { spreadLabels } from '../../../../src/ui/map/spread-labels.ts';

const bands = (...pixels: number[]) => {
  let at = 0;
  return pixels.map((each) => {
    at += each;
    return { middle: at - each / 2, pixels: each };
  });
};

it('wide bands have their labels in their middle', () => {
  expect(spreadLabels(bands(40, 60), 12, 100)).toEqual([20, 70]);
});

it('narrow bands get one each, none nearer than a line to the next, all inside', () => {
  const places = spreadLabels(bands(10, 10, 10, 10, 60, 5, 5, 5, 5), 12, 120).map((place) => place ?? NaN);
  expect(places.every((place) => place >= 6 && place <= 114)).toBe(true);
  for (const [index, place] of places.entries()) {
    if (index > 0) expect(place - (places[index - 1] ?? 0)).toBeGreaterThanOrEqual(12);
  }
});

it('without room for all, the widest have theirs', () => {
  expect(spreadLabels(bands(5, 20, 5, 6), 12, 24).map((place) => place !== null)).toEqual([
    false,
    true,
    false,
    true,
  ]);
});
