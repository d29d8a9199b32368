import { describe, expect, it } from 'vitest';
import { win7 } from '../../support/machines.ts';
import { inShort, rowsOf } from '../../support/scan-rows.ts';

const w7 = 'Windows 7 for x64-based Systems Service Pack 1';
const ie = `Internet Explorer 11 on ${w7}`;
const month = (id: string, kbs: { rollup: number; only: number; ie?: number }, build?: string) => ({
  id,
  fixes: [
    { kb: kbs.rollup, products: [w7, ie], subType: 'Monthly Rollup', ...(build ? { build } : {}) },
    { kb: kbs.only, products: [w7], subType: 'Security Only', ...(build ? { build } : {}) },
    ...(kbs.ie ? [{ kb: kbs.ie, products: [ie], subType: 'IE Cumulative' }] : []),
  ],
});
const october = month('2018-Oct', { rollup: 4462923, only: 4462915, ie: 4462949 });
const february = month('2019-Feb', { rollup: 4486563, only: 4486564, ie: 4486474 });

describe('msrc-cvrf section 4, step 5: Security Only, Monthly Rollup, IE Cumulative', () => {
  it('is Not Required with the rollup of the same month', async () => {
    const rows = await rowsOf([february], win7({ kbs: [4486563] }));
    expect(inShort(rows.get(4486564))).toBe('NotRequired contained-in-rollup listed KB4486563');
    expect(inShort(rows.get(4486474))).toBe('NotRequired contained-in-rollup listed KB4486563');
  });

  it('is Not Required with a rollup of a later month, inferred by number', async () => {
    const rows = await rowsOf([october, february], win7({ kbs: [4486563] }));
    expect(inShort(rows.get(4462915))).toBe('NotRequired contained-in-rollup inferred KB4486563');
  });

  it('is Required with a rollup of an earlier month only', async () => {
    const rows = await rowsOf([october, february], win7({ kbs: [4462923] }));
    expect(inShort(rows.get(4486564))).toBe('Required kb-not-listed listed');
    expect(inShort(rows.get(4486474))).toBe('Unknown component-version-unknown');
  });

  it('holds builds against each other where both have one', async () => {
    const two = {
      id: '2022-Nov',
      fixes: [
        ...month('', { rollup: 5020000, only: 5020013 }, '6.1.7601.26221').fixes,
        ...month('', { rollup: 5021291, only: 5021288 }, '6.1.7601.26266').fixes,
      ],
    };
    const rows = await rowsOf([two], win7({ kbs: [5020000] }));
    expect(inShort(rows.get(5020013))).toBe('NotRequired contained-in-rollup listed KB5020000');
    expect(inShort(rows.get(5021288))).toBe('Required kb-not-listed listed');
  });

  it('pairs by the nearest number where one document holds several months', async () => {
    // 2019-Feb was corrected for months and names three rollups and three Security Only updates.
    const corrected = {
      id: '2019-Feb',
      fixes: [
        ...february.fixes,
        ...month('', { rollup: 4489878, only: 4489885 }).fixes.map((fix) => ({
          ...fix,
          supersedes: fix.kb === 4489878 ? [4486563] : [],
        })),
      ],
    };
    const first = await rowsOf([corrected], win7({ kbs: [4486563] }));
    expect([first.get(4486564)?.state, first.get(4489885)?.state]).toEqual(['NotRequired', 'Required']);
    const second = await rowsOf([corrected], win7({ kbs: [4489878] }));
    expect([second.get(4486564)?.state, second.get(4489885)?.state]).toEqual(['NotRequired', 'NotRequired']);
  });

  it('is Unknown where the order of the listed rollup is open', async () => {
    const rows = await rowsOf(
      [february, month('2019-May', { rollup: 4489878, only: 4489885 })],
      win7({ kbs: [4486563] }),
    );
    expect(inShort(rows.get(4489885))).toBe('Unknown order-open');
    expect(rows.get(4489885)?.possible).toEqual(['Required', 'NotRequired']);
  });

  it('calls both Required where neither is installed, and marks the track that was not chosen', async () => {
    const rows = await rowsOf([february], win7({ kbs: [4000000] }));
    expect([rows.get(4486563)?.state, rows.get(4486564)?.state]).toEqual(['Required', 'Required']);
    expect(rows.get(4486563)?.marks).toEqual([]);
    expect(rows.get(4486564)?.marks).toEqual(['alternative-track']);
    const other = await rowsOf([february], win7({ kbs: [4000000] }), { track: 'security-only' });
    expect(other.get(4486563)?.marks).toEqual(['alternative-track']);
    expect(other.get(4486564)?.marks).toEqual([]);
  });

  it('counts the rollup of the system for Internet Explorer, and not for .NET', async () => {
    const net = `Microsoft .NET Framework 4.8 on ${w7}`;
    const components = {
      id: '2016-Nov',
      fixes: [
        { kb: 3197868, products: [w7], subType: 'Monthly Rollup' },
        { kb: 3197867, products: [w7, ie], subType: 'Security Only' },
        { kb: 3195363, products: [net], subType: 'Security Only' },
      ],
    };
    const rows = await rowsOf([components], win7({ kbs: [3197868] }));
    expect(rows.get(3197867)?.state).toBe('NotRequired');
    expect(inShort(rows.get(3195363))).toBe('Unknown component-version-unknown');
  });

  it('is Not Required by a rollup that is seen in a list that was cut', async () => {
    const rows = await rowsOf([february], win7({ kbs: [4486563], list: 'cut' }));
    expect(inShort(rows.get(4486564))).toBe('NotRequired contained-in-rollup listed KB4486563');
    const unseen = await rowsOf([february], win7({ kbs: [4000000], list: 'cut' }));
    expect(inShort(unseen.get(4486564))).toBe('Unknown hotfix-list-cut');
    expect(unseen.get(4486564)?.possible).toEqual(['Required', 'Installed', 'NotRequired']);
  });

  it('does not take Security Only for cumulative: January listed leaves February Required', async () => {
    const january = month('2019-Jan', { rollup: 4480970, only: 4480960 });
    const rows = await rowsOf([january, february], win7({ kbs: [4480960] }));
    expect(rows.get(4486564)?.state).toBe('Required');
  });
});
