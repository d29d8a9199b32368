import { describe, expect, it } from 'vitest';
import { compileMsrc } from '../../../src/scan/index.ts';
import { catalogDocument } from '../../support/catalog-documents.ts';
import type { MadeDocument } from '../../support/catalog-documents.ts';

const w22h2 = 'Windows 10 Version 22H2 for x64-based Systems';
const w22h2x86 = 'Windows 10 Version 22H2 for 32-bit Systems';
const w21h2 = 'Windows 10 Version 21H2 for x64-based Systems';
const vulnerability = {
  cve: 'CVE-2024-0001',
  title: 'A',
  severity: 'Critical',
  severityByProduct: {},
  exploited: true,
  disclosed: false,
  baseScore: 9.8,
} as const;

const march: MadeDocument = {
  id: '2024-Mar',
  fixes: [
    {
      kb: 5035845,
      products: [w22h2, w22h2x86, w21h2, `Internet Explorer 11 on ${w22h2}`, 'Windows Server 2012'],
      supersedes: [5034763],
      cves: ['CVE-2024-0001'],
    },
  ],
  vulnerabilities: [vulnerability],
};

async function updates(documents: readonly MadeDocument[]) {
  return (await compileMsrc(documents.map(catalogDocument))).updates;
}

describe('updates united over documents (msrc-cvrf, section 2, identity)', () => {
  it('has one update per KB, supersedences united, the newest document in the title', async () => {
    const april = { id: '2024-Apr', fixes: [{ kb: 5035845, products: [w22h2], supersedes: [5030211] }] };
    const [update, ...others] = await updates([april, march]);
    expect(others).toEqual([]);
    expect(update).toMatchObject({
      id: 'msrc:KB5035845',
      kb: 'KB5035845',
      kbNumber: 5035845,
      title: 'Windows 10 Version 22H2 and 3 more: Security Update, 2024-Apr',
      documents: ['2024-Mar', '2024-Apr'],
      supersedes: [5030211, 5034763],
      severity: 'Critical',
      exploited: true,
      disclosed: false,
      restart: 'yes',
      cves: ['CVE-2024-0001'],
    });
  });

  it('names what ranks directly above, not what lies further up', async () => {
    const chain = [5010000, 5030000, 5050000].map((kb, i) => ({
      id: `202${String(i + 2)}-Jan`,
      fixes: [{ kb, products: [w22h2] }],
    }));
    const found = await updates(chain);
    expect(found.map((update) => update.supersededBy)).toEqual([[5030000], [5050000], []]);
  });

  it('CAT11 changes the content hash when its own content changes, and only then', async () => {
    const [before] = await updates([march]);
    const [withOther] = await updates([
      march,
      { id: '2024-May', fixes: [{ kb: 5099999, products: [w22h2] }] },
    ]);
    expect(withOther?.contentHash).toBe(before?.contentHash);
    const revised = { ...march, fixes: march.fixes.map((fix) => ({ ...fix, products: [w22h2] })) };
    expect((await updates([revised]))[0]?.contentHash).not.toBe(before?.contentHash);
    expect(before?.contentHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('makes click-to-run updates without a KB', async () => {
    const office = 'Microsoft 365 Apps for Enterprise for 32-bit Systems';
    const [update] = await updates([{ id: '2026-Feb', fixes: [], clickToRun: [office] }]);
    expect(update?.id).toMatch(/^msrc:C2R-2026-Feb-\d+$/);
    expect(update).toMatchObject({ kb: null, kbNumber: null, url: '' });
  });
});
