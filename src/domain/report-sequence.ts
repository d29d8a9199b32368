import { factsOfRecords } from './records-facts.ts';
import type { InventoryReading } from './inventory.ts';
import type { InventoryRecord, ReportKind } from './inventory-record.ts';

/** A reading that is a report in a sequence. */
export type ReportReading = InventoryReading & { readonly report: ReportKind };

/** Why a report of changes makes no states yet. */
export type WaitReason =
  /** No full report of this client lies before it. */
  | 'no-full-report'
  /** A report between the full one and this one is missing. */
  | 'gap'
  /** It says neither when it was made nor what it follows. */
  | 'no-date';

export interface ReportSequence<T> {
  /** The full report in force, with what the reports of changes after it made of it; null without one. */
  readonly current: { readonly base: T; readonly reading: ReportReading } | null;
  /** Reports of changes that are in `current`, oldest first. */
  readonly applied: readonly T[];
  readonly waiting: readonly { readonly report: T; readonly because: WaitReason }[];
  /** Reports before the full one in force, and repeated ones: history. */
  readonly older: readonly T[];
}

interface Numbers {
  readonly major: number | null;
  readonly minor: number | null;
}

/**
 * What the hardware inventory reports of one client say together (sms-records, section 8, delta logic).
 * Their date orders them, never file names or the order of import. A full report replaces everything
 * before it, and so does the full one that answers a request to resynchronise. A report of changes adds
 * and replaces instances by key and removes deleted ones. Where both give numbers, a minor number that
 * does not follow is a gap: that report and all after it wait for the next full one.
 */
export function sequenceReports<T extends { readonly reading: ReportReading }>(
  reports: readonly T[],
): ReportSequence<T> {
  const ordered = [...reports].sort(byDate);
  const start = ordered.findLastIndex(({ reading }) => reading.report.kind !== 'delta');
  const base = ordered[start];
  const older = ordered.slice(0, Math.max(0, start));
  const later = ordered.slice(start + 1);
  if (!base) return { current: null, applied: [], waiting: later.map(noFull), older: [] };
  let records = (base.reading.records ?? []).filter(({ content }) => content !== 'delete');
  let numbers: Numbers = base.reading.report;
  let last = base.reading;
  const applied: T[] = [];
  const waiting: { report: T; because: WaitReason }[] = [];
  // Deltas without a date sort before the full report: they are no history, nobody knows their place.
  const undated = older.filter(({ reading }) => reading.report.kind === 'delta' && timeOf(reading) === null);
  for (const report of undated) waiting.push({ report, because: 'no-date' });
  for (const report of later) {
    const step = follows(numbers, report.reading.report);
    if (waiting.some(({ because }) => because === 'gap') || step === 'gap') {
      waiting.push({ report, because: 'gap' });
    } else if (step === 'repeated') older.push(report);
    else {
      records = changed(records, report.reading.records ?? []);
      numbers = { ...numbers, ...known(report.reading.report) };
      applied.push(report);
      last = report.reading;
    }
  }
  const reading = applied.length === 0 ? base.reading : combined(base.reading, last, records);
  return {
    current: { base, reading },
    applied,
    waiting,
    older: older.filter((report) => !undated.includes(report)),
  };
}

function noFull<T extends { readonly reading: ReportReading }>(report: T) {
  return { report, because: 'no-full-report' as const };
}

function timeOf({ collectedAt }: InventoryReading): number | null {
  return collectedAt === null ? null : Date.parse(collectedAt);
}

/** By date, undated ones first; then by their numbers, a full report first; then by content. */
function byDate(a: { readonly reading: ReportReading }, b: { readonly reading: ReportReading }): number {
  const [left, right] = [a.reading, b.reading];
  const by = [
    (timeOf(left) ?? -Infinity) - (timeOf(right) ?? -Infinity) || 0,
    (left.report.major ?? 0) - (right.report.major ?? 0),
    (left.report.minor ?? 0) - (right.report.minor ?? 0),
    Number(left.report.kind === 'delta') - Number(right.report.kind === 'delta'),
  ].find((difference) => difference !== 0);
  return by ?? (left.sha256 < right.sha256 ? -1 : left.sha256 > right.sha256 ? 1 : 0);
}

