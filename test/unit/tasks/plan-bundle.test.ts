import { describe, expect, it } from 'vitest';
import type { StateRow, Update } from '../../../src/domain/index.ts';
import { planBundle, type PlanInput } from '../../../src/tasks/plan-bundle.ts';
import { authorized, machine, row, update } from '../../support/bundle-input.ts';

function input(
  updates: readonly Update[],
  rows: readonly StateRow[],
  changes: Partial<PlanInput> = {},
): PlanInput {
  return {
    request: { machines: [], grades: [] },
    updates,
    machines: [machine('pc1'), machine('pc2'), machine('pc3')],
    authorizations: updates.map((of) => authorized(of)),
    rows: (id) => rows.filter((one) => one.update === id),
    ...changes,
  };
}

const planned = async (of: PlanInput): Promise<string[]> =>
  (await planBundle(of)).items.map((item) => item.kb);

describe('what is in the plan', () => {
  const a = update(9000001);

  it('an authorized update for the machines that require it, and no others', async () => {
    const rows = [
      row(a, 'pc1'),
      row(a, 'pc2', { state: 'Installed' }),
      row(a, 'pc3', { state: 'Unknown', grade: null }),
    ];
    const plan = await planBundle(input([a], rows));
    expect(plan.items).toEqual([
      {
        update: 'msrc:KB9000001',
        kb: 'KB9000001',
        title: 'Update KB9000001',
        order: 1,
        products: ['Windows 10 Version 22H2 for x64-based Systems'],
        machines: ['pc1'],
        remarks: [],
        restart: 'yes',
        url: 'https://catalog.update.microsoft.com/v7/site/Search.aspx?q=KB9000001',
        supersedes: [],
      },
    ]);
    expect(plan.machines).toEqual(['pc1', 'pc2', 'pc3']);
  });

  it('nothing that is only deferred or declined', async () => {
    const authorizations = [authorized(a, { verdict: 'deferred' })];
    expect(await planBundle(input([a], [row(a, 'pc1')], { authorizations }))).toMatchObject({
      items: [],
      leftOut: [],
    });
  });

  it('APR01 an update whose content changed since it was authorized is left out as void', async () => {
    const authorizations = [authorized(a, { contentHash: 'older content' })];
    const plan = await planBundle(input([a], [row(a, 'pc1')], { authorizations }));
    expect(plan).toMatchObject({ items: [], leftOut: [{ update: a.id, reason: 'void', by: null }] });
  });

  it('an authorized update that no catalog holds any more is gone', async () => {
    const plan = await planBundle(input([], [], { authorizations: [authorized(a)] }));
    expect(plan.leftOut).toEqual([{ update: a.id, reason: 'gone', by: null }]);
  });

  it('only the chosen machines', async () => {
    const rows = [row(a, 'pc1'), row(a, 'pc2')];
    const request = { machines: ['pc2', 'not there'], grades: [] };
    const plan = await planBundle(input([a], rows, { request }));
    expect(plan.items[0]?.machines).toEqual(['pc2']);
    expect(plan.machines).toEqual(['pc2']);
    const other = await planBundle(input([a], rows, { request: { machines: ['pc3'], grades: [] } }));
    expect(other.leftOut).toEqual([{ update: a.id, reason: 'not-required', by: null }]);
  });

  it('only states of the chosen grades', async () => {
    const rows = [row(a, 'pc1', { grade: 'inferred' }), row(a, 'pc2')];
    const request = (grades: string[]): Partial<PlanInput> => ({ request: { machines: [], grades } });
    expect((await planBundle(input([a], rows, request(['measured'])))).items[0]?.machines).toEqual(['pc2']);
    expect((await planBundle(input([a], rows, request(['listed'])))).leftOut).toEqual([
      { update: a.id, reason: 'grade', by: null },
    ]);
  });
});

