import { usualColumns } from './column-fit.ts';
import {
  compileQuery,
  facetCounts,
  inFacetOrder,
  parseQuery,
  toggleTerm,
  writeQuery,
  type Facet,
  type Term,
  type ValueCount,
} from './query.ts';
import type { Route } from './route.svelte.ts';
import { Breath, Stale, countInSlices, filterInSlices, sortInSlices } from './slices.ts';
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

/** Rows that are sorted, filtered and counted within one short task. */
const long = 1000;

/** A long list as it is shown. */
interface Prepared<Row> {
  readonly rows: readonly Row[];
  /** By facet. */
  readonly counts: ReadonlyMap<string, readonly ValueCount[]>;
}

interface SortedList<Row> {
  readonly of: readonly Row[];
  readonly keys: string;
  readonly sorted: readonly Row[];
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
  /** Too many rows for one task: sorted, filtered and counted in slices. */
  readonly #isLong = $derived.by(() => this.#input().rows.length > long);
  #ready = $state.raw<Prepared<Row> | null>(null);
  #sortedBefore: SortedList<Row> | null = null;
  readonly filtered: readonly Row[] = $derived.by(() =>
    this.#isLong ? (this.#ready?.rows ?? []) : this.#filter(this.all),
  );
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

  /** The first rows of a long list are still on their way. */
  get pending(): boolean {
    return this.#isLong && this.#ready === null;
  }

  /** Keeps a long list up to date, in slices; run inside an effect, which ends what it began. */
  work(): (() => void) | undefined {
    if (!this.#isLong) return undefined;
    const { sort, all } = this;
    const input = this.#input();
    let isWanted = true;
    void this.#prepare(input, sort, all, new Breath(() => isWanted)).catch((cause: unknown) => {
      if (!(cause instanceof Stale)) throw cause;
    });
    return () => (isWanted = false);
  }

  /** Values of a facet with their numbers over the rows that match everything but its own terms. */
  countsOf(facet: Facet<Row>): readonly ValueCount[] {
    if (this.#isLong) return this.#ready?.counts.get(facet.id) ?? [];
    return facetCounts(facet, this.rowsWithout(facet));
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

  async #prepare(
    input: ListInput<Row, Col>,
    sort: readonly SortKey[],
    terms: readonly Term[],
    breath: Breath,
  ): Promise<void> {
    await breath.pause();
    const { facets, textOf } = input;
    const sorted = await this.#sortedOf(input, sort, breath);
    const matching = (wanted: readonly Term[]) =>
      wanted.length === 0
        ? Promise.resolve(sorted)
        : filterInSlices(sorted, compileQuery(wanted, facets, textOf), breath);
    const rows = await matching(terms);
    this.#ready = { rows, counts: this.#ready?.counts ?? new Map() };
    const counts = new Map<string, readonly ValueCount[]>();
    for (const facet of facets) {
      if (facet.match === 'prefix') continue;
      const rest = terms.filter((t) => t.facet !== facet.id || t.negated);
      const own = rest.length === terms.length ? rows : await matching(rest);
      counts.set(facet.id, inFacetOrder(facet, await countInSlices(facet, own, breath)));
    }
    // Drawing the table and drawing the numbers are two tasks.
    await breath.pause();
    this.#ready = { rows, counts };
  }

  /** Typing only filters: the order stays as long as rows and keys do. */
  async #sortedOf(
    { rows, columns }: ListInput<Row, Col>,
    sort: readonly SortKey[],
    breath: Breath,
  ): Promise<readonly Row[]> {
    const before = this.#sortedBefore;
    const keys = writeSort(sort);
    if (before?.of === rows && before.keys === keys) return before.sorted;
    const valueOf = (row: Row, id: string) => columns.find((c) => c.id === id)?.value(row) ?? null;
    const sorted = await sortInSlices(rows, sort, valueOf, breath);
    this.#sortedBefore = { of: rows, keys, sorted };
    return sorted;
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
