import { describe, expect, it } from 'vitest';
import { win1809, win7 } from '../../support/machines.ts';
import { inShort, rowsOf } from '../../support/scan-rows.ts';

const w1809 = 'Windows 10 Version 1809 for x64-based Systems';
const w7 = 'Windows 7 for x64-based Systems Service Pack 1';
const october = { id: '2018-Oct', fixes: [{ kb: 4464330, products: [w1809] }] };
const february = { id: '2019-Feb', fixes: [{ kb: 4487044, products: [w1809], supersedes: [4480116] }] };

describe('msrc-cvrf section 4, step 3: the list', () => {
  it('takes the October update for installed where February is listed, by number (the case of section 4)', async () => {
    const rows = await rowsOf([october, february], win1809({ kbs: [4487044] }));
    expect(inShort(rows.get(4464330))).toBe('Installed superseding-kb-listed inferred KB4487044');
  });

  it('follows Supercedence over documents, KBs that no document holds included', async () => {
    const chain = { id: '2019-Jan', fixes: [{ kb: 4480116, products: [w1809], supersedes: [4471332] }] };
    const older = { id: '2018-Dec', fixes: [{ kb: 4471332, products: [w1809] }] };
    const rows = await rowsOf([february, chain, older], win1809({ kbs: [4487044] }));
    expect(inShort(rows.get(4471332))).toBe('Installed superseding-kb-listed listed KB4487044');
    const gap = await rowsOf(
      [february, { id: '2018-Dec', fixes: [{ kb: 4479999, products: [w1809] }] }],
      win1809({ kbs: [4487044] }),
    );
    // 7,045 apart, no build, no edge: the order is open, and nothing older is listed.
    expect(inShort(gap.get(4479999))).toBe('Unknown ubr-unknown');
  });

  it('orders by build before it looks at numbers (KB5004945 was numbered above newer ones)', async () => {
    const misprint = {
      id: '2021-Jul',
      fixes: [
        { kb: 5004945, products: [w1809], build: '10.0.17763.100' },
        { kb: 4994000, products: [w1809], build: '10.0.17763.200' },
      ],
    };
    const rows = await rowsOf([misprint], win1809({ kbs: [4994000] }));
    expect(inShort(rows.get(5004945))).toBe('Installed superseding-kb-listed listed KB4994000');
  });

  it.each([
    [10_000, 'Unknown'],
    [10_001, 'Installed'],
  ])('infers an order from numbers only beyond 10,000 (distance %i)', async (distance, state) => {
    const other = { id: '2019-Mar', fixes: [{ kb: 4464330 + distance, products: [w1809] }] };
    const rows = await rowsOf([october, other], win1809({ kbs: [4464330 + distance] }));
    expect(rows.get(4464330)?.state).toBe(state);
  });

  it('does not take a circle of edges for an order', async () => {
    const circle = {
      id: '2019-Feb',
      fixes: [
        { kb: 4487044, products: [w1809], supersedes: [4487000] },
        { kb: 4487000, products: [w1809], supersedes: [4487044] },
      ],
    };
    const rows = await rowsOf([circle], win1809({ kbs: [4487044] }));
    expect(rows.get(4487000)?.state).toBe('Installed');
    expect((await rowsOf([circle], win1809({ kbs: [] }))).get(4487000)?.state).toBe('Required');
  });

  it('takes what it sees in a list that was cut, and what it does not see for unknown', async () => {
    const cut = win1809({ kbs: [4487044], list: 'cut' });
    expect((await rowsOf([october, february], cut)).get(4464330)?.state).toBe('Installed');
    const rows = await rowsOf([october, february], win1809({ kbs: [4400000], list: 'cut' }));
    expect(inShort(rows.get(4487044))).toBe('Unknown hotfix-list-cut');
    expect(rows.get(4487044)?.blockers.map((blocker) => blocker.kind)).toEqual(['hotfix-list', 'ubr']);
    const missing = await rowsOf([october], win1809({ list: 'missing' }));
    expect(inShort(missing.get(4464330))).toBe('Unknown hotfix-list-missing');
  });

  it('uses Monthly Rollups of earlier Windows the same way', async () => {
    const rollups = [
      { id: '2016-Nov', fixes: [{ kb: 3197868, products: [w7], subType: 'Monthly Rollup' }] },
      { id: '2019-Feb', fixes: [{ kb: 4486563, products: [w7], subType: 'Monthly Rollup' }] },
    ];
    const rows = await rowsOf(rollups, win7({ kbs: [4486563] }));
    expect(inShort(rows.get(3197868))).toBe('Installed superseding-kb-listed inferred KB4486563');
  });
});
