import type { HotfixEntry, OsFacts } from './machine.ts';
import type { ReportedState } from './reported-state.ts';

/**
 * Records of an inventory that are shown as they were collected (Resource Explorer; sms-records,
 * sections 1 and 8): instances of a class, rows of a category, components of a management file.
 */
export interface InventoryRecord {
  /** Class or category as the source names it: `Win32_PatchState`, `Loaded Modules`. */
  readonly group: string;
  /** Values by name, in the order and spelling of the source, trimmed. */
  readonly values: Readonly<Record<string, string>>;
  /** In a report of changes: what became of the instance. */
  readonly content?: 'new' | 'update' | 'delete';
  /** 1-based line in the decoded file, or null. */
  readonly line: number | null;
  /** What the record says to the scan or beside it, where its class is one that this version reads. */
  readonly meaning?: RecordMeaning;
}

/** One member each: facts of the operating system, a hotfix, or the verdict of another tool. */
export interface RecordMeaning {
  readonly os?: OsFacts;
  readonly hotfix?: HotfixEntry;
  readonly reported?: ReportedState;
}

/**
 * Whether a report lists everything of the classes it names. A report of changes makes no states before
 * the full report it follows is here (sms-records, section 8, delta logic).
 */
export interface ReportKind {
  readonly kind: 'full' | 'delta' | 'resync';
  /** Rises with each full report; null where the source gives none. */
  readonly major: number | null;
  /** Rises by one with each report of changes since. */
  readonly minor: number | null;
}
