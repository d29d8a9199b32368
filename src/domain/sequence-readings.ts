import type { NamedReading } from './machine-names.ts';
import { sequenceReports } from './report-sequence.ts';
import type { ReportReading, WaitReason } from './report-sequence.ts';

type NamedReport = NamedReading & { readonly reading: ReportReading };

/** Readings of one machine with its reports put together. */
export interface SequencedReadings {
  /** What the machine is made of: the full report in force holds what later ones changed. */
  readonly current: readonly NamedReading[];
  readonly older: readonly NamedReading[];
  readonly waiting: readonly { readonly report: NamedReading; readonly because: WaitReason }[];
}

/**
 * Puts the reports among the readings of one machine together, client by client: a re-imaged computer has
 * another client identity, and changes of one say nothing about the other. Readings that are no reports
 * stay as they are. A report of changes that is in force stays in the list, without facts of its own.
 */
export function sequenceReadings(readings: readonly NamedReading[]): SequencedReadings {
  const clients = new Map<string, NamedReport[]>();
  for (const named of readings) {
    if (!isReport(named)) continue;
    const client = `${named.reading.format} ${named.reading.marks?.clientId?.toLowerCase() ?? ''}`;
    const reports = clients.get(client);
    if (reports) reports.push(named);
    else clients.set(client, [named]);
  }
  if (clients.size === 0) return { current: readings, older: [], waiting: [] };
  const sequences = [...clients.values()].map((reports) => sequenceReports(reports));
  const used = new Map<NamedReading, NamedReading>();
  for (const { current, applied } of sequences) {
    if (current) used.set(current.base, { ...current.base, reading: current.reading });
    for (const report of applied) used.set(report, withoutFacts(report));
  }
  return {
    current: readings.flatMap((named) => (isReport(named) ? (used.get(named) ?? []) : named)),
    older: sequences.flatMap(({ older }) => older),
    waiting: sequences.flatMap(({ waiting }) => waiting),
  };
}

function isReport(named: NamedReading): named is NamedReport {
  return named.reading.report !== undefined;
}

function withoutFacts(report: NamedReport): NamedReading {
  const { reported: _reported, ...reading } = report.reading;
  return { ...report, reading: { ...reading, os: null, hotfixes: null, records: [] } };
}
