/** Progress of long work, in real units (files, bytes, machines). */
export type ProgressPhase =
  | 'hash'
  | 'read'
  /** Names of categories in the parts of a catalog. */
  | 'names'
  | 'parse'
  | 'index'
  | 'store'
  | 'compile'
  | 'scan'
  | 'write'
  | 'verify'
  | 'restore'
  | 'generate';

export interface Progress {
  readonly phase: ProgressPhase;
  readonly done: number;
  readonly total: number;
  readonly unit: 'files' | 'bytes' | 'machines' | 'updates';
  /** File or item now worked on. */
  readonly item: string;
}

export type ReportProgress = (progress: Progress) => void;
