import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../../src/formats/index.ts';
import { msrcXml } from '../../../support/msrc-document.ts';
import type { DescribedDocument } from '../../../support/msrc-document.ts';
import { readContent, readDescribed, refusal } from '../../../support/read-msrc.ts';

const february: DescribedDocument = {
  id: '2026-Feb',
  title: 'February of tests',
  revision: '7',
  initialReleaseDate: '2026-02-10T08:00:00',
  currentReleaseDate: '2026-02-12T08:00:00',
  products: [
    { id: '200', name: 'Windows 10 Version 22H2 for x64-based Systems', family: 'Windows' },
    { id: '100', name: 'Windows Server 2019', family: 'Windows' },
    { id: '300', name: 'Suite 365', family: 'Microsoft Office' },
    { id: '400-1', name: 'a package on a distribution' },
  ],
  vulnerabilities: [
    {
      cve: 'CVE-2026-0002',
      severity: { '100': 'Important', '200': 'Critical' },
      disclosed: true,
      scores: { '100': '7.8', '200': '9.8' },
      fixes: [
        {
          kb: 5002002,
          products: ['200', '100'],
          fixedBuild: '10.0.19045.9',
          supersedes: [5001002],
          restart: 'Maybe',
        },
        { kb: 'Release Notes', products: ['400-1'], fixedBuild: '1.2.3-4' },
      ],
      knownIssues: [{ description: 5002002, url: 'https://support.example.invalid/5002002' }],
    },
    {
      cve: 'CVE-2026-0001',
      severity: 'Low',
      exploited: true,
      fixes: [{ kb: ' 5002002 ', products: ['200'], fixedBuild: '10.0.19045.9', supersedes: '5001002' }],
      clickToRun: ['300'],
      knownIssues: [
        { description: 5002002, url: 'https://support.example.invalid/5002002' },
        { description: '<p>Printers &amp; <b>scanners</b> stop.</p><script>alert(1)</script>' },
      ],
    },
  ],
};

describe('a monthly document', () => {
  it('whose title names another month is refused: it would take the place of that month', async () => {
    const swapped = { ...february, id: '2026-Jan', title: 'February 2026 Security Updates' };
    expect(await refusal(msrcXml(swapped))).toMatchObject({
      code: 'not-recognised',
      place: 'cvrfdoc/DocumentTitle',
      details: { found: '2026-Jan', expected: '2026-Feb' },
    });
    const suffixed = { ...february, id: '2026-Feb-B', title: 'February 2026 Security Updates' };
    expect((await readContent(msrcXml(suffixed))).id).toBe('2026-Feb-B');
  });

  it('is folded on KB and product', async () => {
    const document = await readDescribed(february);
    expect(document).toMatchObject({
      source: 'msrc',
      id: '2026-Feb',
      title: 'February of tests',
      revision: '7',
      initialReleaseDate: '2026-02-10T08:00:00',
      currentReleaseDate: '2026-02-12T08:00:00',
      file: 'cvrfDocument-2026-Feb.xml',
      counts: { vulnerabilities: 2, vendorFixes: 4, kbs: 1, kbProducts: 2, productElements: 7, products: 4 },
      warnings: [],
    });
    expect(document.products).toEqual([
      { id: '100', name: 'Windows Server 2019', family: 'Windows' },
      { id: '200', name: 'Windows 10 Version 22H2 for x64-based Systems', family: 'Windows' },
      { id: '300', name: 'Suite 365', family: 'Microsoft Office' },
      { id: '400-1', name: 'a package on a distribution', family: null },
    ]);
    const both = {
      kb: 5002002,
      subType: 'Security Update',
      fixedBuilds: ['10.0.19045.9'],
      supersedes: [5001002],
    };
    expect(document.remediations).toEqual([
      { ...both, productId: '100', restart: 'maybe', cves: ['CVE-2026-0002'] },
      { ...both, productId: '200', restart: 'yes', cves: ['CVE-2026-0001', 'CVE-2026-0002'] },
    ]);
    expect(document.clickToRun).toEqual([{ productId: '300', cves: ['CVE-2026-0001'] }]);
    expect(document.knownIssues).toEqual([
      { kb: null, text: 'Printers & scanners stop.', url: '' },
      { kb: 5002002, text: '', url: 'https://support.example.invalid/5002002' },
    ]);
  });

  it('gives severity per product, flags and the highest score of each vulnerability', async () => {
    const { vulnerabilities } = await readDescribed(february);
    expect(vulnerabilities).toEqual([
      {
        cve: 'CVE-2026-0001',
        title: 'CVE-2026-0001 in tests',
        severity: 'Low',
        severityByProduct: { '200': 'Low', '300': 'Low' },
        exploited: true,
        disclosed: false,
        baseScore: null,
      },
      {
        cve: 'CVE-2026-0002',
        title: 'CVE-2026-0002 in tests',
        severity: 'Critical',
        severityByProduct: { '100': 'Important', '200': 'Critical' },
        exploited: false,
        disclosed: true,
        baseScore: 9.8,
      },
    ]);
  });

  it('carries the SHA-256 and the length of its bytes', async () => {
    const bytes = new TextEncoder().encode(msrcXml(february));
    const document = await readContent(bytes);
    expect(document.bytes).toBe(bytes.length);
    expect(document.sha256).toBe(await sha256Hex(bytes));
  });

  it('does not depend on the order of its vulnerabilities and products', async () => {
    const turned: DescribedDocument = {
      ...february,
      products: [...february.products].reverse(),
      vulnerabilities: [...february.vulnerabilities].reverse(),
    };
    const { sha256: first, ...one } = await readDescribed(february);
    const { sha256: second, ...other } = await readDescribed(turned);
    expect(other).toEqual(one);
    expect(second).not.toBe(first);
  });

  it('reads other prefixes for the same namespaces and passes over foreign elements', async () => {
    const renamed = msrcXml(february)
      .replaceAll('vuln:', 'v:')
      .replaceAll('xmlns:vuln', 'xmlns:v')
      .replace(
        '</cvrf:DocumentTracking>',
        '</cvrf:DocumentTracking><x:note xmlns:x="urn:x"><x:CVE>no</x:CVE></x:note>',
      );
    const { remediations, vulnerabilities } = await readContent(renamed);
    const original = await readDescribed(february);
    expect(remediations).toEqual(original.remediations);
    expect(vulnerabilities).toEqual(original.vulnerabilities);
  });

  it('keeps the address of a download page that is not the catalog search', async () => {
    const withUrl = (url: string) =>
      readDescribed({
        ...february,
        vulnerabilities: [{ cve: 'CVE-1', fixes: [{ kb: 5002002, products: ['100'], url }] }],
      });
    const urls = async (url: string) => (await withUrl(url)).remediations.map((pair) => pair.url);
    expect(await urls('https://downloads.example.invalid/id=1')).toEqual([
      'https://downloads.example.invalid/id=1',
    ]);
    expect(await urls('https://catalog.update.microsoft.com/v7/site/Search.aspx?q=KB5002002')).toEqual([
      undefined,
    ]);
    expect(await urls('javascript:alert(1)')).toEqual([undefined]);
    expect(await urls('')).toEqual([undefined]);
  });
});
