import { describe, expect, it } from 'vitest';
import { stateByReport } from '../../../src/domain/index.ts';
import type { ReportedState, ReportedStates } from '../../../src/domain/index.ts';

const id = '0a000000-0000-4000-8000-000000000001';
const row = (state: ReportedState['state'], kb: number, updateId: string | null = null): ReportedState => ({
  updateId,
  revision: null,
  kbs: [kb],
  bulletin: null,
  title: '',
  state,
  original: '',
  line: null,
});
const report = (reporter: string, ...entries: ReportedState[]): ReportedStates => ({
  reporter,
  tool: '',
  scannedAt: null,
  catalogDate: null,
  entries,
});

describe('C05: installed and applicable updates, and those without a row', () => {
  const both = report('patch-state', row('installed', 1), row('required', 2));
  it.each([
    ['a row of an installed update', both, 1, true, 'installed'],
    ['a row of an applicable update', both, 2, true, 'required'],
    ['no row, the catalog contains it', both, 3, true, 'not-required'],
    ['no row, the catalog does not contain it', both, 3, false, 'unknown'],
    ['no row, nobody knows the catalog', both, 3, null, 'unknown'],
    ['no row of a tool that lists missing ones only', report('wua', row('required', 2)), 3, true, 'unknown'],
    ['an empty report, the catalog contains it', report('patch-state'), 3, true, 'not-required'],
    ['two updates of one KB, one of them missing', report('mbsa', row('installed', 2), row('required', 2)), 2, true, 'required'],
  ] as const)('%s', (_text, given, kb, catalogHas, expected) => {
    expect(stateByReport(given, { updateId: null, kb }, catalogHas)).toBe(expected);
  }); // prettier-ignore

  it('an id decides before the KB', () => {
    const given = report('wua', row('required', 2, id));
    const other = '0a000000-0000-4000-8000-000000000002';
    expect(stateByReport(given, { updateId: other, kb: 2 }, null)).toBe('unknown');
    expect(stateByReport(given, { updateId: id, kb: 9 }, null)).toBe('required');
  });
});
