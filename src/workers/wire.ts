/** What crosses between page and worker: plain data only; failures cross as data too. */
import type { Progress, Rejection, Update } from '../domain/index.ts';
import type { Engine, Snapshot } from '../tasks/engine.ts';
import type { StatesDelta } from './states-parts.ts';

/** One tab writes, the others look on (ux, two-tab rule). */
export type Role = 'writer' | 'reader';

/** Big parts of a snapshot: sent again only when they changed. */
export const snapshotParts = ['catalogs', 'updates', 'machines', 'states', 'missingFacts'] as const;
export type SnapshotPart = (typeof snapshotParts)[number];
export type PartNumbers = Readonly<Partial<Record<SnapshotPart, number>>>;

/** What the page has: parts, and of the states also their pieces. */
export interface KnownParts {
  readonly numbers: PartNumbers;
  readonly states: readonly number[];
}

/** Updates on their way: so many there are, and the first of them; the page asks for the others slice by slice. */
export interface UpdatesHead {
  readonly count: number;
  readonly first: readonly Update[];
}

/** Parts as they are sent; of the states only the blocks that changed, of the updates the first slice. */
export type SentParts = Partial<Pick<Snapshot, Exclude<SnapshotPart, 'states' | 'updates'>>> & {
  readonly states?: StatesDelta | null;
  readonly updates?: UpdatesHead;
};

/** A snapshot without the parts that the page already has. */
export interface SnapshotDelta {
  readonly rest: Omit<Snapshot, SnapshotPart>;
  readonly numbers: PartNumbers;
  readonly parts: SentParts;
}

export type EngineMethod = Exclude<keyof Engine, 'snapshot'>;

/** Comlink drops class, code and cause of what is thrown, so nothing is thrown across. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      /** The expected failure behind it, or null for a fault of the program. */
      readonly rejection: Rejection | null;
      readonly message: string;
    };

export interface OpenOptions {
  /** The page remembers that this browser had data (STO06). */
  readonly hadData: boolean;
  readonly role: Role;
  /** Lock that the worker holds as long as it lives; empty where there are no locks. */
  readonly lifeLock: string;
}

/** Callbacks of the page, as comlink proxies. */
export interface PageCallbacks {
  /** Another tab changed what is stored. */
  changed(): void;
  /** Another program version asked for the storage, or holds it (STO10). */
  storageHeld(): void;
}

/** What the worker exposes. */
export interface WireApi {
  open(options: OpenOptions, page: PageCallbacks): Promise<Reply<null>>;
  snapshot(known: KnownParts): Promise<Reply<SnapshotDelta>>;
  /**
   * Updates of a numbered list from a place on, one slice; null where the list is another one by now. One message of
   * all would keep the page from answering while it is read.
   */
  updates(number: number, from: number): Promise<Reply<readonly Update[] | null>>;
  /** `report` is a comlink proxy, or null for short calls. */
  call(
    id: number,
    method: EngineMethod,
    args: readonly unknown[],
    report: ((progress: Progress) => void) | null,
  ): Promise<Reply<unknown>>;
  /** Raises the signal of a running call; it then yields `cancelled`. */
  abort(id: number): Promise<void>;
  setRole(role: Role): Promise<Reply<null>>;
}

interface MethodTraits {
  /** Changes what is stored: refused in a tab that only looks on. */
  readonly writes: boolean;
  /** Yields a `Result`, so that failures of the wire become rejections too. */
  readonly result: boolean;
  /** Position of the progress callback among the arguments, or null. */
  readonly report: number | null;
}

/** Traits of every method; a method of the contract that is left out is a type error. */
export const methodTraits: Readonly<Record<EngineMethod, MethodTraits>> = {
  identify: { writes: false, result: false, report: null },
  scopeChoices: { writes: false, result: true, report: 2 },
  importFiles: { writes: true, result: true, report: 2 },
  answerWaiting: { writes: true, result: true, report: 2 },
  dropWaiting: { writes: true, result: true, report: null },
  scan: { writes: true, result: true, report: 0 },
  rows: { writes: false, result: false, report: null },
  explain: { writes: false, result: false, report: null },
  updateDetail: { writes: false, result: false, report: null },
  recordedFacts: { writes: false, result: false, report: null },
  machineInventory: { writes: false, result: false, report: null },
  compareEditions: { writes: false, result: false, report: null },
  setUbr: { writes: true, result: true, report: null },
  removeMachine: { writes: true, result: true, report: null },
  linkMachines: { writes: true, result: true, report: null },
  decide: { writes: true, result: true, report: null },
  declareProducts: { writes: true, result: true, report: null },
  previewDeclaration: { writes: false, result: true, report: null },
  revokeDeclaration: { writes: true, result: true, report: null },
  exportDeclarations: { writes: false, result: true, report: null },
  undo: { writes: true, result: true, report: null },
  redo: { writes: true, result: true, report: null },
  planBundle: { writes: false, result: false, report: null },
  checkUpdateFiles: { writes: false, result: true, report: 2 },
  writeBundleZip: { writes: true, result: true, report: 1 },
  writeBundleFolder: { writes: true, result: true, report: 2 },
  journal: { writes: false, result: false, report: null },
  // Exports only add that they happened; a tab that looks on may still save a copy.
  exportScan: { writes: false, result: true, report: null },
  exportProof: { writes: false, result: true, report: null },
  exportWorkspace: { writes: false, result: true, report: 0 },
  inspectWorkspace: { writes: false, result: true, report: 1 },
  restoreWorkspace: { writes: true, result: true, report: 1 },
  importRoots: { writes: true, result: true, report: null },
  removeRoot: { writes: true, result: true, report: null },
  saveSettings: { writes: true, result: true, report: null },
  loadPractice: { writes: true, result: true, report: 0 },
  leavePractice: { writes: true, result: true, report: null },
  clearAll: { writes: true, result: true, report: null },
};