function follows(now: Numbers, next: Numbers): 'next' | 'gap' | 'repeated' {
  const { major, minor } = next;
  if (major === null || minor === null || now.major === null) return 'next';
  if (major !== now.major) return major < now.major ? 'repeated' : 'gap';
  const expected = (now.minor ?? 0) + 1;
  return minor === expected ? 'next' : minor < expected ? 'repeated' : 'gap';
}

function known({ major, minor }: Numbers): Partial<Numbers> {
  return { ...(major !== null && { major }), ...(minor !== null && { minor }) };
}

/** Names of the properties that make an instance the same as another one, by class in lower case. */
const keyNames: Readonly<Record<string, readonly string[]>> = {
  win32_patchstate: ['id', 'qnumbers', 'product', 'scanagent', 'uniqueupdateid'],
  win32_patchstate_extended: ['title', 'qnumbers', 'scanagent'],
  win32_quickfixengineering: ['hotfixid', 'servicepackineffect'],
  win32_operatingsystem: [],
  win32_computersystem: [],
  win32_computersystemproduct: [],
  win32_bios: [],
};
/** Of other classes: the first of these that the instance has. */
const usualKeys = [
  '__path',
  'instancekey',
  'deviceid',
  'handle',
  'prodid',
  'identifyingnumber',
  'path',
  'name',
];

function lower(record: InventoryRecord): ReadonlyMap<string, string> {
  return new Map(Object.entries(record.values).map(([name, text]) => [name.toLowerCase(), text]));
}

function keyOf(record: InventoryRecord): string {
  const group = record.group.toLowerCase();
  const values = lower(record);
  const names = keyNames[group] ?? usualKeys.filter((name) => values.has(name)).slice(0, 1);
  const parts = names.map((name) => (values.get(name) ?? '').toLowerCase());
  const isKeyed = keyNames[group] !== undefined || names.length > 0;
  return JSON.stringify(isKeyed ? [group, ...parts] : [group, [...values].sort()]);
}

/** Instances after one report of changes, in their order; new ones behind. */
function changed(before: readonly InventoryRecord[], changes: readonly InventoryRecord[]): InventoryRecord[] {
  const byKey = new Map(before.map((record) => [keyOf(record), record]));
  for (const change of changes) {
    if (change.content !== 'delete') byKey.set(keyOf(change), change);
    else for (const key of deleted(byKey, change)) byKey.delete(key);
  }
  return [...byKey.values()];
}

/** A deletion may name the key alone: it means the instances with equal values of all it names. */
function deleted(byKey: ReadonlyMap<string, InventoryRecord>, deletion: InventoryRecord): readonly string[] {
  const key = keyOf(deletion);
  if (byKey.has(key)) return [key];
  const named = [...lower(deletion)];
  if (named.length === 0) return [];
  const group = deletion.group.toLowerCase();
  return [...byKey].flatMap(([of, record]) => {
    if (record.group.toLowerCase() !== group) return [];
    const values = lower(record);
    return named.every(([name, text]) => values.get(name)?.toLowerCase() === text.toLowerCase()) ? [of] : [];
  });
}

function combined(
  base: ReportReading,
  last: ReportReading,
  records: readonly InventoryRecord[],
): ReportReading {
  const { os, hotfixes, entries } = factsOfRecords(records, true);
  const { reported: _before, ...rest } = base;
  const verdicts = base.reported ?? last.reported;
  const reported = verdicts && { ...verdicts, scannedAt: last.collectedAt, entries };
  return {
    ...rest,
    records,
    os: os ?? base.os,
    hotfixes,
    collectedAt: last.collectedAt ?? base.collectedAt,
    report: { ...base.report, ...known(last.report) },
    ...(reported && entries.length > 0 && { reported }),
  };
}
