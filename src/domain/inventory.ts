/** What one inventory file says about one machine, before machines are merged. */
import type { EvidenceGrade } from './evidence-grade.ts';
import type { RecordedFact } from './fact-subject.ts';
import type { InventoryRecord, ReportKind } from './inventory-record.ts';
import type { MachineMarks } from './machine-marks.ts';
import type { HotfixEntry, ListCompleteness, OsFacts } from './machine.ts';
import type { ReportedStates } from './reported-state.ts';

export const readingWarningCodes = [
  'list-cut',
  'declared-count-differs',
  /** An entry begins like a KB number and is none (details: id, line, count); the list proves no absence. */
  'kb-not-readable',
  'clock-implausible',
  'file-contradicts-list',
  'name-not-legal',
  /** The name of the operating system is that of another build, or of none (details: name, version, line). */
  'os-name-differs',
  'encoding-guessed',
  'two-builds-one-name',
  /** Two names share product id and installation time: one machine that was renamed, or a clone. */
  'may-be-renamed',
  'section-missing',
  /** One fact with two answers (details: fact, and the other place); it counts as unavailable. */
  'facts-contradict',
  /** Stronger evidence counts against weaker (details: fact, counts, grade, second, weaker). */
  'facts-outweighed',
  /** More contradictions than are named (details: count). */
  'facts-contradict-more',
  /** Operating system facts of two files of one build (details: fact, counts or empty, second). */
  'os-facts-contradict',
  /** Kinds of facts or domains that this version does not know (details: kind, count). */
  'facts-not-known',
  /** A report of changes without the full report it follows (details: machine, because): makes no states. */
  'report-waits',
  /** The file ends early: what it does not show is unknown (details: read). */
  'file-cut',
  /** Lines in no known form (details: line of the first, count). */
  'lines-not-understood',
  /** A 32-bit process of 64-bit Windows saw the 32-bit view of the registry (details: line). */
  'view-of-32-bit-process',
] as const;
export type ReadingWarningCode = (typeof readingWarningCodes)[number];

/** Why a recognised file is not used: keys of the word catalogues. */
export const ignoredReasons = [
  /** Operating system facts as a WMI listing or object: understood, not used yet. */
  'os-listing-not-used-yet',
  /** Another class of WMI (processor, BIOS …), which says nothing about updates. */
  'other-wmi-class',
  /** Objects saved by PowerShell that are no hotfixes. */
  'other-powershell-objects',
  /** The tool ran and found nothing, and the file does not say what was asked. */
  'empty-answer',
  /** An inventory of a machine that runs another system. */
  'not-windows',
  /** Registry export, system information, agent inventory, package list: not used yet. */
  'format-not-used-yet',
  /** Result of another scanner (Windows Update, MBSA): never mixed with our own. */
  'verdict-of-another-tool',
  /** Describes another thing than a computer: a printer, a switch (IDMIF). */
  'of-another-thing',
  /** A cabinet: an update file or a catalog container, no inventory. */
  'container',
  /** Read-me and licence texts, check sums, what Windows and macOS leave in folders. */
  'accompanying-file',
  /** A workspace file is restored on its own; an update file belongs into a bundle. */
  'workspace-not-scanned',
  'update-file-not-scanned',
] as const;
export type IgnoredReason = (typeof ignoredReasons)[number];

export interface ReadingWarning {
  readonly code: ReadingWarningCode;
  readonly file: string;
  readonly details: Readonly<Record<string, string | number>>;
}

export interface InventoryReading {
  /** Format id: `systeminfo`, `qfe-table`, `wmic-list`, `clixml`, `facts`. */
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
  /** ISO text of the time the file itself gives, or null. */
  readonly collectedAt: string | null;
  /** Recorded facts and the domains the file answers completely (facts file). */
  readonly facts?: RecordedFacts;
  /** Product id and installation time as written, where the file has both: stay the same when a machine is renamed. */
  readonly installation?: string;
  /** What else tells this machine from others. */
  readonly marks?: MachineMarks;
  /** Whether the file lists everything it speaks of; left out for formats that know no partial reports. */
  readonly report?: ReportKind;
  /** Records shown as they were collected. */
  readonly records?: readonly InventoryRecord[];
  /** What another tool decided. */
  readonly reported?: ReportedStates;
  readonly warnings: readonly ReadingWarning[];
}

/** Answers of one inventory file to single questions. */
export interface RecordedFacts {
  /** How much the file's answers prove; left out: `A`. */
  readonly grade?: EvidenceGrade;
  readonly facts: readonly RecordedFact[];
  /** Domains (`domainsOf`) in which what this file does not list is absent; lower case. */
  readonly complete: readonly string[];
}
