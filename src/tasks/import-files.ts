import { implausibleDates, ok } from '../domain/index.ts';
import type { CatalogDocument, InventoryReading, Result } from '../domain/index.ts';
import type { FileSource } from '../formats/index.ts';
import type { Change, JournalDraft, StoredEdition } from '../store/index.ts';
import type { EditionInUse, FileOutcome, ImportOptions, ImportReport } from './engine.ts';
import { importCatalogs } from './import-catalog.ts';
import type { CatalogImport } from './import-catalog.ts';
import { LargeReader, readShardsHere } from './large-catalog/index.ts';
import type { ReadShards } from './large-catalog/index.ts';
import type { Job } from './ports.ts';
import { readBatch } from './read-batch.ts';
import type { BatchItem } from './read-batch.ts';
import type { FileFormats } from './read-file.ts';
import { withStates } from './scan-fleet.ts';
import type { ScanPorts } from './scan-fleet.ts';
import type { Session } from './session.ts';
import { takeReadings } from './take-readings.ts';
import type { TakenReadings } from './take-readings.ts';

export interface ImportPorts extends ScanPorts {
  readonly formats: FileFormats;
  /** How shards of large catalogs are read; absent = in this thread. */
  readonly shards?: ReadShards;
}

interface Decided {
  readonly outcomes: readonly FileOutcome[];
  readonly change: Change;
}

/** Revisions by machine id: machines are named by their host name in lower case. */
function ubrOf(items: readonly BatchItem[]): Record<string, number> {
  const rows = items.flatMap((item) => (item.kind === 'ubr-table' ? item.table.rows : []));
  return Object.fromEntries(rows.map((row) => [row.machine.toLowerCase(), row.ubr]));
}

/** The stored edition that stays in use where a file of its document was refused, or null. */
function editionInUse(document: string | undefined, stored: readonly StoredEdition[]): EditionInUse | null {
  const current = stored.find((edition) => edition.current && edition.document.id === document);
  return current
    ? { document: current.document.id, currentReleaseDate: current.document.currentReleaseDate }
    : null;
}

/** Outcome and journal entry of a file that is neither catalog nor inventory reading. */
function otherOutcome(
  item: BatchItem,
  stored: readonly StoredEdition[],
): { outcome: FileOutcome; entry: JournalDraft } | null {
  const { file } = item;
  const ignored = (format: string, reason: string, fileSha256 = '') => ({
    outcome: { file, outcome: 'ignored', format, reason } as const,
    entry: { act: 'file-ignored', file, fileSha256, details: { format, reason } } as const,
  });
  switch (item.kind) {
    case 'catalog':
    case 'inventory':
      return null;
    case 'ignored':
      return ignored(item.format, item.reason, item.sha256);
    case 'workspace':
      return ignored('workspace', 'workspace-file');
    case 'update-file':
      return ignored('update-file', 'update-file');
    case 'rejected': {
      const { code, place, details } = item.error;
      const entry = { act: 'file-rejected', file, details: { ...details, code, place } } as const;
      const inUse = editionInUse(item.document, stored);
      return { outcome: { file, outcome: 'rejected', error: item.error, ...(inUse && { inUse }) }, entry };
    }
    case 'ubr-table': {
      const { sha256, rows } = item.table;
      const details = { machines: rows.length };
      return {
        outcome: {
          file,
          outcome: 'imported',
          kind: 'ubr-table',
          format: 'ubr-table',
          subject: file,
          detail: details,
        },
        entry: { act: 'ubr-set', file, fileSha256: sha256, details },
      };
    }
  }
}

/** Outcomes in the order of the files; several files of one name keep their own order. */
function inFileOrder(items: readonly BatchItem[], outcomes: readonly FileOutcome[]): readonly FileOutcome[] {
  const waiting = new Map<string, FileOutcome[]>();
  for (const outcome of outcomes) {
    waiting.set(outcome.file, [...(waiting.get(outcome.file) ?? []), outcome]);
  }
  return items.flatMap((item) => waiting.get(item.file)?.shift() ?? []);
}

