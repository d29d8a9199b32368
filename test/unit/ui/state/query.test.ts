import { describe, expect, it } from 'vitest';
import {
  compileQuery,
  facetCounts,
  parseQuery,
  toggleTerm,
  unknownTerms,
  writeQuery,
  type Facet,
} from '../../../../src/ui/state/query.ts';
import { shownBy } from '../../../../src/ui/state/shown-by.ts';

interface Row {
  readonly kb: string;
  readonly severity: string;
  readonly products: readonly string[];
}
const rows: readonly Row[] = [
  { kb: 'KB5034768', severity: 'critical', products: ['Windows 10', 'Windows 11'] },
  { kb: 'KB5012170', severity: 'important', products: ['Windows 10'] },
  { kb: 'KB4487044', severity: 'critical', products: ['Windows Server 2019'] },
];
const facets: readonly Facet<Row>[] = [
  { id: 'severity', label: 'Severity', valuesOf: (r) => [r.severity], order: ['important', 'critical'] },
  { id: 'product', label: 'Product', valuesOf: (r) => r.products },
  { id: 'kb', label: 'KB', match: 'prefix', valuesOf: (r) => [r.kb, r.kb.slice(2)] },
];
const found = (text: string) =>
  rows.filter(compileQuery(parseQuery(text), facets, (r) => `${r.kb} title`.toLowerCase())).map((r) => r.kb);

describe('typed query', () => {
  it.each([
    ['', ['KB5034768', 'KB5012170', 'KB4487044']],
    ['severity:critical', ['KB5034768', 'KB4487044']],
    ['severity:critical severity:important', ['KB5034768', 'KB5012170', 'KB4487044']],
    ['severity:critical kb:50', ['KB5034768']],
    ['kb:KB44', ['KB4487044']],
    ['-severity:critical', ['KB5012170']],
    ['product:"Windows 10"', ['KB5034768', 'KB5012170']],
    ['-product:"windows 11" product:"windows 10"', ['KB5012170']],
    ['5034', ['KB5034768']],
    ['-5034 title', ['KB5012170', 'KB4487044']],
    ['nofacet:x', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('is the same after writing and reading', () => {
    const text = '-severity:critical product:"Windows 10" kb:50 word';
    expect(writeQuery(parseQuery(text))).toBe(text);
    expect(parseQuery(writeQuery(parseQuery('product:"a:b c"')))).toEqual(parseQuery('product:"a:b c"'));
  });

  it.each([
    ['severity:banana', ['banana']],
    ['-severity:banana severity:CRITICAL', ['banana']],
    ['severity:none', []],
    ['product:"windows 10" product:banana', ['banana']],
    ['kb:banana banana nofacet:banana', []],
  ])('a word that is none of its facet is known as such: %s', (text, unknown) => {
    const named = facets.map((f) =>
      f.id === 'severity' ? { ...f, show: shownBy({ Critical: 'x', Important: 'y', None: 'z' }) } : f,
    );
    expect(unknownTerms(parseQuery(text), named, rows).map(({ value }) => value)).toEqual(unknown);
  });

  it('a quote that is still open counts to the end', () => {
    expect(parseQuery('product:"Windows 1')).toEqual([
      { facet: 'product', value: 'Windows 1', negated: false },
    ]);
  });

  it('a clicked value comes and goes', () => {
    const term = { facet: 'severity', value: 'critical', negated: false };
    expect(toggleTerm(toggleTerm([], term), { ...term, value: 'Critical' })).toEqual([]);
  });
});

it('facet values keep their order, others stand by count', () => {
  const [severity, product] = facets as readonly [Facet<Row>, Facet<Row>];
  expect(facetCounts(severity, rows)).toEqual([
    { value: 'important', count: 1 },
    { value: 'critical', count: 2 },
  ]);
  expect(facetCounts(product, rows)[0]).toEqual({ value: 'Windows 10', count: 2 });
});
