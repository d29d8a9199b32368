/** The typed query of a list: words and `facet:value` terms; the same text is what the chips show. */

export interface Term {
  /** Empty for free text. */
  readonly facet: string;
  readonly value: string;
  readonly negated: boolean;
}

export interface Facet<Row> {
  readonly id: string;
  readonly label: string;
  /** Values of a row, as they are typed. */
  valuesOf(row: Row): readonly string[];
  /** How a value is shown, undefined for a word it does not know; where this is missing values stand as they are. */
  show?(value: string): string | undefined;
  /** `prefix` matches beginnings (KB and CVE numbers); such facets are typed only, not listed. */
  readonly match?: 'prefix';
  /** Order of listed values; by count where this is missing. */
  readonly order?: readonly string[];
}

/** Splits a query at blanks; quotes keep values with blanks together: `os:"Windows 10"`. */
export function parseQuery(text: string): readonly Term[] {
  const terms: Term[] = [];
  for (const match of text.matchAll(/(-?)(?:([\p{L}]+):)?(?:"([^"]*)"?|(\S+))/gu)) {
    const value = match[3] ?? match[4] ?? '';
    if (value !== '') terms.push({ facet: (match[2] ?? '').toLowerCase(), value, negated: match[1] === '-' });
  }
  return terms;
}

/** The text of terms; reading it again yields the same terms. */
export function writeQuery(terms: readonly Term[]): string {
  return terms
    .map((t) => {
      const value = /\s|:/.test(t.value) || t.value === '' ? `"${t.value}"` : t.value;
      return `${t.negated ? '-' : ''}${t.facet ? `${t.facet}:` : ''}${value}`;
    })
    .join(' ');
}

/** Adds a term, or takes it away when it is there. */
export function toggleTerm(terms: readonly Term[], term: Term): readonly Term[] {
  const rest = terms.filter((t) => !sameTerm(t, term));
  return rest.length < terms.length ? rest : [...terms, term];
}

export function sameTerm(a: Term, b: Term): boolean {
  return a.facet === b.facet && a.negated === b.negated && a.value.toLowerCase() === b.value.toLowerCase();
}

/**
 * Makes a predicate: terms of one facet are alternatives, facets and words are all demanded, negated
 * terms all excluded. A facet name that is not known is looked for as text.
 * @param textOf lower-case text of a row that free words are looked for in
 */
export function compileQuery<Row>(
  terms: readonly Term[],
  facets: readonly Facet<Row>[],
  textOf: (row: Row) => string,
): (row: Row) => boolean {
  const known = new Map(facets.map((f) => [f.id, f]));
  const tests: ((row: Row) => boolean)[] = [];
  const wanted = new Map<string, string[]>();
  for (const term of terms) {
    const facet = known.get(term.facet);
    const value = term.value.toLowerCase();
    if (!facet) {
      const text = term.facet ? `${term.facet}:${value}` : value;
      tests.push((row) => textOf(row).includes(text) !== term.negated);
    } else if (term.negated) tests.push((row) => !matches(facet, row, [value]));
    else wanted.set(facet.id, [...(wanted.get(facet.id) ?? []), value]);
  }
  for (const [id, values] of wanted) {
    const facet = known.get(id);
    if (facet) tests.push((row) => matches(facet, row, values));
  }
  return (row) => tests.every((test) => test(row));
}

function matches<Row>(facet: Facet<Row>, row: Row, values: readonly string[]): boolean {
  return facet
    .valuesOf(row)
    .some((own) =>
      values.some((value) =>
        facet.match === 'prefix' ? own.toLowerCase().startsWith(value) : own.toLowerCase() === value,
      ),
    );
}

/**
 * Terms that can never match because their word is not one of their facet: no code of it, and in no row.
 * A name before a colon that is no facet is looked for as text, and is no such term.
 */
export function unknownTerms<Row>(
  terms: readonly Term[],
  facets: readonly Facet<Row>[],
  rows: readonly Row[],
): readonly Term[] {
  return terms.filter((term) => {
    const facet = facets.find(({ id }) => id === term.facet);
    if (!facet || facet.match === 'prefix' || facet.show?.(term.value) !== undefined) return false;
    const value = term.value.toLowerCase();
    return !rows.some((row) => facet.valuesOf(row).some((own) => own.toLowerCase() === value));
  });
}

export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

/** Counts of each value of a facet over rows, in the facet's order or by count. */
export function facetCounts<Row>(facet: Facet<Row>, rows: readonly Row[]): readonly ValueCount[] {
  const counts = new Map<string, number>();
  for (const row of rows) for (const v of facet.valuesOf(row)) counts.set(v, (counts.get(v) ?? 0) + 1);
  return inFacetOrder(facet, counts);
}

/** Counted values in the facet's order or by count. */
export function inFacetOrder<Row>(
  facet: Facet<Row>,
  counts: ReadonlyMap<string, number>,
): readonly ValueCount[] {
  const list = [...counts].map(([value, count]) => ({ value, count }));
  const place = (value: string) => facet.order?.indexOf(value) ?? -1;
  return list.sort(
    (a, b) => place(a.value) - place(b.value) || b.count - a.count || (a.value < b.value ? -1 : 1),
  );
}
