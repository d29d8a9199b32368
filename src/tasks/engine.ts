/**
 * The whole product as one typed contract: what the page asks of the worker. Implementations live in
 * tasks (one use case a file) and are put together in workers/engine.worker.ts; the command line
 * composes the same use cases in Node. Everything that crosses is plain data (structured clone);
 * failures cross as data too.
 */
import type { Authorization, Verdict } from '../domain/authorization.ts';
import type {
  CatalogSource,
  CatalogWarning,
  DocumentCounts,
  InstallBehaviour,
  Update,
} from '../domain/catalog.ts';
import type { Rejection, Result } from '../domain/errors.ts';
import type { RecordedFact } from '../domain/fact-subject.ts';
import type { JournalEntry } from '../domain/journal.ts';
import type { WaitingReport } from '../domain/machine-identity.ts';
import type { Machine } from '../domain/machine.ts';
import type { StateMark } from '../domain/patch-state.ts';
import type { ReportProgress } from '../domain/progress.ts';
import type { ProofTexts } from '../domain/proof.ts';
import type { ScopeChoices } from '../domain/scope-choices.ts';
import type { Settings } from '../domain/settings.ts';
import type { CatalogSignature, TrustedRoot } from '../domain/signature.ts';
import type { UpdateDetail } from '../domain/update-detail.ts';
import type { StatePlanes } from '../domain/state-planes.ts';
import type { Explanation, ScanSummary, StateRow } from '../domain/scan-result.ts';
import type { DeclarableProduct, DeclarationCalls, DeclarationRow } from './declaration-rows.ts';
import type { MachineInventory } from './machine-inventory.ts';
import type {
  EditionDifference,
  Identified,
  ImportOptions,
  ImportReport,
  ScopeRequest,
  WaitingAnswer,
  WaitingRow,
} from './import-report.ts';

export type { DeclarableProduct, DeclarationPreview, DeclarationRow } from './declaration-rows.ts';
export * from './import-report.ts';
export type { Agreement, MachineInventory, MachineRecord, MachineVerdict } from './machine-inventory.ts';

/** What was chosen of an offline catalog at import, in names. */
export interface EditionScope {
  /** Null = all. A category that nothing names stands with its id. */
  readonly products: readonly string[] | null;
  readonly classifications: readonly string[] | null;
  readonly languages: readonly string[];
  /** Updates of the edition that are neither listed nor decided for it; null where that is not known any more. */
  readonly leftOut: number | null;
}

/** A stored edition as the Catalogs page lists it; the document itself is fetched on demand. */
export interface EditionRow {
  readonly key: string;
  readonly source: CatalogSource;
  readonly document: string;
  readonly title: string;
  readonly revision: string;
  readonly currentReleaseDate: string;
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly importedAt: number;
  readonly current: boolean;
  /** How many updates it describes. */
  readonly updates: number;
  /** Of monthly documents only. */
  readonly counts: DocumentCounts | null;
  /** Of third-party packages only, sorted: pages show documents of one vendor as one catalog. */
  readonly vendors: readonly string[];
  /** What reading it left, and what it showed when all were put together. */
  readonly warnings: readonly CatalogWarning[];
  /** Of cabinets only. */
  readonly signature?: CatalogSignature;
  /** Of Microsoft Update catalogs only. */
  readonly scope?: EditionScope;
}

/** An imported root as the page lists it. */
export type RootRow = Omit<TrustedRoot, 'certificate'>;

/** What became of the files of an import of roots. */
export interface RootImport {
  readonly imported: readonly RootRow[];
  /** Roots that were there already. */
  readonly present: readonly RootRow[];
  /** Subjects of certificates that are no roots, and were left out. */
  readonly others: readonly string[];
  readonly rejected: readonly Rejection[];
}

export interface CatalogOverview {
  readonly editions: readonly EditionRow[];
  /** Months between the first and the last imported one that are not there: `2019-Apr` … */
  readonly missingMonths: readonly string[];
  /** Of the catalogs in use together, where no single edition is meant. */
  readonly warnings: readonly CatalogWarning[];
}

