import { describe, expect, it } from 'vitest';
import { needOrder } from '../../../src/scan/cycles.ts';

const update = (id: string, ...needs: string[]) => ({ id, needs });

describe('order of needs', () => {
  it('what is needed stands first; unknown ids are passed over', () => {
    const { order, cycles } = needOrder([update('a', 'b', 'gone'), update('b', 'c'), update('c')]);
    expect(order).toEqual(['c', 'b', 'a']);
    expect(cycles).toEqual([]);
  });

  it('every cycle once with its members, and an id that needs itself', () => {
    const { cycles } = needOrder([
      update('a', 'b'),
      update('b', 'c'),
      update('c', 'a', 'd'),
      update('d'),
      update('e', 'e'),
      update('f', 'a'),
      update('g', 'h'),
      update('h', 'g'),
    ]);
    expect(cycles).toEqual([['a', 'b', 'c'], ['e'], ['g', 'h']]);
  });

  it('a chain of 100,000 needs no recursion', () => {
    const chain = Array.from({ length: 100_000 }, (_, i) => update(String(i), String(i + 1)));
    expect(needOrder(chain).order[0]).toBe('99999');
  });
});
