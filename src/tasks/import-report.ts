/** What an import says of each file, before and after, and what it asks. Plain data: it crosses to the page. */
import type { CatalogWarning, Severity } from '../domain/catalog.ts';
import type { Rejection } from '../domain/errors.ts';
import type { ReadingWarning } from '../domain/inventory.ts';
import type { MuScope } from '../domain/microsoft-update.ts';
import type { ScanSummary } from '../domain/scan-result.ts';

/** What a dropped file is, told by its content. */
export type FileKind =
  'catalog' | 'inventory' | 'ubr-table' | 'workspace' | 'ignored' | 'update-file' | 'archive' | 'unknown';

export interface Identified {
  readonly name: string;
  readonly bytes: number;
  readonly kind: FileKind;
  /** Format id (`msrc`, `systeminfo` …) or empty. */
  readonly format: string;
  /** What an import will make of it, as far as that can be told without reading a catalog to its end. */
  readonly fate: 'import' | 'present' | 'needs-name' | 'ignored' | 'rejected';
  /** Products, classifications and languages of it can be chosen. */
  readonly hasScope?: boolean;
  /** Why it will be ignored: a reason as in `FileOutcome`. */
  readonly reason?: string;
  /** Why it cannot be used. */
  readonly error?: Rejection;
}

/** A machine name that was not taken over, as written, and its line. */
export interface RefusedName {
  readonly name: string;
  readonly line: number;
}

export interface EditionInUse {
  readonly document: string;
  readonly currentReleaseDate: string;
}

export type FileOutcome =
  | {
      readonly file: string;
      readonly outcome: 'imported';
      readonly kind: FileKind;
      readonly format: string;
      readonly subject: string;
      readonly detail: Readonly<Record<string, string | number>>;
    }
  | {
      readonly file: string;
      readonly outcome: 'nothing-new';
      readonly kind: FileKind;
      readonly format: string;
      readonly subject: string;
    }
  | { readonly file: string; readonly outcome: 'ignored'; readonly format: string; readonly reason: string }
  | {
      readonly file: string;
      readonly outcome: 'rejected';
      readonly error: Rejection;
      /** The edition of the same document that was stored before and stays in use, if there is one. */
      readonly inUse?: EditionInUse;
    }
  /** The file has no machine name and no sibling: the page asks, `answerName` finishes it. */
  | {
      readonly file: string;
      readonly outcome: 'needs-name';
      readonly stem: string;
      /** Under which it waits for the answer. */
      readonly waiting: string;
      /** What stands in the file where the name should be, if no computer can be called so. */
      readonly refused?: RefusedName;
    }
  /** Older edition than the stored one: importing needs a recorded override. */
  | {
      readonly file: string;
      readonly outcome: 'older';
      readonly error: Rejection;
      /** Under which it waits for the decision. */
      readonly waiting: string;
    }
  /** A cabinet whose signature proves nothing, or that has none: importing needs a recorded override. */
  | {
      readonly file: string;
      readonly outcome: 'unproven';
      readonly error: Rejection;
      /** Under which it waits for the reason. */
      readonly waiting: string;
    };

/** A brought file that waits for a person, as pages list it. */
export type WaitingRow = { readonly key: string; readonly file: string; readonly at: number } & (
  | { readonly kind: 'name'; readonly stem: string; readonly refused?: RefusedName }
  /** Not `kept`: too big to keep beside the edition in use; add the file again with the decision. */
  | { readonly kind: 'older'; readonly error: Rejection; readonly kept: boolean }
  /** A cabinet that nobody vouches for yet. Not `kept`: too big; add the file again with the reason. */
  | { readonly kind: 'signature'; readonly error: Rejection; readonly kept: boolean }
);

/** The machine that a nameless file is from, or why an older edition or a file without proof shall count. */
export type WaitingAnswer = { readonly machine: string } | { readonly reason: string };

export interface EditionDifference {
  readonly document: string;
  readonly added: readonly string[];
  readonly revised: readonly string[];
  readonly gone: readonly string[];
  /** Those of the revised whose description alone changed: texts, severity, relations. */
  readonly described: readonly string[];
  /** Replaced by an update of the same edition now, not before. */
  readonly superseded: readonly string[];
  /** Withdrawn by the vendor now, not before. */
  readonly expired: readonly string[];
  readonly lowered: readonly {
    readonly update: string;
    readonly before: Severity;
    readonly after: Severity;
  }[];
  /** So few updates are left that the newer file may be cut (CAT10). */
  readonly doubt: { readonly before: number; readonly after: number } | null;
}

export interface ImportReport {
  readonly files: readonly FileOutcome[];
  readonly differences: readonly EditionDifference[];
  readonly warnings: readonly (CatalogWarning | ReadingWarning)[];
  readonly scan: ScanSummary | null;
  readonly elapsedMs: number;
}

/** How the choices of an offline catalog are read. */
export interface ScopeRequest {
  /** Why the file is used although its signature proves nothing; empty = no reason was given. */
  readonly reason: string;
  /** Unpack every part that holds the name of a category: takes as long as an import. */
  readonly allNames: boolean;
}

export interface ImportOptions {
  /** Names given by the person for nameless files: file name -> machine name. */
  readonly names?: Readonly<Record<string, string>>;
  /** File names of older editions that shall replace newer ones, with the recorded reason. */
  readonly overrides?: Readonly<Record<string, string>>;
  /** File names of catalogs whose signature proves nothing and that count all the same, with the reason. */
  readonly signatureOverrides?: Readonly<Record<string, string>>;
  /** What to take of a Microsoft Update catalog, by file name; remembered for the next one. */
  readonly scopes?: Readonly<Record<string, MuScope>>;
}
