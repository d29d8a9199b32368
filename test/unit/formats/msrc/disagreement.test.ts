import { describe, expect, it } from 'vitest';
import type { DescribedFix, DescribedDocument } from '../../../support/msrc-document.ts';
import { msrcXml } from '../../../support/msrc-document.ts';
import { readContent, readDescribed } from '../../../support/read-msrc.ts';

/** One CVE for each fix, all for one KB and product unless the fix says otherwise. */
function document(...fixes: readonly Partial<DescribedFix>[]): DescribedDocument {
  return {
    id: '2026-Feb',
    products: [{ id: '100', name: 'Windows Server 2019', family: 'Windows' }],
    vulnerabilities: fixes.map((fix, at) => ({
      cve: `CVE-2026-${1000 + at}`,
      fixes: [{ kb: 5002002, products: ['100'], ...fix }],
    })),
  };
}

const where = { document: '2026-Feb', kb: 'KB5002002', product: '100' };

describe('CVEs that do not agree on one update', () => {
  it('CAT30 keeps the highest build and lists the conflict', async () => {
    const low = { fixedBuild: '10.0.17763.999' };
    const high = { fixedBuild: '10.0.17763.1000' };
    for (const order of [
      [low, high, low],
      [high, low],
    ]) {
      const { remediations, warnings } = await readDescribed(document(...order));
      expect(remediations.map((pair) => pair.fixedBuilds)).toEqual([['10.0.17763.1000']]);
      expect(warnings).toEqual([
        {
          code: 'fixed-build-differs',
          details: { ...where, kept: '10.0.17763.1000', other: '10.0.17763.999' },
        },
      ]);
    }
  });

  it('CAT30 unites the superseded updates and lists the conflict', async () => {
    const { remediations, warnings } = await readDescribed(
      document({ supersedes: [5001001] }, { supersedes: [5000999, 5001001] }, {}),
    );
    expect(remediations.map((pair) => pair.supersedes)).toEqual([[5000999, 5001001]]);
    expect(warnings).toEqual([
      { code: 'supersedence-differs', details: { ...where, kept: 'KB5000999 KB5001001' } },
    ]);
  });

  it('CAT30 lists a sub type or a product name that is given twice and not alike', async () => {
    const described = document({ subType: 'Security Update' }, { subType: 'Monthly Rollup' });
    const renamed = msrcXml(described).replace('>Windows Server 2019<', '>Windows Server 2022<');
    const { remediations, products, warnings } = await readContent(renamed);
    expect(remediations.map((pair) => pair.subType)).toEqual(['Monthly Rollup']);
    expect(products.map(({ name }) => name)).toEqual(['Windows Server 2019']);
    expect(
      warnings.map(({ code, details }) => [code, details['field'], details['kept'], details['other']]),
    ).toEqual([
      ['content-differs', 'FullProductName', 'Windows Server 2019', 'Windows Server 2022'],
      ['content-differs', 'SubType', 'Monthly Rollup', 'Security Update'],
    ]);
  });

  it('says nothing where they agree', async () => {
    const same = { fixedBuild: '10.0.17763.999', supersedes: [5001001], restart: 'Yes' };
    const { warnings } = await readDescribed(document(same, same, { ...same, restart: 'No' }));
    expect(warnings).toEqual([]);
  });

  it('names a product that the product tree does not', async () => {
    const { warnings } = await readDescribed(document({ products: ['100', '999'] }));
    expect(warnings).toEqual([
      { code: 'product-name-not-understood', details: { document: '2026-Feb', product: '999', name: '' } },
    ]);
  });

  it('CAT29 flags implausible dates of the document and keeps them as written', async () => {
    const dates = { initialReleaseDate: '02/10/2026', currentReleaseDate: '9999-12-31T00:00:00' };
    const { warnings, initialReleaseDate } = await readDescribed({ ...document({}), ...dates });
    expect(initialReleaseDate).toBe('02/10/2026');
    expect(warnings.map(({ code, details }) => [code, details['field'], details['value']])).toEqual([
      ['date-implausible', 'InitialReleaseDate', '02/10/2026'],
      ['date-implausible', 'CurrentReleaseDate', '9999-12-31T00:00:00'],
    ]);
    const backwards = {
      initialReleaseDate: '2026-02-10T08:00:00',
      currentReleaseDate: '2026-01-10T08:00:00',
    };
    const read = await readDescribed({ ...document({}), ...backwards });
    expect(read.warnings.map(({ details }) => details['field'])).toEqual(['CurrentReleaseDate']);
  });
});
