import { Dexie } from 'dexie';
import type { EntityTable, Table } from 'dexie';
import type { Authorization, Declaration, JournalEntry, TrustedRoot } from '../domain/index.ts';
import type { PartRow } from './large/part-table.ts';
import { withoutSignatureWord } from './upgrade-signatures.ts';

/** Version of the tables; a database with a higher one belongs to a newer program (STO09). */
export const databaseVersion = 6;

/** Index row of an edition; the document is in `bulk` under `document:<key>`. */
export interface EditionRow {
  readonly key: string;
  readonly importedAt: number;
  readonly current: boolean;
  /** Names the parts of a large edition in `catalogParts`. */
  readonly generation?: string;
}

/** Index row of up to 500 readings; they are in `bulk` under `readings:<id>`. */
export interface ReadingChunkRow {
  readonly id: string;
  /** Keys of the readings (`readingKey`), in the order of the chunk. */
  readonly files: readonly string[];
}

/** Bulk data: UTF-8 JSON. One record each: rows are ten times slower. */
export interface BulkRow {
  readonly key: string;
  readonly bytes: Uint8Array;
}

/** States of up to 128 machines; never changed under its key. */
export interface StateBlockRow {
  readonly key: string;
  readonly machines: readonly string[];
  readonly planes: Uint32Array;
}

/** Quantised facts a block of states was decided from; never changed under its key. */
export interface FactBlockRow {
  readonly key: string;
  readonly planes: Uint8Array<ArrayBuffer>;
}

/** A compiled catalog; the key is the catalog's. */
export interface ProgramRow {
  readonly key: string;
  readonly bytes: ArrayBuffer;
}

export interface IgnoredRow {
  readonly file: string;
  readonly sha256: string;
  readonly format: string;
  readonly reason: string;
}

/** Single values: `settings`, `practice`, `lastExportAt`, `exportedAtLength`, `states`, `journalHead`, `writer`. */
export interface MetaRow {
  readonly key: string;
  readonly value: unknown;
}

/** Where IndexedDB comes from; tests bring their own. */
export interface IndexedDbPort {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
}

/** The tables. Few indexes: each costs about 10 microseconds a row (stack, section 5). */
export class Database extends Dexie {
  readonly meta!: EntityTable<MetaRow, 'key'>;
  readonly editions!: EntityTable<EditionRow, 'key'>;
  readonly readingChunks!: EntityTable<ReadingChunkRow, 'id'>;
  readonly bulk!: EntityTable<BulkRow, 'key'>;
  readonly stateBlocks!: EntityTable<StateBlockRow, 'key'>;
  readonly factBlocks!: EntityTable<FactBlockRow, 'key'>;
  readonly programs!: EntityTable<ProgramRow, 'key'>;
  readonly catalogParts!: EntityTable<PartRow, 'key'>;
  readonly ubr!: EntityTable<{ machine: string; ubr: number }, 'machine'>;
  readonly authorizations!: EntityTable<Authorization, 'update'>;
  readonly ignored!: EntityTable<IgnoredRow, 'sha256'>;
  readonly roots!: EntityTable<TrustedRoot, 'sha256'>;
  readonly declarations!: EntityTable<Declaration, 'id'>;
  readonly entries!: Table<JournalEntry, number>;

  constructor(name: string, port: IndexedDbPort) {
    // Strict: every transaction carries journal entries, approvals or import marks (security, 3.6).
    super(name, { ...port, chromeTransactionDurability: 'strict', cache: 'disabled' });
    this.version(1).stores({
      meta: '&key',
      editions: '&key',
      readingChunks: '&id',
      bulk: '&key',
      ubr: '&machine',
      authorizations: '&update',
      ignored: '&sha256',
      entries: '&index',
    });
    this.version(3).stores({ catalogParts: '&key' });
    // States were one byte a pair in one record: they are decided again.
    this.version(4)
      .stores({ stateBlocks: '&key', factBlocks: '&key', programs: '&key' })
      .upgrade(async (transaction) => {
        await transaction.table('meta').delete('states');
        await transaction.table('bulk').delete('states');
      });
    this.version(5)
      .stores({ roots: '&sha256' })
      .upgrade((transaction) => withoutSignatureWord(transaction.table('bulk')));
    this.version(6).stores({ declarations: '&id' });
  }
}