/** Months in a row that are missing, as `2018-05`. */
export interface MonthRange {
  readonly from: string;
  readonly to: string;
  readonly months: number;
  /** Unknown states whose order cannot be told without some of them. */
  readonly states: number;
}

export type NextStep =
  /** Brought files without a machine name, older editions and unproven catalogs nobody decided on. */
  | {
      readonly kind: 'waiting';
      readonly names: number;
      readonly editions: number;
      readonly signatures: number;
    }
  | { readonly kind: 'bring-catalog' }
  | { readonly kind: 'bring-inventories' }
  | { readonly kind: 'scan'; readonly machines: number }
  /** `facts` of Windows that `states` wait for; `rules`: facts that rules of a catalog ask; `products` outside Windows. */
  | {
      readonly kind: 'missing-facts';
      readonly facts: number;
      readonly states: number;
      readonly rules: number;
      readonly products: number;
    }
  | { readonly kind: 'missing-months'; readonly months: number; readonly states: number }
  | { readonly kind: 'review'; readonly updates: number }
  | { readonly kind: 'voided'; readonly updates: number }
  | { readonly kind: 'build-bundle'; readonly updates: number }
  | { readonly kind: 'export-workspace'; readonly lastExportAt: number | null };

export interface Snapshot {
  /** Rises with every change: the page reloads what it shows when it differs. */
  readonly version: number;
  readonly settings: Settings;
  readonly catalogs: CatalogOverview;
  readonly updates: readonly Update[];
  readonly machines: readonly Machine[];
  /** Null until there is a scan of the present catalogs and machines. */
  readonly states: StatePlanes | null;
  readonly scan: ScanSummary | null;
  readonly authorizations: readonly Authorization[];
  /** Updates whose authorization is void because their content changed. */
  readonly voided: readonly string[];
  /** Updates whose stored decision is not what the journal says: changed past this program. */
  readonly alteredAuthorizations?: readonly string[];
  /** Things that were dropped but not used. */
  readonly ignored: readonly { readonly file: string; readonly format: string; readonly reason: string }[];
  /** Brought files that wait for an answer, oldest question first. */
  readonly waiting: readonly WaitingRow[];
  readonly next: readonly NextStep[];
  readonly undo: { readonly label: string; readonly count: number } | null;
  readonly redo: { readonly label: string; readonly count: number } | null;
  readonly storage: StorageState;
  readonly practice: boolean;
  /** Roots that signatures of catalogs may end at. */
  readonly trustedRoots: readonly RootRow[];
  /** What the site declared of products, newest first. */
  readonly declarations?: readonly DeclarationRow[];
  /** Products of the catalogs that can be declared. */
  readonly declarable?: readonly DeclarableProduct[];
  readonly missingFacts: readonly MissingFact[];
  /** The missing months of the catalogs, folded, those that open states wait for first. */
  readonly missingRanges: readonly MonthRange[];
  /** Machines whose OS level no imported document names: flagged, never compliant (msrc-cvrf, section 4, step 0). */
  readonly notServiced?: readonly string[];
  /** Groups of ids with the same product id and installation time: one renamed machine, or clones (INV04). */
  readonly sameInstallation?: readonly (readonly string[])[];
  /** Reports of changes that wait for a full inventory, also of machines that nothing else is known of (C09). */
  readonly waitingReports?: readonly WaitingReport[];
}

/** A fact that Unknown states wait for; those of Windows come before those of other products. */
export interface MissingFact {
  readonly kind: string;
  readonly subject: string;
  readonly machines: number;
  /** States that wait for it, also where they wait for others too. */
  readonly states: number;
  /** States that wait for nothing else. */
  readonly alone: number;
  /** Positions in `Snapshot.machines`, ascending, of the machines that lack it. */
  readonly lacking: Uint32Array;
}

