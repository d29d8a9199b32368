import { describe, expect, it } from 'vitest';
import { countResults, resultState } from '../../../src/domain/index.ts';
import type { MachineReception } from '../../../src/domain/index.ts';

const damaged = { at: 5, file: 'PC-1.xml', place: 'line 3, Report', code: 'cut-off' };
const of = (more: Partial<MachineReception>) =>
  resultState({ machine: 'pc-1', receivedAt: null, evaluatedAt: null, ...more });

describe('whether a machine has a result', () => {
  it('C26: a collector that failed gives no result, with its code', () => {
    expect(of({ receivedAt: 1, failure: { code: '0x80070005' } })).toMatchObject({
      has: 'none',
      because: 'scan-failed',
      code: '0x80070005',
    });
  });

  it('C27: received and not evaluated, and the counts add up at every step of a queue', () => {
    const fleet = Array.from({ length: 10 }, (_, at) => ({ machine: `pc-${String(at)}`, receivedAt: 1 }));
    for (let done = 0; done <= fleet.length; done += 1) {
      const states = fleet.map((one, at) => resultState({ ...one, evaluatedAt: at < done ? 2 : null }));
      const { machines, results, none } = countResults(states);
      expect([results, none['not-evaluated']]).toEqual([done, 10 - done]);
      expect(results + Object.values(none).reduce((sum, count) => sum + count, 0)).toBe(machines);
    }
  });

  it('C27: a result from before the latest facts is none of them', () => {
    expect(of({ receivedAt: 3, evaluatedAt: 2 })).toMatchObject({ because: 'not-evaluated' });
    expect(of({ receivedAt: 3, evaluatedAt: 3 })).toMatchObject({ has: 'result', also: null });
  });

  it('C29: a damaged file is named with its place, and does not hide an earlier result', () => {
    expect(of({ damaged })).toEqual({
      machine: 'pc-1',
      has: 'none',
      because: 'damaged-file',
      code: 'cut-off',
      where: 'PC-1.xml, line 3, Report',
    });
    expect(of({ receivedAt: 1, evaluatedAt: 2, damaged })).toMatchObject({
      has: 'result',
      also: 'damaged-file',
    });
    expect(of({ receivedAt: 6, evaluatedAt: 7, damaged })).toMatchObject({ has: 'result', also: null });
  });

  it('C09: changes without a full report are partial', () => {
    expect(of({ waiting: 1 })).toMatchObject({ because: 'partial' });
    expect(of({ waiting: 1, receivedAt: 1, evaluatedAt: 1 })).toMatchObject({
      has: 'result',
      also: 'partial',
    });
  });

  it('nothing received is no result', () => {
    expect(of({})).toMatchObject({ because: 'never-received', code: '', where: '' });
  });
});
