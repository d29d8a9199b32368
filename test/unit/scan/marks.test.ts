import { describe, expect, it } from 'vitest';
import { machine, win1809, win7 } from '../../support/machines.ts';
import { rowsOf } from '../../support/scan-rows.ts';

const w1809 = 'Windows 10 Version 1809 for x64-based Systems';
const w7 = 'Windows 7 for x64-based Systems Service Pack 1';
const w1507 = 'Windows 10 for x64-based Systems';

describe('msrc-cvrf section 4, steps 6 to 8: marks beside the state', () => {
  it('step 7: names the newest Required one of the chain and leaves the state alone', async () => {
    const documents = [
      { id: '2022-Nov', fixes: [{ kb: 5019966, products: [w1809], build: '10.0.17763.3650' }] },
      { id: '2023-Jun', fixes: [{ kb: 5027222, products: [w1809], build: '10.0.17763.4499' }] },
      { id: '2024-Mar', fixes: [{ kb: 5035849, products: [w1809], build: '10.0.17763.5576' }] },
    ];
    const rows = await rowsOf(documents, win1809({ ubr: 4000 }));
    expect([5019966, 5027222, 5035849].map((kb) => rows.get(kb)?.state)).toEqual([
      'Installed',
      'Required',
      'Required',
    ]);
    expect([5019966, 5027222, 5035849].map((kb) => rows.get(kb)?.supersededBy)).toEqual([
      null,
      'msrc:KB5035849',
      null,
    ]);
    expect(rows.get(5027222)?.marks).toContain('superseded');
  });

  it('step 6: a product of the family ESU needs a licence that nobody has looked for', async () => {
    const fix = { kb: 5021291, products: [w7], subType: 'Monthly Rollup' };
    const rows = await rowsOf([{ id: '2022-Nov', fixes: [fix], families: { [w7]: 'ESU' } }], win7());
    expect(rows.get(5021291)?.marks).toEqual(['licence-unknown', 'needs-esu-licence']);
    // Old documents are issued anew under today's families.
    const before = await rowsOf([{ id: '2019-Dec', fixes: [fix], families: { [w7]: 'ESU' } }], win7());
    expect(before.get(5021291)?.marks).toEqual([]);
  });

  it('step 6: after the end of support only the long-term edition takes it', async () => {
    const doc = { id: '2022-Nov', fixes: [{ kb: 5019966, products: [w1809] }] };
    expect((await rowsOf([doc], win1809())).get(5019966)?.marks).toEqual(['ltsc-edition-only']);
    expect((await rowsOf([doc], win1809({ edition: 'EnterpriseS' }))).get(5019966)?.marks).toEqual([]);
    expect((await rowsOf([{ ...doc, id: '2020-Jun' }], win1809())).get(5019966)?.marks).toEqual([]);
  });

  it('a Required row names the products of its machine, not every product of the update', async () => {
    const doc = { id: '2022-Nov', fixes: [{ kb: 5019966, products: [w1809, w7] }] };
    const row = (await rowsOf([doc], win1809({ ubr: 1 }))).get(5019966);
    expect(row).toMatchObject({ state: 'Required', products: [w1809] });
  });

  it.each([
    [20_525, []],
    [20_526, ['build-exception']],
    [20_765, ['build-exception']],
    [20_766, []],
  ])('step 8: 10240.%i counts as patched while fixes were rolled back', async (ubr, marks) => {
    const doc = { id: '2023-Jun', fixes: [{ kb: 5027230, products: [w1507], build: '10.0.10240.19983' }] };
    const rows = await rowsOf(
      [doc],
      machine({ version: '10.0.10240', role: 'client', architecture: 'x64', ubr }),
    );
    expect(rows.get(5027230)?.state).toBe('Installed');
    expect(rows.get(5027230)?.marks).toEqual(marks);
  });
});
