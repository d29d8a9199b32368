import { listAt, textAt } from './columns.ts';
import type { ListColumn, TextColumn } from './columns.ts';
import { guidText, hexOf } from './guid.ts';

/** Bits of `MasterColumns.flags`. */
export const rowFlag = {
  leaf: 1,
  bundle: 2,
  /** DeploymentAction `Evaluate`, or not software: categories and detectoids. */
  evaluated: 4,
  /** DeploymentAction `Bundle`: belongs to a parent update. */
  child: 8,
  /** The edition has a higher revision of the same update, which counts (wsusscn2, section 4.1). */
  outdated: 16,
} as const;

/** Kinds of `Category/@Type`, by the number that stands in the column. */
export const categoryKinds = ['companies', 'families', 'products', 'classifications'] as const;
export type CategoryKind = (typeof categoryKinds)[number];

/** Set on the first member of each clause of prerequisites. */
export const beginsClause = 0x8000_0000;

/**
 * The master list in columns: plain data that a worker can be given. Rows are in the order of the
 * document; `byRevisionId` has them in the order of their revision ids, by which shards hold them.
 */
export interface MasterColumns {
  readonly rows: number;
  /** 16 bytes each: every update id that is named. */
  readonly guids: Uint8Array<ArrayBuffer>;
  /** Number of a GUID. */
  readonly updateId: Uint32Array<ArrayBuffer>;
  readonly revision: Uint32Array<ArrayBuffer>;
  readonly revisionId: Uint32Array<ArrayBuffer>;
  readonly byRevisionId: Uint32Array<ArrayBuffer>;
  readonly flags: Uint8Array<ArrayBuffer>;
  readonly created: TextColumn;
  /** Index in `languageNames`. */
  readonly defaultLanguage: Uint32Array<ArrayBuffer>;
  /** Numbers of GUIDs, with `beginsClause`. */
  readonly prerequisites: ListColumn;
  /** Rows. */
  readonly supersededBy: ListColumn;
  /** Rows of the parents. */
  readonly bundledBy: ListColumn;
  /** Number of a GUID times 4, plus the index of its kind. */
  readonly categories: ListColumn;
  /** Numbers of files. */
  readonly payload: ListColumn;
  readonly languages: ListColumn;
  /** Number of a file and index of a language, alternating. */
  readonly eulas: ListColumn;
  readonly languageNames: readonly string[];
  /** SHA-1, 20 bytes each: every payload and licence file that is named. */
  readonly digests: Uint8Array<ArrayBuffer>;
  /** Address of each file; empty where FileLocations has none. */
  readonly urls: TextColumn;
}

/** A row of the master list, read from the columns on demand. */
export class MasterRows {
  readonly columns: MasterColumns;
  readonly #guids: string[] = [];
  #categoryIds: Set<number> | null = null;

  constructor(columns: MasterColumns) {
    this.columns = columns;
  }

  guid(number: number): string {
    return (this.#guids[number] ??= guidText(this.columns.guids, number));
  }

  updateId(row: number): string {
    return this.guid(this.columns.updateId[row] ?? 0);
  }

  revision(row: number): number {
    return this.columns.revision[row] ?? 0;
  }

  revisionId(row: number): number {
    return this.columns.revisionId[row] ?? 0;
  }

  created(row: number): string {
    return textAt(this.columns.created, row);
  }

  defaultLanguage(row: number): string {
    return this.#language(this.columns.defaultLanguage[row] ?? 0);
  }

  has(row: number, flag: number): boolean {
    return ((this.columns.flags[row] ?? 0) & flag) !== 0;
  }

  /** Prerequisites as the master list has them: clauses of alternatives. */
  clauses(row: number): readonly (readonly string[])[] {
    const clauses: string[][] = [];
    for (const value of listAt(this.columns.prerequisites, row)) {
      if (value >= beginsClause) clauses.push([]);
      clauses.at(-1)?.push(this.guid(value % beginsClause));
    }
    return clauses;
  }

  /** Update ids of the rows in one of the lists of rows, sorted, each once. */
  idsOf(list: ListColumn, row: number): readonly string[] {
    const ids = new Set<string>();
    for (const other of listAt(list, row)) ids.add(this.updateId(other));
    return [...ids].sort();
  }

  categories(row: number, kind: CategoryKind): readonly string[] {
    const wanted = categoryKinds.indexOf(kind);
    const found: string[] = [];
    for (const value of listAt(this.columns.categories, row)) {
      if (value % 4 === wanted) found.push(this.guid(Math.floor(value / 4)));
    }
    return found.sort();
  }

  languages(row: number): readonly string[] {
    return [...listAt(this.columns.languages, row)].map((index) => this.#language(index));
  }

  /** SHA-1 and language of the licence texts. */
  eulas(row: number): readonly { readonly sha1: string; readonly language: string }[] {
    const list = listAt(this.columns.eulas, row);
    return Array.from({ length: list.length / 2 }, (_, i) => ({
      sha1: this.sha1(list[i * 2] ?? 0),
      language: this.#language(list[i * 2 + 1] ?? 0),
    }));
  }

  /** SHA-1 of each payload file, in lower-case hex, each once. */
  payload(row: number): readonly string[] {
    return [...new Set([...listAt(this.columns.payload, row)].map((file) => this.sha1(file)))];
  }

  /** Whether any update of the edition stands in this category. */
  isCategory(row: number): boolean {
    if (this.#categoryIds === null) {
      this.#categoryIds = new Set();
      for (const value of this.columns.categories.values) this.#categoryIds.add(Math.floor(value / 4));
    }
    return this.#categoryIds.has(this.columns.updateId[row] ?? 0);
  }

  /** Lower-case hex. */
  sha1(file: number): string {
    return hexOf(this.columns.digests.subarray(file * 20, file * 20 + 20));
  }

  url(file: number): string {
    return textAt(this.columns.urls, file);
  }

  /** Address by SHA-1 of the payload and licence files of a row. */
  addresses(row: number): ReadonlyMap<string, string> {
    const eulas = listAt(this.columns.eulas, row).filter((_, i) => i % 2 === 0);
    const files = [...listAt(this.columns.payload, row), ...eulas];
    return new Map(files.map((file) => [this.sha1(file), this.url(file)]));
  }

  #language(index: number): string {
    return this.columns.languageNames[index] ?? '';
  }
}
