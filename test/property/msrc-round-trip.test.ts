import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DescribedDocument } from '../support/msrc-document.ts';
import { readDescribed } from '../support/read-msrc.ts';

const productIds = ['11', '22', '33-4', '555'];
const word = fc.string({ minLength: 1, maxLength: 30, unit: 'binary' }).filter(isXmlText);
const build = fc.tuple(fc.integer({ min: 9, max: 11 }), fc.nat(99_999)).map(([b, c]) => `10.0.${b}.${c}`);
const fix = fc.record({
  kb: fc.constantFrom(890830, 5000001, 5000002, 5000003),
  products: fc.subarray(productIds, { minLength: 1 }),
  subType: fc.constantFrom('Security Update', 'Monthly Rollup'),
  fixedBuild: build,
  supersedes: fc.uniqueArray(fc.integer({ min: 100_000, max: 9_999_999 }), { maxLength: 3 }),
});
const document = fc.record({
  id: fc.constantFrom('2026-Feb', '2019-Mar'),
  title: word,
  products: fc.tuple(...productIds.map((id) => word.map((name) => ({ id, name, family: 'Windows' })))),
  vulnerabilities: fc
    .array(fc.record({ title: word, fixes: fc.array(fix, { maxLength: 4 }), exploited: fc.boolean() }), {
      maxLength: 5,
    })
    .map((list) => list.map((vulnerability, at) => ({ ...vulnerability, cve: `CVE-2026-${1000 + at}` }))),
});

/** A description whose superseded KBs are numbers. */
type Described = typeof document extends fc.Arbitrary<infer T extends DescribedDocument> ? T : never;

/** Characters XML 1.0 allows, without those that trimming or line end rules change. */
function isXmlText(text: string): boolean {
  return text === text.trim() && !/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(text);
}

/** What folding must give, said another way: every fix of every CVE spelt out, then looked through. */
function expectation(described: Described) {
  const spelt = described.vulnerabilities.flatMap(({ cve, fixes }) =>
    fixes.flatMap(({ products, ...rest }) => products.map((product) => ({ cve, product, ...rest }))),
  );
  const pairs = [
    ...new Set(spelt.map(({ kb, product }) => `${String(kb).padStart(7, '0')} ${product}`)),
  ].sort();
  return pairs.map((pair) => {
    const all = spelt.filter(({ kb, product }) => `${String(kb).padStart(7, '0')} ${product}` === pair);
    const revision = (text = '') =>
      text
        .split('.')
        .map((part) => part.padStart(9, '0'))
        .join('.');
    const highest = all
      .map(({ fixedBuild }) => revision(fixedBuild))
      .sort()
      .at(-1);
    return {
      pair,
      cves: [...new Set(all.map(({ cve }) => cve))].sort(),
      highest,
      supersedes: [...new Set(all.flatMap(({ supersedes }) => supersedes))].sort((a, b) => a - b),
      builds: new Set(all.map(({ fixedBuild }) => fixedBuild)).size,
      revision,
    };
  });
}

describe('documents from builder to reader', () => {
  it('every description comes back folded, with the texts it had', async () => {
    await fc.assert(
      fc.asyncProperty(document, async (described) => {
        const read = await readDescribed(described);
        expect(read.title).toBe(described.title);
        expect(read.products.map(({ id, name }) => [id, name])).toEqual(
          described.products.map(({ id, name }) => [id, name]),
        );
        expect(read.vulnerabilities.map(({ title, exploited }) => [title, exploited])).toEqual(
          described.vulnerabilities.map(({ title, exploited }) => [title, exploited]),
        );
        const expected = expectation(described);
        expect(
          read.remediations.map((pair) => `${String(pair.kb).padStart(7, '0')} ${pair.productId}`),
        ).toEqual(expected.map(({ pair }) => pair));
        read.remediations.forEach((pair, at) => {
          const wanted = expected[at];
          expect(pair.cves).toEqual(wanted?.cves);
          expect(pair.supersedes).toEqual(wanted?.supersedes);
          expect(wanted?.revision(pair.fixedBuilds[0])).toBe(wanted?.highest);
        });
        expect(read.warnings.filter(({ code }) => code === 'fixed-build-differs')).toHaveLength(
          expected.filter(({ builds }) => builds > 1).length,
        );
      }),
      { numRuns: 100 },
    );
  });
});