export interface StorageState {
  readonly mode: 'browser' | 'memory';
  readonly persisted: boolean;
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
  readonly lastExportAt: number | null;
  /** Journal length at the last export: differs when there is unsaved work. */
  readonly changesSinceExport: number;
  /** The browser removed the data although this page had stored some (STO06). */
  readonly clearedByBrowser: boolean;
  readonly failure: string | null;
}

/** What a workspace file holds, told before it replaces anything. */
export interface WorkspaceSummary {
  /** Milliseconds since 1970 of the export. */
  readonly writtenAt: number;
  readonly site: string;
  readonly practice: boolean;
  readonly machines: number;
  /** Catalog documents in use. */
  readonly catalogs: number;
  /** Updates that are authorized, declined or deferred. */
  readonly decisions: number;
  /** Entries of the journal. */
  readonly entries: number;
}

export interface BundlePlanRequest {
  /** Machine ids; empty = all. */
  readonly machines: readonly string[];
  /** Only states of these grades; empty = all. */
  readonly grades: readonly string[];
}

/** The update installs on these machines only with the licence or edition that the mark names. */
export interface PlanRemark {
  readonly mark: Extract<StateMark, 'needs-esu-licence' | 'ltsc-edition-only'>;
  /** How many of the item's machines. */
  readonly machines: number;
}

export interface BundlePlanItem {
  readonly update: string;
  readonly kb: string;
  readonly title: string;
  readonly order: number;
  /** Names of the products that the machines of the item have; all of the update where that is not known. */
  readonly products: readonly string[];
  readonly machines: readonly string[];
  /** What some of these machines need beside the update (msrc-cvrf, section 4, step 6). */
  readonly remarks: readonly PlanRemark[];
  readonly restart: string;
  readonly url: string;
  readonly supersedes: readonly string[];
  /** Files that the catalog names, with size and hash where it gives them. */
  readonly files?: InstallBehaviour['files'];
}

export interface BundlePlan {
  readonly items: readonly BundlePlanItem[];
  /** Authorized, but nobody in the set needs it, or superseded by another one in the plan. */
  readonly leftOut: readonly {
    readonly update: string;
    /** `alternative-track`: the update of the site's own track is in the plan (msrc-cvrf, section 4, step 5). */
    readonly reason: 'not-required' | 'superseded' | 'alternative-track' | 'void' | 'gone' | 'grade';
    readonly by: string | null;
  }[];
  readonly machines: readonly string[];
}

export interface BundleRequest extends BundlePlanRequest {
  readonly name: string;
  /** Update files attached by the technician, matched by the KB number in their names. */
  readonly files: readonly File[];
  /** Explicit consent to a bundle without update files (PKG13). */
  readonly allowEmpty: boolean;
}

export interface BundleReceipt {
  readonly bundleId: string;
  readonly files: number;
  readonly bytes: number;
  readonly manifestSha256: string;
  /** KBs without an attached file: they are on the shopping list. */
  readonly missing: readonly string[];
  /** Files that matched no authorized KB and were left out. */
  readonly unmatched: readonly string[];
  /** Files of 4 GiB and more: a FAT32 stick cannot hold them, exFAT or NTFS can (PKG08). */
  readonly tooLargeForFat32: readonly string[];
  /** False where the bundle is whole, but its journal entry could not be stored. */
  readonly recorded: boolean;
  /** Name of the bag's own folder: the one inside the ZIP, or the one made in the picked folder. */
  readonly folder: string;
}

export interface ProofRequest {
  readonly machine: string;
  readonly update: string;
  readonly form: 'html' | 'json';
  /** Name the file will have, for the journal. */
  readonly file: string;
  readonly texts: ProofTexts;
}

