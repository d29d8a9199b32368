import { factsOfRecords } from '../../../domain/index.ts';
import type { InventoryReading, InventoryRecord, ReadingWarning, ReportKind } from '../../../domain/index.ts';
import { formatError } from '../../format-error.ts';
import { makeReading } from '../reading.ts';
import type { ReadFile, WrittenName } from '../reading.ts';
import { marksOf } from './marks.ts';
import { meaningOf } from './meaning.ts';

/** Records of one file: a hardware inventory has some thousands. */
export const maxRecords = 200_000;

export interface RecordFile {
  readonly source: ReadFile;
  readonly format: string;
  readonly name: WrittenName | null;
  readonly records: readonly InventoryRecord[];
  /** ISO 8601 UTC, or null. */
  readonly collectedAt: string | null;
  /** Null: the file is one list of its own, and no report in a sequence. */
  readonly report: ReportKind | null;
  /** Tool that made the verdicts, as the file names it. */
  readonly tool: string;
  readonly clientId?: string;
  readonly warnings: readonly ReadingWarning[];
}

/** A reading of records; those of known classes give facts of Windows, hotfixes and verdicts. */
export function recordsReading(given: RecordFile): InventoryReading {
  const { source, report, collectedAt, clientId } = given;
  if (given.records.length > maxRecords) {
    throw formatError('limit-exceeded', source.file, '', { limit: 'records', maximum: maxRecords });
  }
  const records = given.records.map((record) => {
    const meaning = meaningOf(record, source);
    return meaning ? { ...record, meaning } : record;
  });
  const isWhole = report !== null && report.kind !== 'delta';
  const { os, hotfixes, entries } = factsOfRecords(records, isWhole);
  const reading = makeReading(source, given.format, given.name, { os, hotfixes }, given.warnings);
  const marks = { ...marksOf(records), ...(clientId && { clientId }) };
  const reported = {
    reporter: 'patch-state',
    tool: given.tool,
    scannedAt: collectedAt,
    catalogDate: null,
    entries,
  };
  return {
    ...reading,
    collectedAt,
    ...(Object.keys(marks).length > 0 && { marks }),
    ...(report && { report }),
    records,
    ...(entries.length > 0 && { reported }),
  };
}
