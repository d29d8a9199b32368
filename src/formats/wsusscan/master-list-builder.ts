import type { CatalogWarning } from '../../domain/index.ts';
import { formatError } from '../format-error.ts';
import { GrowingBytes, GrowingLists, GrowingNumbers, GrowingTexts } from './columns.ts';
import type { ListColumn } from './columns.ts';
import { base64Bytes } from './digest.ts';
import { GuidPool, guidText } from './guid.ts';
import { maxFiles, maxIds, maxReferences, maxUpdates } from './limits.ts';
import { rowFlag } from './master-list.ts';
import type { MasterColumns } from './master-list.ts';
import { RemarkCounter } from './remarks.ts';

/** One update element as it stands, texts not looked at yet. */
export interface MasterRow {
  readonly updateId: string;
  readonly revision: number;
  readonly revisionId: number;
  readonly created: string;
  readonly defaultLanguage: string;
  readonly flags: number;
}

/** Collects the rows of one master list; the lists of a row are added behind its `row`. */
export class MasterListBuilder {
  readonly #file: string;
  readonly #guids = new GuidPool();
  readonly #updateId = new GrowingNumbers();
  readonly #revision = new GrowingNumbers();
  readonly #revisionId = new GrowingNumbers();
  readonly #flags = new GrowingNumbers();
  readonly #created = new GrowingTexts();
  readonly #defaultLanguage = new GrowingNumbers();
  readonly #languageNumbers = new Map<string, number>();
  readonly #fileNumbers = new Map<string, number>();
  readonly #digests = new GrowingBytes();
  readonly #urls = new Map<number, string>();
  readonly remarks = new RemarkCounter();
  readonly prerequisites = new GrowingLists();
  /** Revision ids until the end is known. */
  readonly supersededBy = new GrowingLists();
  readonly bundledBy = new GrowingLists();
  readonly categories = new GrowingLists();
  readonly payload = new GrowingLists();
  readonly languages = new GrowingLists();
  readonly eulas = new GrowingLists();

  constructor(file: string) {
    this.#file = file;
  }

  get rows(): number {
    return this.#updateId.length;
  }

  /** Begins a row. */
  row(row: MasterRow): void {
    if (this.rows >= maxUpdates) throw this.#over('updates', maxUpdates);
    const guid = this.guid(row.updateId);
    if (guid === null) throw new Error(`no update id: ${row.updateId}`);
    this.#updateId.push(guid);
    this.#revision.push(row.revision);
    this.#revisionId.push(row.revisionId);
    this.#flags.push(row.flags);
    this.#created.push(row.created);
    this.#defaultLanguage.push(this.language(row.defaultLanguage));
  }

  endRow(): void {
    for (const list of this.#lists()) {
      list.endRow();
      if (list.length > maxReferences) throw this.#over('references', maxReferences);
    }
  }

