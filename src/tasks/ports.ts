/** What use cases get as arguments: nothing in tasks reaches for a clock or a file system by itself. */
import type { MuDetail, ReportProgress } from '../domain/index.ts';

/** Milliseconds since 1970. */
export type Clock = () => number;

/** What long work gets along: where to report, and the signal that stops it. */
export interface Job {
  readonly signal: AbortSignal;
  readonly report: ReportProgress;
}

/** What the browser says about storage; each is null or false where it does not say. */
export interface StorageFacts {
  readonly persisted: boolean;
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
}
export type AskStorage = () => Promise<StorageFacts>;

/** Files, texts and commands of one revision as stored; null where nothing is kept of it. */
export type ReadMuDetail = (updateId: string, revision: number) => Promise<MuDetail | null>;
