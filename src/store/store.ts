/** The one door to storage: what is stored, and how it changes. */
import type {
  Authorization,
  CatalogDocument,
  Declaration,
  InventoryReading,
  JournalAct,
  JournalEntry,
  Settings,
  TrustedRoot,
  WaitingFile,
} from '../domain/index.ts';
import type { ScanRecords, StoredStates } from './scan-records.ts';
import type { CatalogParts } from './large/catalog-parts.ts';

export interface StoredEdition {
  /** `msrc:2026-Feb:<sha256>` */
  readonly key: string;
  readonly document: CatalogDocument;
  readonly importedAt: number;
  /** Only one edition of a document is current; the others are history. */
  readonly current: boolean;
  /**
   * Of a catalog too large for one record: where its revisions and details lie. Of an edition that is not
   * current the document comes without its revisions (`Store.catalogs` reads them).
   */
  readonly generation?: string;
}

export interface StoredReading {
  readonly reading: InventoryReading;
  readonly importedAt: number;
  /** Name given by the person, for a nameless file or a renamed machine, or null. */
  readonly givenName: string | null;
  /** Milliseconds since 1970 at which the file was last written, as its medium says: no collection date. */
  readonly fileDate?: number;
}

export interface JournalDraft {
  readonly act: JournalAct;
  readonly file?: string;
  readonly fileSha256?: string;
  readonly details?: Readonly<Record<string, string | number>>;
}

/**
 * Everything a change writes, applied in one transaction or not at all. Each field is optional;
 * `journal` is appended in order, hash-chained by the store.
 */
export interface Change {
  readonly putEditions?: readonly StoredEdition[];
  readonly deleteEditions?: readonly string[];
  readonly putReadings?: readonly StoredReading[];
  /** Keys of readings (`readingKey`). */
  readonly deleteReadings?: readonly string[];
  /** UBR typed per machine id; null removes. */
  readonly ubr?: Readonly<Record<string, number | null>>;
  readonly authorizations?: readonly Authorization[];
  readonly deleteAuthorizations?: readonly string[];
  readonly states?: StoredStates | null;
  readonly settings?: Settings;
  readonly ignored?: readonly {
    readonly file: string;
    readonly sha256: string;
    readonly format: string;
    readonly reason: string;
  }[];
  readonly putRoots?: readonly TrustedRoot[];
  /** SHA-256 thumbprints. */
  readonly deleteRoots?: readonly string[];
  readonly putWaiting?: readonly WaitingFile[];
  /** Keys of waiting files. */
  readonly deleteWaiting?: readonly string[];
  readonly putDeclarations?: readonly Declaration[];
  /** Ids of declarations. */
  readonly deleteDeclarations?: readonly string[];
  readonly practice?: boolean;
  readonly lastExportAt?: number;
  readonly journal: readonly JournalDraft[];
}

/** All that is stored, read in one consistent transaction. */
export interface WorkspaceData {
  readonly editions: readonly StoredEdition[];
  readonly readings: readonly StoredReading[];
  readonly ubr: Readonly<Record<string, number>>;
  readonly authorizations: readonly Authorization[];
  readonly states: StoredStates | null;
  readonly settings: Settings;
  readonly ignored: readonly {
    readonly file: string;
    readonly sha256: string;
    readonly format: string;
    readonly reason: string;
  }[];
  /** Roots that signatures of catalogs may end at, by thumbprint. */
  readonly trustedRoots: readonly TrustedRoot[];
  /** What the site declared of products, by id; expired ones too. */
  readonly declarations: readonly Declaration[];
  /** Files whose question nobody answered yet, by key. */
  readonly waiting: readonly WaitingFile[];
  readonly practice: boolean;
  readonly lastExportAt: number | null;
  readonly journalLength: number;
  /** Journal length at the last export. */
  readonly exportedAtLength: number;
}

/** The one door to storage. Implemented over Dexie, and in memory where storage is blocked. */
export interface Store {
  readonly mode: 'browser' | 'memory';
  /** What scans leave for the next one. */
  readonly records: ScanRecords;
  /** Revisions and details of large catalogs: written beside what is stored, read on demand. */
  readonly catalogs: CatalogParts;
  load(): Promise<WorkspaceData>;
  /** One sequential, journalled writer: calls queue; each is one transaction. */
  apply(change: Change, by: string, at: number): Promise<void>;
  journal(from: number, count: number): Promise<{ entries: readonly JournalEntry[]; total: number }>;
  /** Recomputes the hash chain; index of the first broken entry, or null. */
  verifyJournal(): Promise<number | null>;
  /**
   * Replaces everything in one transaction (restore); the given journal entries are kept as they are,
   * and `act` is appended to them.
   */
  replace(
    data: WorkspaceData,
    journal: readonly JournalEntry[],
    act?: { readonly journal: readonly JournalDraft[]; readonly by: string; readonly at: number },
  ): Promise<void>;
  clear(): Promise<void>;
  /** Lets the storage go; every later call fails. */
  close(): void;
}
