import { describe, expect, it } from 'vitest';
import { missingMonths, missingRanges } from '../../../src/tasks/missing-months.ts';

describe('missing months', () => {
  it('names every month between the first and the last that is not there', () => {
    expect(missingMonths(['2019-Feb', '2018-Nov', '2019-May'])).toEqual([
      '2018-Dec',
      '2019-Jan',
      '2019-Mar',
      '2019-Apr',
    ]);
  });

  it('names none for a whole chain, one document or none', () => {
    expect(missingMonths(['2019-Jan', '2018-Dec'])).toEqual([]);
    expect(missingMonths(['2019-Jan'])).toEqual([]);
    expect(missingMonths([])).toEqual([]);
    expect(missingMonths(['2019-Jan', '2019-Feb-B', '2019-Mar', 'other'])).toEqual([]);
  });
});

describe('ranges of missing months', () => {
  const months = missingMonths(['2018-Apr', '2020-Jan', '2020-Mar', '2020-May']);
  const waits = (subject: string, states: number) => ({
    kind: 'missing-months',
    subject,
    states,
    machines: 1,
    alone: states,
    lacking: new Uint32Array([0]),
  });

  it('are folded, oldest first', () => {
    expect(missingRanges(months, [])).toEqual([
      { from: '2018-05', to: '2019-12', months: 20, states: 0 },
      { from: '2020-02', to: '2020-02', months: 1, states: 0 },
      { from: '2020-04', to: '2020-04', months: 1, states: 0 },
    ]);
  });

  it('begin with those that open states wait for', () => {
    const facts = [waits('2020-Feb', 3), waits('2020-Feb, 2020-Apr', 2), waits('', 9)];
    expect(missingRanges(months, facts).map(({ from, states }) => [from, states])).toEqual([
      ['2020-02', 5],
      ['2020-04', 2],
      ['2018-05', 0],
    ]);
    const spanning = missingRanges(months, [waits('2018-Nov–2019-Mar', 4)]);
    expect(spanning[0]).toEqual({ from: '2018-05', to: '2019-12', months: 20, states: 4 });
  });
});
