import { valueOf } from './fact.ts';
import type { Fact } from './fact.ts';
import type { ReadingWarning } from './inventory.ts';
import { machineNames } from './machine-names.ts';
import type { NamedReading } from './machine-names.ts';
import type { IncompleteReason, ListCompleteness, Machine, MachineFile, OsFacts } from './machine.ts';
import { mergeHotfixes } from './merge-facts.ts';
import { mergeOs } from './merge-os.ts';
import { mergeRecordedFacts } from './merge-recorded-facts.ts';
import type { WaitReason } from './report-sequence.ts';
import { mayBeRenamed, sharingInstallation } from './same-installation.ts';
import { sequenceReadings } from './sequence-readings.ts';
import { compareVersions } from './version.ts';

export interface MergedMachines {
  /** In code unit order of their ids. */
  readonly machines: readonly Machine[];
  readonly warnings: readonly ReadingWarning[];
  /** Groups of ids, sorted, with the same product id and installation time: renamed, or cloned. */
  readonly sameInstallation: readonly (readonly string[])[];
  /** Readings each machine is made of, by its id, reports put together; history is left out. */
  readonly readings: ReadonlyMap<string, readonly NamedReading[]>;
  /** Reports of changes that make no states before the full report they follow is here. */
  readonly waitingReports: readonly WaitingReport[];
}

/** A report of changes that waits, and the machine it is of (also one that nothing else is known of). */
export interface WaitingReport {
  readonly machine: string;
  readonly file: string;
  readonly sha256: string;
  readonly collectedAt: string | null;
  readonly because: WaitReason;
}

/**
 * Machines from inventory files (issue, identity for now): same name, case ignored, and same OS build
 * are one machine; of several builds the highest is the machine and the others are its history.
 *
 * A hotfix list without OS facts joins the build whose systeminfo has the same file stem: the two were
 * collected together. Without such a file it joins the highest build, which is the state the machine
 * was last seen in.
 *
 * `ubr` is by machine id; `isBuildKnown` is asked with `10.0.17763`. The result is the same in any
 * order of `readings`.
 *
 * @param memory of earlier calls: a machine of the same reading objects and revision stays the same object
 */
