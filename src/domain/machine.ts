/** Machines as the scan sees them: merged from inventory files, every fact with its evidence. */
import type { DeclaredFacts } from './declared-answers.ts';
import type { FactTable } from './fact-table.ts';
import { notCollected } from './fact.ts';
import type { Fact } from './fact.ts';

export type Architecture = 'x86' | 'x64' | 'arm64' | 'arm' | 'ia64';
/** Client or server; domain controllers are servers (inventory-sources, section 3: hint from the OS name). */
export type OsRole = 'client' | 'server';
export type InstallationType = 'full' | 'core';

/** How much of the hotfix list is there: only a complete list proves that a KB is absent. */
export type ListCompleteness = 'complete' | 'cut' | 'missing';

export interface HotfixEntry {
  /** As written: `KB4487044`, `Q147222`, `File 1`, a GUID … */
  readonly id: string;
  /** KB number, or null where the entry carries none. */
  readonly kb: number | null;
  /** ISO date (`2019-02-13`) where the source gives one that can be read without guessing. */
  readonly installedOn: string | null;
  /** Base name of the file and 1-based line. */
  readonly file: string;
  readonly line: number | null;
}

export interface HotfixList {
  readonly completeness: ListCompleteness;
  /** Sorted by kb then id; no two entries with the same kb (the first file's evidence is kept). */
  readonly entries: readonly HotfixEntry[];
  /** Base name of the file that holds all of the list: what proves that a KB is absent. */
  readonly whole?: string;
}

export interface OsFacts {
  /** `10.0.17763`: major.minor.build, never the revision. */
  readonly version: Fact<string>;
  readonly name: Fact<string>;
  /** 0 when the file says there is none. */
  readonly servicePack: Fact<number>;
  readonly architecture: Fact<Architecture>;
  readonly role: Fact<OsRole>;
  readonly installation: Fact<InstallationType>;
  /** Update build revision: the fourth number of 10.0.17763.5122. `systeminfo` does not show it. */
  readonly ubr: Fact<number>;
  readonly edition: Fact<string>;
}

/** Operating system facts of which nothing was read: readers fill in what their format has. */
export const unknownOs: OsFacts = {
  version: notCollected,
  name: notCollected,
  servicePack: notCollected,
  architecture: notCollected,
  role: notCollected,
  installation: notCollected,
  ubr: notCollected,
  edition: notCollected,
};

export interface MachineFile {
  readonly name: string;
  readonly sha256: string;
  /** Format id that read it: `systeminfo`, `qfe-table`, `wmic-list`, `clixml`. */
  readonly format: string;
  /** Milliseconds since 1970 when it was imported. */
  readonly importedAt: number;
  /** ISO text of the time the file itself gives, or null. */
  readonly collectedAt: string | null;
  /** Milliseconds since 1970 at which the file was last written, as its medium says: no collection date. */
  readonly fileDate?: number;
}

export const incompleteReasons = [
  'os-facts-missing',
  'hotfix-list-missing',
  'hotfix-list-cut',
  'ubr-missing',
  'build-not-known',
  /** A report of changes waits for a full one: what is known is older than what was collected. */
  'report-waits',
] as const;
export type IncompleteReason = (typeof incompleteReasons)[number];

export interface Machine {
  /** Lower-case host name, or the lower-case file stem of a nameless file: stable across imports. */
  readonly id: string;
  readonly name: string;
  readonly os: OsFacts;
  readonly hotfixes: HotfixList;
  /** Files that make up the current facts, sorted by name. */
  readonly files: readonly MachineFile[];
  /** Files of the same name whose build is lower: history, not facts. */
  readonly history: readonly MachineFile[];
  readonly incomplete: readonly IncompleteReason[];
  /** Recorded facts for rules (facts file, collector); none for machines known by KB lists alone. */
  readonly facts?: FactTable;
  /** What the site declared of it; counts only where no fact speaks. */
  readonly declared?: DeclaredFacts;
}
