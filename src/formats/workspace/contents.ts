import type {
  Authorization,
  CatalogDocument,
  Declaration,
  InventoryReading,
  JournalEntry,
  ScanSummary,
  Settings,
  StatePlanes,
  TrustedRoot,
  WaitingFile,
} from '../../domain/index.ts';

/** What a workspace file carries: the same as the store holds (store/store.ts, `WorkspaceData`). */
export interface WorkspaceContents {
  readonly editions: readonly {
    readonly key: string;
    readonly document: CatalogDocument;
    readonly importedAt: number;
    readonly current: boolean;
    /** Its revisions and details are in records of their own. */
    readonly generation?: string;
  }[];
  readonly readings: readonly {
    readonly reading: InventoryReading;
    readonly importedAt: number;
    readonly givenName: string | null;
    readonly fileDate?: number;
  }[];
  readonly ubr: Readonly<Record<string, number>>;
  readonly authorizations: readonly Authorization[];
  readonly states: { readonly planes: StatePlanes; readonly summary: ScanSummary } | null;
  readonly settings: Settings;
  readonly ignored: readonly {
    readonly file: string;
    readonly sha256: string;
    readonly format: string;
    readonly reason: string;
  }[];
  readonly trustedRoots: readonly TrustedRoot[];
  readonly declarations: readonly Declaration[];
  readonly waiting: readonly WaitingFile[];
  readonly practice: boolean;
}

/** A workspace file that was read whole and found sound. */
export interface WorkspaceFile {
  /** Milliseconds since 1970 when it was written. */
  readonly writtenAt: number;
  readonly contents: WorkspaceContents;
  readonly journal: readonly JournalEntry[];
  /** SHA-256 over everything before the last line, as that line states it. */
  readonly sha256: string;
}

/** `format` of the first line, without the version. */
export const formatName = 'patchferry-workspace';
/** 2: states are blocks of planes. 3: trusted roots, and what was found about signatures. 4: declarations. */
export const formatVersion = 4;
/** Versions that are read. */
export const readVersions: readonly number[] = [1, 2, 3, formatVersion];

/** Larger files are refused before they are read. */
export const maxFileBytes = 2 * 1024 ** 3;
/** No record of ours comes near: a monthly document is about 2 MB. */
export const maxLineBytes = 64 * 1024 ** 2;

/** What can be wrong with a file that is one of ours; `problem` in the details of `workspace-damaged`. */
export type WorkspaceProblem =
  | 'no-end'
  | 'text-after-end'
  | 'sum-differs'
  | 'count-differs'
  | 'record-not-understood'
  | 'record-twice'
  | 'states-incomplete'
  | 'line-too-long';
