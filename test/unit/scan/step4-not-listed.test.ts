import { describe, expect, it } from 'vitest';
import { win1809, win7 } from '../../support/machines.ts';
import { inShort, rowsOf } from '../../support/scan-rows.ts';

const w1809 = 'Windows 10 Version 1809 for x64-based Systems';
const w7 = 'Windows 7 for x64-based Systems Service Pack 1';
const march = { id: '2019-Mar', fixes: [{ kb: 4489899, products: [w1809], supersedes: [4487044] }] };
const february = { id: '2019-Feb', fixes: [{ kb: 4487044, products: [w1809] }] };
const rollup = (id: string, kb: number, supersedes: number[] = []) => ({
  id,
  fixes: [{ kb, products: [w7], subType: 'Monthly Rollup', supersedes }],
});

describe('msrc-cvrf section 4, step 4: not in the list', () => {
  it('is Required where a lower one of the product is listed, known order', async () => {
    const rows = await rowsOf([march, february], win1809({ kbs: [4487044] }));
    expect(inShort(rows.get(4489899))).toBe('Required older-cumulative-listed listed KB4487044');
  });

  it('is Required, inferred, where the order comes from the numbers', async () => {
    const later = { id: '2020-Jun', fixes: [{ kb: 4561608, products: [w1809] }] };
    const rows = await rowsOf([later, february], win1809({ kbs: [4487044] }));
    expect(inShort(rows.get(4561608))).toBe('Required older-cumulative-listed inferred KB4487044');
  });

  it.each([
    [4479898, 'Required listed-kbs-older inferred'],
    [4479899, 'Unknown ubr-unknown'],
  ])('asks that every listed number lies more than 10,000 below (newest KB%i)', async (newest, expected) => {
    const rows = await rowsOf([march], win1809({ kbs: [4000000, newest] }));
    expect(inShort(rows.get(4489899))).toBe(expected);
  });

  it('is Required for a complete list without entries', async () => {
    expect(inShort((await rowsOf([march], win1809())).get(4489899))).toBe(
      'Required listed-kbs-older inferred',
    );
  });

  it('otherwise is Unknown {Required, Installed} and asks for the UBR (a preview may lie below)', async () => {
    const rows = await rowsOf([march], win1809({ kbs: [4482887] }));
    const row = rows.get(4489899);
    expect(inShort(row)).toBe('Unknown ubr-unknown');
    expect(row?.possible).toEqual(['Required', 'Installed']);
    expect(row?.blockers).toEqual([{ kind: 'ubr', subject: '' }]);
  });

  it('does not ask for a UBR that is there: then the order is what is missing', async () => {
    const rows = await rowsOf([march], win1809({ kbs: [4482887], ubr: 300 }));
    expect(inShort(rows.get(4489899))).toBe('Unknown order-open');
    expect(rows.get(4489899)?.blockers[0]?.kind).toBe('missing-months');
  });

  it('earlier Windows: Required where no rollup of open order is listed', async () => {
    const rows = await rowsOf(
      [rollup('2019-Feb', 4486563), rollup('2019-Mar', 4489878, [4486563])],
      win7({ kbs: [4486563] }),
    );
    expect(inShort(rows.get(4489878))).toBe('Required kb-not-listed listed');
  });

  it('earlier Windows: Unknown with the missing months where one is listed', async () => {
    const rows = await rowsOf(
      [rollup('2019-Feb', 4486563), rollup('2019-May', 4489878)],
      win7({ kbs: [4486563] }),
    );
    const row = rows.get(4489878);
    expect(inShort(row)).toBe('Unknown order-open');
    expect(row?.possible).toEqual(['Required', 'Installed']);
    expect(row?.blockers).toEqual([{ kind: 'missing-months', subject: '2019-Mar–2019-Apr' }]);
  });

  it('earlier Windows: a package of its own is not ranked, so it is Required', async () => {
    const sha2 = { id: '2019-Mar', fixes: [{ kb: 4474419, products: [w7] }] };
    const rows = await rowsOf([sha2, rollup('2019-Feb', 4486563)], win7({ kbs: [4486563] }));
    expect(inShort(rows.get(4474419))).toBe('Required kb-not-listed listed');
  });

  it('earlier Windows: Unknown where the list was cut', async () => {
    const rows = await rowsOf([rollup('2019-Feb', 4486563)], win7({ kbs: [4000000], list: 'cut' }));
    expect(inShort(rows.get(4486563))).toBe('Unknown hotfix-list-cut');
  });

  it('SCN07 a superseded one stays Required where the successor does not apply', async () => {
    const other = 'Windows 10 Version 22H2 for x64-based Systems';
    const elsewhere = { id: '2019-Mar', fixes: [{ kb: 4489899, products: [other], supersedes: [4487044] }] };
    const rows = await rowsOf([elsewhere, february], win1809());
    expect(rows.get(4487044)?.state).toBe('Required');
    expect(rows.get(4487044)?.supersededBy).toBeNull();
  });
});
