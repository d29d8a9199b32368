import { usualColumns } from './column-fit.ts';
import { compileQuery, parseQuery, toggleTerm, writeQuery, type Facet, type Term } from './query.ts';
import type { Route } from './route.svelte.ts';
import { parseSort, sortRows, writeSort, type SortKey, type SortValue } from './sorting.ts';

interface ListColumn<Row> {
  readonly id: string;
  readonly extra?: boolean;
  readonly wide?: boolean;
  readonly width?: number;
  readonly least?: number;
  value(row: Row): SortValue;
}

export interface ListInput<Row, Col extends ListColumn<Row>> {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Col[];
  readonly facets: readonly Facet<Row>[];
  readonly usualSort: string;
  /** Pixels of the table. */
  readonly room: number;
  textOf(row: Row): string;
}

/** Waits this long after the last key before the address follows. */
const settle = 300;

/** Query, sort and columns of one list; the rows pass through sorting first, so that typing only filters. */
export class ListState<Row, Col extends ListColumn<Row>> {
  readonly #route: Route;
  readonly #input: () => ListInput<Row, Col>;
  #terms = $state.raw<readonly Term[]>([]);
  #draft = $state('');
  #chosen = $state.raw<readonly string[] | null>(null);
  #written = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly sort: readonly SortKey[] = $derived.by(() =>
    parseSort(this.#route.get('sort') || this.#input().usualSort),
  );
  readonly all: readonly Term[] = $derived.by(() => [...this.#terms, ...parseQuery(this.#draft)]);
  readonly #sorted = $derived.by(() => {
    const { rows, columns } = this.#input();
    return sortRows(rows, this.sort, (row, id) => columns.find((c) => c.id === id)?.value(row) ?? null);
  });
  readonly filtered: readonly Row[] = $derived.by(() => this.#filter(this.all));
  readonly shownIds: readonly string[] = $derived.by(
    () => this.#chosen ?? usualColumns(this.#input().columns, this.#input().room).map((c) => c.id),
  );
  readonly shown: readonly Col[] = $derived.by(() =>
    this.#input().columns.filter((c) => this.shownIds.includes(c.id)),
  );

  constructor(route: Route, input: () => ListInput<Row, Col>) {
    this.#route = route;
    this.#input = input;
    this.#chosen = remembered(input().name);
  }

  get terms(): readonly Term[] {
    return this.#terms;
  }

  get draft(): string {
    return this.#draft;
  }

  /** Takes over a query that came by the address (link, back); run inside an effect. */
  follow(): void {
    const text = this.#route.get('q');
    if (text === this.#written) return;
    this.#written = text;
    this.#terms = parseQuery(text);
    this.#draft = '';
  }

  /** The list leaves the page: an address that is still to be written belongs to it no more. */
  leave(): void {
    clearTimeout(this.#timer);
  }

  setTerms(terms: readonly Term[]): void {
    this.#terms = terms;
    this.#write();
  }

  setDraft(text: string): void {
    this.#draft = text;
    this.#write();
  }

  toggle(term: Term): void {
    this.setTerms(toggleTerm(this.#terms, term));
  }

  clear(): void {
    this.#draft = '';
    this.setTerms([]);
  }

  setSort(keys: readonly SortKey[]): void {
    this.#route.set({ sort: writeSort(keys) });
  }

  setColumns(ids: readonly string[] | null): void {
    this.#chosen = ids;
    remember(this.#input().name, ids);
  }

  /** Rows that match everything but the terms of one facet. */
  rowsWithout(facet: Facet<Row>): readonly Row[] {
    const rest = this.all.filter((t) => t.facet !== facet.id || t.negated);
    return rest.length === this.all.length ? this.filtered : this.#filter(rest);
  }

  #filter(terms: readonly Term[]): readonly Row[] {
    if (terms.length === 0) return this.#sorted;
    const { facets, textOf } = this.#input();
    return this.#sorted.filter(compileQuery(terms, facets, textOf));
  }

  #write(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#written = writeQuery(this.all);
      this.#route.set({ q: this.#written });
    }, settle);
  }
}

const key = (name: string) => `patchferry.columns.${name}`;

function remembered(name: string): readonly string[] | null {
  try {
    const text = localStorage.getItem(key(name));
    return text === null ? null : text.split(',');
  } catch {
    return null; // Storage blocked by policy: the usual columns.
  }
}

function remember(name: string, ids: readonly string[] | null): void {
  try {
    if (ids === null) localStorage.removeItem(key(name));
    else localStorage.setItem(key(name), ids.join(','));
  } catch {
    // Storage blocked by policy: the choice holds until the page is left.
  }
}