describe('superseded updates', () => {
  const old = update(9000001);
  const middle = update(9000002, { supersedes: [9000001] });
  const fresh = update(9000003, { supersedes: [9000002] });

  it('are left out, over a step that is not authorized too, and name their successor', async () => {
    const updates = [old, middle, fresh];
    const plan = await planBundle(
      input(updates, [row(old, 'pc1'), row(fresh, 'pc1')], {
        authorizations: [authorized(old), authorized(fresh)],
      }),
    );
    expect(plan.items.map((item) => item.kb)).toEqual(['KB9000003']);
    expect(plan.leftOut).toEqual([{ update: old.id, reason: 'superseded', by: fresh.id }]);
  });

  it('stay for a machine that does not require the successor', async () => {
    const rows = [row(old, 'pc1'), row(old, 'pc2'), row(middle, 'pc1')];
    const plan = await planBundle(input([old, middle], rows));
    expect(plan.items.map((item) => [item.kb, item.machines])).toEqual([
      ['KB9000001', ['pc2']],
      ['KB9000002', ['pc1']],
    ]);
    expect(plan.leftOut).toEqual([]);
  });

  it('stay when the successor is not authorized', async () => {
    const rows = [row(old, 'pc1'), row(fresh, 'pc1')];
    expect(await planned(input([old, fresh], rows, { authorizations: [authorized(old)] }))).toEqual([
      'KB9000001',
    ]);
  });

  it('are known by the rank the scan found, where no document names the edge', async () => {
    const ranked = update(9000007);
    const rows = [row(old, 'pc1', { supersededBy: ranked.id }), row(ranked, 'pc1')];
    expect(await planned(input([old, ranked], rows))).toEqual(['KB9000007']);
  });

  it('two updates that name each other: the higher number stays, never neither', async () => {
    const one = update(9000001, { supersedes: [9000002] });
    const two = update(9000002, { supersedes: [9000001] });
    expect(await planned(input([one, two], [row(one, 'pc1'), row(two, 'pc1')]))).toEqual(['KB9000002']);
  });

  it('a wrong edge against the rank of the scan: the rank counts, never neither', async () => {
    const lower = update(9000001, { supersedes: [9000002] });
    const higher = update(9000002);
    const rows = [row(lower, 'pc1', { supersededBy: higher.id }), row(higher, 'pc1')];
    expect(await planned(input([lower, higher], rows))).toEqual(['KB9000002']);
  });
});

describe('the other track of earlier Windows', () => {
  const rollup = update(9000061, { subTypes: ['Monthly Rollup'], documents: ['2099-Feb'] });
  const only = update(9000062, { subTypes: ['Security Only'], documents: ['2099-Feb'] });
  const later = update(9000072, { subTypes: ['Security Only'], documents: ['2099-Mar'] });
  const other = { marks: ['alternative-track'] } as const;

  it('is left out where the own track of the same month is in the plan', async () => {
    const plan = await planBundle(input([rollup, only], [row(rollup, 'pc1'), row(only, 'pc1', other)]));
    expect(plan.items.map((item) => item.kb)).toEqual(['KB9000061']);
    expect(plan.leftOut).toEqual([{ update: only.id, reason: 'alternative-track', by: rollup.id }]);
  });

  it('stays where the own track is older, on another machine, or not there', async () => {
    const rows = [row(rollup, 'pc1'), row(later, 'pc1', other), row(only, 'pc2', other)];
    expect(await planned(input([rollup, only, later], rows))).toEqual([
      'KB9000061',
      'KB9000062',
      'KB9000072',
    ]);
  });
});

describe('the order of installation', () => {
  it('servicing stack, then older before newer, whatever the order of input', async () => {
    const stack = update(9000009, { title: 'Servicing Stack Update', documents: ['2099-Mar'] });
    const january = update(9000005, { documents: ['2099-Jan', '2099-Apr'] });
    const february = update(9000004, { documents: ['2099-Feb'] });
    const december = update(9000006, { documents: ['2098-Dec'] });
    const updates = [february, stack, january, december];
    const rows = updates.map((of) => row(of, 'pc1'));
    const expected = ['KB9000009', 'KB9000006', 'KB9000005', 'KB9000004'];
    expect(await planned(input(updates, rows))).toEqual(expected);
    expect(await planned(input([...updates].reverse(), rows))).toEqual(expected);
  });

  it('a superseded update that stays for another machine comes before its successor', async () => {
    // By month and number alone the successor would come first.
    const successor = update(9000001, { documents: ['2099-Jan'], supersedes: [9000002] });
    const older = update(9000002, { documents: ['2099-Feb'] });
    const rows = [row(successor, 'pc1'), row(older, 'pc2')];
    expect(await planned(input([successor, older], rows))).toEqual(['KB9000002', 'KB9000001']);
  });
});

it('names the products of its machines, and how many of them need a licence or an edition', async () => {
  const names = [
    'Windows 10 Version 1809 for x64-based Systems',
    'Windows 7 for x64-based Systems Service Pack 1',
    'Windows Server 2019',
  ];
  const many = update(9000001, {
    products: names.map((name, at) => ({ id: String(at), name, family: 'Windows' })),
  });
  const rows = [
    row(many, 'pc1', { products: names.slice(0, 1), marks: ['ltsc-edition-only'] }),
    row(many, 'pc2', { products: names.slice(1, 2), marks: ['licence-unknown', 'needs-esu-licence'] }),
    row(many, 'pc3', { products: names.slice(1, 2), marks: ['licence-unknown', 'needs-esu-licence'] }),
  ];
  const { items } = await planBundle(input([many], rows));
  expect(items).toMatchObject([
    {
      products: names.slice(0, 2),
      remarks: [
        { mark: 'needs-esu-licence', machines: 2 },
        { mark: 'ltsc-edition-only', machines: 1 },
      ],
    },
  ]);
});