function decideBatch(
  items: readonly BatchItem[],
  catalogs: CatalogImport,
  inventories: TakenReadings,
  stored: readonly StoredEdition[],
): Decided {
  const others = items.flatMap((item) => otherOutcome(item, stored) ?? []);
  const ignored = items.flatMap((item) =>
    item.kind === 'ignored'
      ? [{ file: item.file, sha256: item.sha256, format: item.format, reason: item.reason }]
      : [],
  );
  const outcomes = [...catalogs.outcomes, ...inventories.outcomes, ...others.map((other) => other.outcome)];
  const { putEditions, deleteEditions } = catalogs.change;
  return {
    outcomes: inFileOrder(items, outcomes),
    change: {
      putEditions,
      deleteEditions,
      putReadings: inventories.change.putReadings,
      deleteReadings: inventories.change.deleteReadings,
      ubr: ubrOf(items),
      ignored,
      journal: [
        ...catalogs.change.journal,
        ...inventories.change.journal,
        ...others.map((other) => other.entry),
      ],
    },
  };
}

/** The choice a person made for a catalog that came in is the one for the next month. */
function rememberedScope(
  { data }: Session,
  { scopes = {} }: ImportOptions,
  documents: readonly CatalogDocument[],
): Pick<Change, 'settings'> {
  const chosen = documents.find(({ source, file }) => source === 'mu' && Object.hasOwn(scopes, file));
  const catalogScope = chosen && scopes[chosen.file];
  return catalogScope ? { settings: { ...data.settings, catalogScope } } : {};
}

/**
 * Imports whatever was dropped: catalogs in the order of their dates, inventories, tables of build
 * revisions. A bad file is told with its reason and does not stop the others. The scan follows, and
 * documents, readings, states and journal entries are stored in one transaction: cancelled, failed or
 * killed before it is complete, everything is as it was (CAT21).
 *
 * @param also what is stored in the same transaction
 */
export async function importFiles(
  session: Session,
  ports: ImportPorts,
  files: readonly FileSource[],
  options: ImportOptions,
  job: Job,
  also: Change = { journal: [] },
): Promise<Result<ImportReport>> {
  const { scopes = {} } = options;
  const large = new LargeReader(session, ports.shards ?? readShardsHere, scopes, job);
  const generations = new Set<string>();
  try {
    const imported = await importBatch(session, ports, files, options, job, also, large);
    if (imported.ok) for (const { generation } of session.data.editions) generations.add(generation ?? '');
    return imported;
  } finally {
    await large.discardBut(generations);
  }
}

async function importBatch(
  session: Session,
  ports: ImportPorts,
  files: readonly FileSource[],
  options: ImportOptions,
  job: Job,
  also: Change,
  large: LargeReader,
): Promise<Result<ImportReport>> {
  const began = session.clock();
  const batch = await readBatch(files, ports.formats, job, (file) => large.read(file));
  if (!batch.ok) return batch;
  const items = batch.value;
  const documents: CatalogDocument[] = [];
  const generations = new Map<CatalogDocument, string>();
  const readings: InventoryReading[] = [];
  const fileDates = new Map<InventoryReading, number>();
  for (const item of items) {
    if (item.kind === 'catalog') {
      documents.push(item.document);
      if (item.generation !== undefined) generations.set(item.document, item.generation);
    }
    if (item.kind === 'inventory') {
      readings.push(item.reading);
      if (item.fileDate !== undefined) fileDates.set(item.reading, item.fileDate);
    }
  }
  const { editions, readings: stored } = session.data;
  const { names = {}, overrides = {} } = options;
  const catalogs = importCatalogs({ stored: editions, documents, generations, overrides, at: began });
  const inventories = takeReadings({ stored, readings, fileDates, names, at: began });
  const decided = decideBatch(items, catalogs, inventories, editions);

  const chosen = rememberedScope(session, options, documents);
  const whole = {
    ...decided.change,
    ...chosen,
    ...also,
    journal: [...also.journal, ...decided.change.journal],
  };
  const change = await withStates(session, ports, whole, job);
  job.report({ phase: 'store', done: 0, total: files.length, unit: 'files', item: '' });
  const committed = await session.commit(change, job.signal);
  if (!committed.ok) return committed;
  const taken = new Set(inventories.change.putReadings.map((stored) => stored.reading));
  return ok({
    files: decided.outcomes,
    differences: catalogs.differences,
    warnings: [
      ...catalogs.warnings,
      ...readings
        .filter((reading) => taken.has(reading))
        .flatMap((reading) => [...reading.warnings, ...implausibleDates(reading, began)]),
    ],
    scan: session.data.states?.summary ?? null,
    elapsedMs: session.clock() - began,
  });
}
