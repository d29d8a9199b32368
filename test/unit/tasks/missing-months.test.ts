import { describe, expect, it } from 'vitest';
import { missingMonths } from '../../../src/tasks/missing-months.ts';

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
