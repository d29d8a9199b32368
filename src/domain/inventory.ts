/** What one inventory file says about one machine, before machines are merged. */
import type { HotfixEntry, ListCompleteness, OsFacts } from './machine.ts';

export const readingWarningCodes = [
  'list-cut',
  'declared-count-differs',
  'clock-implausible',
  'file-contradicts-list',
  'name-not-legal',
  'encoding-guessed',
  'two-builds-one-name',
  'section-missing',
] as const;
export type ReadingWarningCode = (typeof readingWarningCodes)[number];

export interface ReadingWarning {
  readonly code: ReadingWarningCode;
  readonly file: string;
  readonly details: Readonly<Record<string, string | number>>;
}

export interface InventoryReading {
  /** Format id: `systeminfo`, `qfe-table`, `wmic-list`, `clixml`. */
  readonly format: string;
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Host name as the file gives it if it is a legal one, else null. */
  readonly machineName: string | null;
  /** File name without extension and without a trailing `_systeminfo`, `_qfe`, `_hotfix` …: joins nameless files. */
  readonly stem: string;
  /** Null when the file says nothing about the operating system (hotfix lists). */
  readonly os: OsFacts | null;
  /** Null when the file says nothing about hotfixes. */
  readonly hotfixes: {
    readonly completeness: Exclude<ListCompleteness, 'missing'>;
    readonly entries: readonly HotfixEntry[];
  } | null;
  readonly collectedAt: string | null;
  readonly warnings: readonly ReadingWarning[];
}