  /** Number of an update id; null where the text is no GUID. */
  guid(text: string): number | null {
    const number = this.#guids.number(text);
    if (this.#guids.size > maxIds) throw this.#over('update-ids', maxIds);
    return number;
  }

  /** Folder names of languages are lower case (wsusscn2, section 2). */
  language(name: string): number {
    const key = name.trim().toLowerCase().slice(0, 40);
    const known = this.#languageNumbers.get(key);
    if (known !== undefined) return known;
    if (this.#languageNumbers.size >= 10_000) throw this.#over('languages', 10_000);
    this.#languageNumbers.set(key, this.#languageNumbers.size);
    return this.#languageNumbers.size - 1;
  }

  /** Number of a file by its base64 SHA-1; null where the text is none. */
  file(id: string): number | null {
    const known = this.#fileNumbers.get(id);
    if (known !== undefined) return known;
    const bytes = base64Bytes(id, 20);
    if (bytes === null) return null;
    if (this.#fileNumbers.size >= maxFiles) throw this.#over('files', maxFiles);
    const number = this.#fileNumbers.size;
    this.#fileNumbers.set(id, number);
    this.#digests.push(bytes);
    return number;
  }

  /** The first address of a file counts. */
  address(file: number, url: string): void {
    if (!this.#urls.has(file)) this.#urls.set(file, url);
  }

  finish(): { readonly columns: MasterColumns; readonly warnings: readonly CatalogWarning[] } {
    const rows = this.rows;
    const updateId = this.#updateId.finish();
    const revision = this.#revision.finish();
    const revisionId = this.#revisionId.finish();
    const byRevisionId = new Uint32Array(rows).map((_, row) => row);
    byRevisionId.sort((a, b) => (revisionId[a] ?? 0) - (revisionId[b] ?? 0) || a - b);
    const guids = this.#guids.finish();
    const flags = Uint8Array.from(this.#flags.finish());
    this.#markOutdated(updateId, revision, flags, guids);
    const rowOf = this.#rowsByRevisionId(byRevisionId, revisionId);
    const urls = new GrowingTexts();
    for (let file = 0; file < this.#fileNumbers.size; file += 1) urls.push(this.#urls.get(file) ?? '');
    const columns: MasterColumns = {
      rows,
      guids,
      updateId,
      revision,
      revisionId,
      byRevisionId,
      flags,
      created: this.#created.finish(),
      defaultLanguage: this.#defaultLanguage.finish(),
      prerequisites: this.prerequisites.finish(),
      supersededBy: resolved(this.supersededBy.finish(), rowOf),
      bundledBy: resolved(this.bundledBy.finish(), rowOf),
      categories: this.categories.finish(),
      payload: this.payload.finish(),
      languages: this.languages.finish(),
      eulas: this.eulas.finish(),
      languageNames: [...this.#languageNumbers.keys()],
      digests: this.#digests.finish(),
      urls: urls.finish(),
    };
    return { columns, warnings: this.remarks.warnings() };
  }

  /** Of several revisions of one update the highest counts (wsusscn2, section 4.1); of two equal ones the first. */
  #markOutdated(updateId: Uint32Array, revision: Uint32Array, flags: Uint8Array, guids: Uint8Array): void {
    const highest = new Map<number, number>();
    for (let row = 0; row < updateId.length; row += 1) {
      const id = updateId[row] ?? 0;
      const known = highest.get(id);
      if (known === undefined) {
        highest.set(id, row);
        continue;
      }
      const isHigher = (revision[row] ?? 0) > (revision[known] ?? 0);
      const [kept, other] = isHigher ? [row, known] : [known, row];
      highest.set(id, kept);
      flags[other] = (flags[other] ?? 0) | rowFlag.outdated;
      this.remarks.duplicate(guidText(guids, id), revision[other] ?? 0, revision[kept] ?? 0);
    }
  }

  #rowsByRevisionId(byRevisionId: Uint32Array, revisionId: Uint32Array): ReadonlyMap<number, number> {
    const rowOf = new Map<number, number>();
    for (const row of byRevisionId) {
      const id = revisionId[row] ?? 0;
      if (rowOf.has(id)) this.remarks.sameRevisionId(id);
      else rowOf.set(id, row);
    }
    return rowOf;
  }

  #lists(): readonly GrowingLists[] {
    return [
      this.prerequisites,
      this.supersededBy,
      this.bundledBy,
      this.categories,
      this.payload,
      this.languages,
      this.eulas,
    ];
  }

  #over(limit: string, maximum: number) {
    return formatError('limit-exceeded', this.#file, `package.xml, update ${this.rows}`, { limit, maximum });
  }
}

/** Revision ids as rows; ids that this edition lacks are left out. */
function resolved(column: ListColumn, rowOf: ReadonlyMap<number, number>): ListColumn {
  const lists = new GrowingLists();
  for (let row = 0; row + 1 < column.starts.length; row += 1) {
    const end = column.starts[row + 1] ?? 0;
    for (let at = column.starts[row] ?? 0; at < end; at += 1) {
      const other = rowOf.get(column.values[at] ?? 0);
      if (other !== undefined) lists.add(other);
    }
    lists.endRow();
  }
  return lists.finish();
}
