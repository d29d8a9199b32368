import { expect, it } from 'vitest';
import { ageVerdicts } from '../../../src/domain/index.ts';
import type { ReportedRun, ReportedState } from '../../../src/domain/index.ts';

const day = 24 * 60 * 60 * 1000;
const now = 100 * day;

function run(kind: string, at: number | null, ...kbs: number[]): ReportedRun<string> {
  const entries = kbs.map((kb) => {
    const state: ReportedState = {
      updateId: null,
      revision: null,
      kbs: [kb],
      bulletin: null,
      title: '',
      state: 'required',
      original: '',
      line: null,
    };
    return { state, item: `${kind}${String(kb)}` };
  });
  return { kind, at: at === null ? null : at * day, entries };
}

const table: readonly (readonly [string, readonly ReportedRun<string>[], string])[] = [
  ['one run is fresh', [run('a', 99, 1, 2)], 'a1 fresh, a2 fresh'],
  ['what the newest run does not confirm is stale', [run('a', 90, 1, 2), run('a', 99, 2)], 'a2 fresh, a1 stale'],
  ['a run without verdicts confirms nothing', [run('a', 90, 1), run('a', 99)], 'a1 stale'],
  ['stale for 30 days', [run('a', 70, 1), run('a', 99)], 'a1 stale'],
  ['dropped after them', [run('a', 69, 1), run('a', 99)], ''],
  ['the newest run is never dropped', [run('a', 1, 1)], 'a1 fresh'],
  ['runs of other kinds do not confirm each other', [run('a', 90, 1), run('b', 99, 1)], 'b1 fresh, a1 fresh'],
  ['told once, by the latest run that said it', [run('a', 80, 1), run('a', 90, 1), run('a', 99)], 'a1 stale'],
  ['a run without a time is older than any', [run('a', null, 1), run('a', 99, 2)], 'a2 fresh'],
  ['two runs of one time are both the newest', [run('a', 99, 1), run('a', 99, 2)], 'a1 fresh, a2 fresh'],
]; // prettier-ignore

it.each(table)('ageing of verdicts: %s', (_text, runs, expected) => {
  const aged = ageVerdicts(runs, now).map(({ item, age }) => `${item} ${age}`);
  expect(aged.join(', ')).toBe(expected);
});
