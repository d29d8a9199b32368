import { describe, expect, it } from 'vitest';
import { compileMsrc } from '../../../src/scan/index.ts';
import { catalogDocument } from '../../support/catalog-documents.ts';
import { machine, win1809 } from '../../support/machines.ts';
import { inShort, rowsOf } from '../../support/scan-rows.ts';

const w1809 = 'Windows 10 Version 1809 for x64-based Systems';
const doc = { id: '2022-Nov', fixes: [{ kb: 5019966, products: [w1809], build: '10.0.17763.3650' }] };

describe('msrc-cvrf section 4, step 2: the build', () => {
  it.each([
    [3649, 'Required build-below measured'],
    [3650, 'Installed build-reached measured'],
    [3651, 'Installed build-reached measured'],
  ])('holds the UBR %i against 3650', async (ubr, expected) => {
    const rows = await rowsOf([doc], win1809({ ubr, list: 'missing' }));
    expect(inShort(rows.get(5019966))).toBe(expected);
  });

  it('CAT27 compares revisions as numbers: 999 is below 3650', async () => {
    const rows = await rowsOf([doc], win1809({ ubr: 999 }));
    expect(rows.get(5019966)?.state).toBe('Required');
  });

  it('SCN06 a revision beyond 2^32 compares right', async () => {
    const big = {
      id: '2022-Nov',
      fixes: [{ kb: 5019966, products: [w1809], build: '10.0.17763.4294967297' }],
    };
    const huge = { ...big, fixes: [{ kb: 5019966, products: [w1809], build: '10.0.17763.999999999' }] };
    expect((await rowsOf([huge], win1809({ ubr: 4_294_967_296 }))).get(5019966)?.state).toBe('Installed');
    expect((await rowsOf([huge], win1809({ ubr: 1 }))).get(5019966)?.state).toBe('Required');
    // Ten digits are no revision: such a text is no FixedBuild, the list decides.
    expect((await rowsOf([big], win1809({ ubr: 1 }))).get(5019966)?.reason).not.toBe('build-below');
  });

  it('shares one revision count in the families 19041-19045 and 18362-18363', async () => {
    const w21h2 = 'Windows 10 Version 21H2 for x64-based Systems';
    const shared = { id: '2025-Dec', fixes: [{ kb: 5068781, products: [w21h2], build: '10.0.19043.6575' }] };
    const pc = machine({ version: '10.0.19044', role: 'client', architecture: 'x64', ubr: 6575 });
    expect(inShort((await rowsOf([shared], pc)).get(5068781))).toBe('Installed build-reached measured');
    const w1909 = 'Windows 10 Version 1909 for x64-based Systems';
    const older = { id: '2021-Sep', fixes: [{ kb: 5005566, products: [w1909], build: '10.0.18362.1801' }] };
    const pc1909 = machine({ version: '10.0.18363', role: 'client', architecture: 'x64', ubr: 1800 });
    expect(inShort((await rowsOf([older], pc1909)).get(5005566))).toBe('Required build-below measured');
  });

  it('ignores a FixedBuild outside the family, with a warning', async () => {
    const misprint = {
      id: '2021-Sep',
      fixes: [{ kb: 5005568, products: [w1809], build: '10.0.17784.2183' }],
    };
    const rows = await rowsOf([misprint], win1809({ ubr: 9999, kbs: [4000000] }));
    expect(inShort(rows.get(5005568))).toBe('Required listed-kbs-older inferred');
    const { warnings } = await compileMsrc([catalogDocument(misprint)]);
    expect(warnings).toEqual([
      {
        code: 'fixed-build-outside-family',
        details: { document: '2021-Sep', kb: 5005568, product: w1809, builds: '10.0.17784.2183' },
      },
    ]);
  });

  it('does not share 26200 with the server: client and server run different revisions', async () => {
    const server = {
      id: '2026-Jan',
      fixes: [{ kb: 5073379, products: ['Windows Server 2025'], build: '10.0.26200.1' }],
    };
    const pc = machine({ version: '10.0.26100', role: 'server', architecture: 'x64', ubr: 32230 });
    expect((await rowsOf([server], pc)).get(5073379)?.reason).not.toBe('build-reached');
  });

  it('takes the build of a higher-ranking update where the own one is missing', async () => {
    const old = { id: '2019-Feb', fixes: [{ kb: 4487044, products: [w1809] }] };
    const inferred = await rowsOf([doc, old], win1809({ ubr: 3650, list: 'missing' }));
    expect(inShort(inferred.get(4487044))).toBe('Installed build-reached inferred KB5019966');
    const edge = {
      id: '2022-Nov',
      fixes: [{ ...doc.fixes[0], kb: 5019966, products: [w1809], supersedes: [4487044] }],
    };
    const known = await rowsOf([edge, old], win1809({ ubr: 3650, list: 'missing' }));
    expect(inShort(known.get(4487044))).toBe('Installed build-reached measured KB5019966');
    // Not reached: the build proves nothing about the update without one, so the list is asked.
    const below = await rowsOf([edge, old], win1809({ ubr: 3649, kbs: [] }));
    expect(inShort(below.get(4487044))).toBe('Required listed-kbs-older inferred');
  });

  it('leaves a package of its own to the list although it carries the month build (KB5012170)', async () => {
    const dbx = {
      id: '2022-Nov',
      fixes: [...doc.fixes, { kb: 5012170, products: [w1809], build: '10.0.17763.3650' }],
    };
    const rows = await rowsOf([dbx], win1809({ ubr: 3650, kbs: [] }));
    expect(inShort(rows.get(5012170))).toBe('Required kb-not-listed listed');
    expect(inShort((await rowsOf([dbx], win1809({ ubr: 1, kbs: [5012170] }))).get(5012170))).toBe(
      'Installed kb-listed listed KB5012170',
    );
  });

  it('tells a package of its own by the other sign: two Security Updates, one build, one document', async () => {
    const w2004 = 'Windows 10 Version 2004 for x64-based Systems';
    const twin = {
      id: '2022-Nov',
      fixes: [
        ...doc.fixes,
        { kb: 5099999, products: [w1809], build: '10.0.17763.3650' },
        { kb: 5099999, products: [w2004], build: '10.0.19041.2251' },
      ],
    };
    const rows = await rowsOf([twin], win1809({ ubr: 3650, kbs: [] }));
    expect(inShort(rows.get(5099999))).toBe('Required kb-not-listed listed');
    expect(inShort(rows.get(5019966))).toBe('Installed build-reached measured');
    const { warnings } = await compileMsrc([catalogDocument(twin)]);
    expect(warnings.map((warning) => warning.code)).toEqual(['two-updates-one-build']);
  });
});