/** All calls; the worker implements exactly these. */
export interface Engine extends DeclarationCalls {
  snapshot(): Promise<Snapshot>;
  identify(files: readonly File[]): Promise<readonly Identified[]>;
  /** What can be chosen of an offline catalog before it is imported; stores nothing. */
  scopeChoices(file: File, request: ScopeRequest, onProgress: ReportProgress): Promise<Result<ScopeChoices>>;
  importFiles(
    files: readonly File[],
    options: ImportOptions,
    onProgress: ReportProgress,
  ): Promise<Result<ImportReport>>;
  /** Imports a waiting file with what was missing. Errors: `not-waiting`, `reason-missing`. */
  answerWaiting(
    key: string,
    answer: WaitingAnswer,
    onProgress: ReportProgress,
  ): Promise<Result<ImportReport>>;
  /** Leaves a waiting file out on purpose; can be taken back. */
  dropWaiting(key: string): Promise<Result<null>>;
  scan(onProgress: ReportProgress): Promise<Result<ScanSummary>>;
  rows(query: { readonly machine?: string; readonly update?: string }): Promise<readonly StateRow[]>;
  explain(machine: string, update: string): Promise<Explanation | null>;
  /** Files, children, prerequisites and rules of a Microsoft update; null for others. */
  updateDetail(id: string): Promise<UpdateDetail | null>;
  /** Recorded facts of one machine: the snapshot's machines come without them. */
  recordedFacts(machine: string): Promise<readonly RecordedFact[]>;
  /** Records and verdicts of other tools about one machine; null for an unknown one. */
  machineInventory(machine: string): Promise<MachineInventory | null>;
  compareEditions(older: string, newer: string): Promise<EditionDifference | null>;
  setUbr(machine: string, ubr: number | null): Promise<Result<null>>;
  removeMachine(machine: string): Promise<Result<null>>;
  /** Says that both ids are one machine, which has the name of `to`: files of `from` count under it. */
  linkMachines(from: string, to: string): Promise<Result<null>>;
  decide(
    updates: readonly string[],
    verdict: Verdict | null,
    reason: string,
    until: string | null,
  ): Promise<Result<null>>;
  undo(): Promise<Result<null>>;
  redo(): Promise<Result<null>>;
  planBundle(request: BundlePlanRequest): Promise<BundlePlan>;
  /** What is wrong with update files before they are attached: one answer a file, null for a good one. */
  checkUpdateFiles(
    files: readonly File[],
    request: BundlePlanRequest,
    onProgress: ReportProgress,
  ): Promise<Result<readonly (Rejection | null)[]>>;
  /** One ZIP, stored, as a Blob. */
  writeBundleZip(
    request: BundleRequest,
    onProgress: ReportProgress,
  ): Promise<Result<{ receipt: BundleReceipt; zip: Blob }>>;
  /** Straight into a folder the person picked. */
  writeBundleFolder(
    request: BundleRequest,
    folder: FileSystemDirectoryHandle,
    onProgress: ReportProgress,
  ): Promise<Result<BundleReceipt>>;
  journal(
    from: number,
    count: number,
  ): Promise<{
    readonly entries: readonly JournalEntry[];
    readonly total: number;
    readonly chainBrokenAt: number | null;
  }>;
  exportScan(all: boolean): Promise<Result<Blob>>;
  /** One proof as a file; null where there is no state. The words are those of the page that asks. */
  exportProof(request: ProofRequest): Promise<Result<Blob | null>>;
  exportWorkspace(onProgress: ReportProgress): Promise<Result<Blob>>;
  /** Reads the file whole and changes nothing; fails as `restoreWorkspace` would. */
  inspectWorkspace(file: File, onProgress: ReportProgress): Promise<Result<WorkspaceSummary>>;
  restoreWorkspace(file: File, onProgress: ReportProgress): Promise<Result<null>>;
  /** Adds the roots of certificate files to those that signatures may end at. */
  importRoots(files: readonly File[]): Promise<Result<RootImport>>;
  removeRoot(sha256: string): Promise<Result<null>>;
  saveSettings(settings: Settings): Promise<Result<null>>;
  /** Only into an empty workspace; fails with `practice-not-empty` else. */
  loadPractice(onProgress: ReportProgress): Promise<Result<ImportReport>>;
  /** Removes the practice site and what was done with it; everything else stays. */
  leavePractice(): Promise<Result<null>>;
  clearAll(): Promise<Result<null>>;
}
