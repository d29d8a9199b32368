import type { MuDetail, MuRevision } from '../../domain/index.ts';
import { StoreError } from '../store-error.ts';
import { CatalogWriter, detailPart, indexPart, revisionLetter } from './catalog-writer.ts';
import { recordsOf } from './detail-index.ts';
import { unpack } from './packed.ts';
import { partKey } from './part-table.ts';
import type { PartTable } from './part-table.ts';
import { RevisionReader } from './revision-records.ts';
import type { RevisionRecord } from './revision-records.ts';

/** A record as it leaves the store for a workspace file. */
export type CatalogRecord = RevisionRecord | { readonly kind: 'details'; readonly rows: readonly MuDetail[] };

/** The large catalogs of a store: written beside it, read on demand. */
export class CatalogParts {
  /** The index that was asked last. */
  #index: { readonly generation: string; readonly bytes: Uint8Array } | null = null;

  constructor(private readonly table: PartTable) {}

  begin(): CatalogWriter {
    return new CatalogWriter(this.table);
  }

  /** @throws StoreError `storage-damaged` naming the record that is missing or not readable */
  async revisions(generation: string): Promise<readonly MuRevision[]> {
    const reader = new RevisionReader();
    const all: MuRevision[] = [];
    for (const key of await this.#keys(generation, revisionLetter)) {
      const record = (await this.#read(key)) as RevisionRecord;
      for (const revision of damagedIf(key, () => reader.add(record))) all.push(revision);
    }
    return all;
  }

  /** @throws StoreError `storage-damaged` as `revisions` does */
  async detail(generation: string, updateId: string, revision: number): Promise<MuDetail | null> {
    const index = await this.#indexOf(generation);
    for (const record of recordsOf(index, { updateId, revision })) {
      const key = partKey(generation, detailPart(record));
      const details = (await this.#read(key)) as readonly MuDetail[];
      const found = details.find((detail) => detail.updateId === updateId && detail.revision === revision);
      if (found) return found;
    }
    return null;
  }

  /** Everything of an edition, record by record, in the order in which it has to be read again. */
  async *records(generation: string): AsyncGenerator<CatalogRecord> {
    for (const key of await this.#keys(generation, revisionLetter)) {
      yield (await this.#read(key)) as RevisionRecord;
    }
    for (const key of await this.#keys(generation, detailPart(0).charAt(0))) {
      yield { kind: 'details', rows: (await this.#read(key)) as readonly MuDetail[] };
    }
  }

  async #keys(generation: string, letter: string): Promise<readonly string[]> {
    const keys = await this.table.keys(generation);
    return keys.filter((key) => key.startsWith(partKey(generation, letter)));
  }

  async #indexOf(generation: string): Promise<Uint8Array> {
    if (this.#index?.generation === generation) return this.#index.bytes;
    const key = partKey(generation, indexPart);
    const bytes = await this.table.get(key);
    if (bytes === null) throw new StoreError('storage-damaged', { record: key });
    this.#index = { generation, bytes };
    return bytes;
  }

  async #read(key: string): Promise<unknown> {
    const bytes = await this.table.get(key);
    if (bytes === null) throw new StoreError('storage-damaged', { record: key });
    try {
      return await unpack(bytes);
    } catch (cause) {
      throw new StoreError('storage-damaged', { record: key }, cause);
    }
  }
}

function damagedIf<T>(key: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new StoreError('storage-damaged', { record: key }, cause);
  }
}
