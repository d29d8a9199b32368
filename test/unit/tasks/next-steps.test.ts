import { describe, expect, it } from 'vitest';
import type { Authorization, Machine, Update } from '../../../src/domain/index.ts';
import { nextSteps } from '../../../src/tasks/next-steps.ts';
import type { Situation } from '../../../src/tasks/next-steps.ts';
import { missingFacts } from '../../../src/tasks/missing-facts.ts';
import { planesOf } from '../../support/state-matrix.ts';

const now = Date.UTC(2026, 10, 21, 12);
const day = 24 * 60 * 60 * 1000;
const updates = ['a', 'b'].map((id) => ({ id })) as Update[];
const machines = ['m1', 'm2'].map((id) => ({ id })) as Machine[];

function authorization(
  update: string,
  verdict: Authorization['verdict'],
  until: string | null = null,
): Authorization {
  return { update, verdict, reason: '', contentHash: '', at: 0, by: '', until };
}

/** Two updates, two machines: `a` is Required on m2 (code 0), all else Not Required (code 3). */
const scanned: Situation = {
  waiting: [],
  updates,
  machines,
  states: planesOf({
    catalogKey: 'k',
    updates: ['a', 'b'],
    machines: ['m1', 'm2'],
    codes: new Uint8Array([3, 0, 3, 3]),
  }),
  authorizations: [],
  voided: [],
  missingFacts: [],
  bundled: false,
  missingMonths: { months: 0, states: 0 },
  lastExportAt: now - day,
  changesSinceExport: 3,
  now,
};

describe('what is next', () => {
  it('begins with a catalog and inventories', () => {
    const empty = {
      ...scanned,
      updates: [],
      machines: [],
      states: null,
      lastExportAt: null,
      changesSinceExport: 0,
    };
    expect(nextSteps(empty)).toEqual([{ kind: 'bring-catalog' }, { kind: 'bring-inventories' }]);
  });

  it('asks for a scan where there is none of what is there now', () => {
    expect(nextSteps({ ...scanned, states: null })).toEqual([{ kind: 'scan', machines: 2 }]);
  });

  it('counts updates to review: required and not decided', () => {
    expect(nextSteps(scanned)).toEqual([{ kind: 'review', updates: 1 }]);
    const declined = [authorization('a', 'declined')];
    expect(nextSteps({ ...scanned, authorizations: declined })).toEqual([{ kind: 'bring-catalog' }]);
  });

  it('a deferral holds to the end of its day and is asked again after it', () => {
    const deferred = (until: string) => ({
      ...scanned,
      authorizations: [authorization('a', 'deferred', until)],
    });
    expect(nextSteps(deferred('2026-11-21'))).toEqual([{ kind: 'bring-catalog' }]);
    expect(nextSteps(deferred('2026-11-20'))).toEqual([{ kind: 'review', updates: 1 }]);
  });

  it('offers a bundle for what is authorized and required, not for what nobody needs or is void', () => {
    const authorizations = [authorization('a', 'authorized'), authorization('b', 'authorized')];
    expect(nextSteps({ ...scanned, authorizations })).toEqual([{ kind: 'build-bundle', updates: 1 }]);
    expect(nextSteps({ ...scanned, authorizations, voided: ['a'] })).toEqual([
      { kind: 'voided', updates: 1 },
    ]);
  });

  it('asks for an export after seven days with changes, and at once where there was none', () => {
    const authorizations = [authorization('a', 'declined')];
    const at = (lastExportAt: number | null, changesSinceExport = 3) =>
      nextSteps({ ...scanned, authorizations, lastExportAt, changesSinceExport }).map((step) => step.kind);
    expect(at(now - 8 * day)).toEqual(['export-workspace']);
    expect(at(null)).toEqual(['export-workspace']);
    expect(at(now - 6 * day)).toEqual(['bring-catalog']);
    expect(at(now - 8 * day, 0)).toEqual(['bring-catalog']);
  });
});

describe('the step for missing months', () => {
  it('says how many months there are and how many states wait for them', () => {
    const missingMonths = { months: 99, states: 7 };
    expect(nextSteps({ ...scanned, missingMonths })).toContainEqual({
      kind: 'missing-months',
      ...missingMonths,
    });
    expect(nextSteps(scanned).map((step) => step.kind)).not.toContain('missing-months');
  });
});

describe('the step for missing facts', () => {
  it('counts facts of Windows, what rules ask, and products outside Windows apart', () => {
    const fact = (kind: string, subject: string, states: number) => ({
      kind,
      subject,
      states,
      machines: 1,
      alone: states,
      lacking: new Uint32Array([0]),
    });
    const facts = [
      fact('ubr', '', 4),
      fact('fact', 'os|name', 7),
      fact('product-presence', 'A', 90),
      fact('channel-table', 'B', 9),
    ];
    expect(nextSteps({ ...scanned, missingFacts: facts })).toContainEqual({
      kind: 'missing-facts',
      facts: 1,
      states: 4,
      rules: 1,
      products: 2,
    });
  });
});

describe('missing facts', () => {
  it('is one item for a product however many machines and updates wait for it; Windows comes first', () => {
    const office = { kind: 'product-presence', subject: 'Office' } as const;
    const visio = { kind: 'product-presence', subject: 'Visio' } as const;
    const ubr = { kind: 'ubr', subject: '' } as const;
    expect(
      missingFacts([
        { machines: [1, 0], blockers: [office] },
        { machines: [1], blockers: [visio] },
        { machines: [0], blockers: [ubr] },
        { machines: [1], blockers: [office, ubr] },
      ]),
    ).toEqual([
      { ...ubr, machines: 2, states: 2, alone: 1, lacking: new Uint32Array([0, 1]) },
      { ...office, machines: 2, states: 3, alone: 2, lacking: new Uint32Array([0, 1]) },
      { ...visio, machines: 1, states: 1, alone: 1, lacking: new Uint32Array([1]) },
    ]);
  });
});