export function mergeMachines(
  readings: readonly NamedReading[],
  ubr: Readonly<Record<string, number>>,
  isBuildKnown: (version: string) => boolean,
  memory: MergeMemory = new Map(),
): MergedMachines {
  const sorted = [...readings].sort(byFile);
  const groups = new Map<string, Group>();
  machineNames(sorted).forEach((name, at) => {
    const id = name.toLowerCase();
    const group = groups.get(id) ?? { id, names: [], readings: [] };
    const reading = sorted[at];
    if (reading) group.readings.push(reading);
    group.names.push(name);
    groups.set(id, group);
  });
  const ordered = [...groups.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const made = ordered.map((group): MadeMachine => {
    const revision = Object.hasOwn(ubr, group.id) ? ubr[group.id] : undefined;
    const known = memory.get(group.id);
    if (known?.revision === revision && known && isSame(known.merged.group, group)) return known;
    const merged = mergeGroup(group);
    const readings = merged.current.map(({ reading }) => reading);
    const { table, warnings: contradictions } = mergeRecordedFacts(readings);
    const warnings = [...mergeOs(readings).warnings, ...contradictions];
    const machine = makeMachine(merged, revision, isBuildKnown);
    return { merged, revision, machine: table ? { ...machine, facts: table } : machine, warnings };
  });
  memory.clear();
  for (const one of made) memory.set(one.machine.id, one);
  const waitingReports = made.flatMap((one) => one.merged.waiting);
  // A machine of which only changes are known is none yet: it must make no states.
  const whole = made.filter((one) => one.merged.current.length + one.merged.history.length > 0);
  const merged = whole.map((one) => one.merged);
  const copies = sharingInstallation(
    merged.map(({ group, current }) => ({ id: group.id, name: displayName(group), readings: current })),
  );
  return {
    machines: whole.map(({ machine }) => machine),
    warnings: [
      ...waitingReports.map(reportWaits),
      ...merged.flatMap((one) => one.warnings),
      ...whole.flatMap((one) => one.warnings),
      ...copies.map(mayBeRenamed),
    ],
    sameInstallation: copies.map((members) => members.map(({ id }) => id)),
    readings: new Map(merged.map(({ group, current }) => [group.id, current])),
    waitingReports,
  };
}

function reportWaits({ machine, file, because }: WaitingReport): ReadingWarning {
  return { code: 'report-waits', file, details: { machine, because } };
}

/** What one call of `mergeMachines` leaves for the next: machines by id. */
export type MergeMemory = Map<string, MadeMachine>;

interface MadeMachine {
  readonly merged: MergedGroup;
  readonly revision: number | undefined;
  readonly machine: Machine;
  /** Of its recorded facts. */
  readonly warnings: readonly ReadingWarning[];
}

function isSame(a: Group, b: Group): boolean {
  const same = <T>(left: readonly T[], right: readonly T[]) =>
    left.length === right.length && left.every((item, at) => item === right[at]);
  return same(a.readings, b.readings) && same(a.names, b.names);
}

interface Group {
  readonly id: string;
  readonly names: string[];
  readonly readings: NamedReading[];
}

interface MergedGroup {
  readonly group: Group;
  readonly current: readonly NamedReading[];
  readonly history: readonly NamedReading[];
  readonly waiting: readonly WaitingReport[];
  readonly warnings: readonly ReadingWarning[];
}

function byFile(a: NamedReading, b: NamedReading): number {
  const left = `${a.reading.file}\0${a.reading.sha256}`;
  const right = `${b.reading.file}\0${b.reading.sha256}`;
  return left < right ? -1 : left > right ? 1 : 0;
}

function versionOf(reading: NamedReading): string | null {
  return reading.reading.os ? valueOf(reading.reading.os.version) : null;
}

function mergeGroup(group: Group): MergedGroup {
  const { current: readings, older, waiting } = sequenceReadings(group.readings);
  const waits = waiting.map(({ report, because }): WaitingReport => {
    const { file, sha256, collectedAt } = report.reading;
    return { machine: displayName(group), file, sha256, collectedAt, because };
  });
  const versions = [...new Set(readings.map(versionOf).filter((version) => version !== null))];
  versions.sort((a, b) => compareVersions(b, a));
  const [highest] = versions;
  if (highest === undefined || versions.length === 1) {
    return { group, current: readings, history: older, waiting: waits, warnings: [] };
  }
  const buildOf = (reading: NamedReading) =>
    versionOf(reading) ?? versionByStem(reading, readings) ?? highest;
  const current = readings.filter((reading) => buildOf(reading) === highest);
  const history = [...older, ...readings.filter((reading) => buildOf(reading) !== highest)];
  const file = current.find((reading) => versionOf(reading) !== null)?.reading.file ?? '';
  const details = { machine: displayName(group), used: highest, builds: versions.join(', ') };
  const warnings = [{ code: 'two-builds-one-name', file, details }] as const;
  return { group, current, history, waiting: waits, warnings };
}

/** Highest build among the files of this machine with the same stem, or null. */
function versionByStem({ reading }: NamedReading, readings: readonly NamedReading[]): string | null {
  const versions = readings
    .filter((other) => other.reading.stem.toLowerCase() === reading.stem.toLowerCase())
    .map(versionOf)
    .filter((version) => version !== null);
  return versions.sort((a, b) => compareVersions(b, a))[0] ?? null;
}

function displayName(group: Group): string {
  return [...group.names].sort()[0] ?? group.id;
}

function makeMachine(
  { group, current, history, waiting }: MergedGroup,
  revision: number | undefined,
  isBuildKnown: (version: string) => boolean,
): Machine {
  const { os: found } = mergeOs(current.map(({ reading }) => reading));
  const os = revision === undefined ? found : { ...found, ubr: typedUbr(revision) };
  const hotfixes = mergeHotfixes(current.map(({ reading }) => reading));
  return {
    id: group.id,
    name: displayName(group),
    os,
    hotfixes,
    files: current.map(fileOf),
    history: history.map(fileOf),
    incomplete: [
      ...incompleteOs(os, isBuildKnown),
      ...incompleteLists[hotfixes.completeness],
      ...(waiting.length > 0 ? (['report-waits'] as const) : []),
    ],
  };
}

/** A revision that a person typed or imported as a table: no inventory line to show. */
function typedUbr(value: number): Fact<number> {
  return { state: 'known', value, evidence: { file: '', sha256: '', line: null, text: `UBR ${value}` } };
}

const incompleteLists: Readonly<Record<ListCompleteness, readonly IncompleteReason[]>> = {
  complete: [],
  cut: ['hotfix-list-cut'],
  missing: ['hotfix-list-missing'],
};

function incompleteOs(os: OsFacts, isBuildKnown: (version: string) => boolean): IncompleteReason[] {
  const version = valueOf(os.version);
  if (version === null) return ['os-facts-missing'];
  const reasons: IncompleteReason[] = isBuildKnown(version) ? [] : ['build-not-known'];
  // Earlier Windows has no revision that the rules ask for (msrc-cvrf, section 4, step 2).
  if (version.startsWith('10.0.') && valueOf(os.ubr) === null) reasons.push('ubr-missing');
  return reasons;
}

function fileOf({ reading, importedAt, fileDate }: NamedReading): MachineFile {
  const { file, sha256, format, collectedAt } = reading;
  const dated = fileDate === undefined ? {} : { fileDate };
  return { name: file, sha256, format, importedAt, collectedAt, ...dated };
}
