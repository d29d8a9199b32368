import { canonicalJson, implausibleDates, ok } from '../domain/index.ts';
import type {
  CatalogDocument,
  CatalogWarning,
  InventoryReading,
  ReadingWarning,
  ReadingWarningCode,
  Result,
  WaitingFile,
} from '../domain/index.ts';
import type { Change, JournalDraft, StoredEdition } from '../store/index.ts';
import type { EditionInUse, FileOutcome, ImportOptions, ImportReport } from './import-report.ts';
import { importCatalogs } from './import-catalog.ts';
import type { CatalogImport } from './import-catalog.ts';
import type { Job } from './ports.ts';
import type { BatchItem } from './read-batch.ts';
import { withStates } from './scan-fleet.ts';
import type { ScanPorts } from './scan-fleet.ts';
import type { Session } from './session.ts';
import { takeReadings } from './take-readings.ts';
import type { TakenReadings } from './take-readings.ts';
import { waitingSignature } from './waiting-files.ts';

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
  at: number,
): { outcome: FileOutcome; entry: JournalDraft; waits?: WaitingFile } | null {
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
      if (code === 'signature-not-proven') {
        const waits = waitingSignature(item.error, item.content ?? null, at);
        return {
          outcome: { file, outcome: 'unproven', error: item.error, waiting: waits.key },
          entry,
          waits,
        };
      }
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

/** Outcomes in the order of the files; several of one name keep their own order, those of earlier files follow. */
function inFileOrder(items: readonly BatchItem[], outcomes: readonly FileOutcome[]): readonly FileOutcome[] {
  const waiting = new Map<string, FileOutcome[]>();
  for (const outcome of outcomes) {
    waiting.set(outcome.file, [...(waiting.get(outcome.file) ?? []), outcome]);
  }
  const inOrder = items.flatMap((item) => waiting.get(item.file)?.shift() ?? []);
  return [...inOrder, ...[...waiting.values()].flat()];
}

function decideBatch(
  items: readonly BatchItem[],
  catalogs: CatalogImport,
  inventories: TakenReadings,
  stored: readonly StoredEdition[],
  at: number,
): Decided {
  const others = items.flatMap((item) => otherOutcome(item, stored, at) ?? []);
  const ignored = items.flatMap((item) =>
    item.kind === 'ignored'
      ? [{ file: item.file, sha256: item.sha256, format: item.format, reason: item.reason }]
      : [],
  );
  const outcomes = [...catalogs.outcomes, ...inventories.outcomes, ...others.map((other) => other.outcome)];
  const [ofCatalogs, ofInventories] = [catalogs.change, inventories.change];
  return {
    outcomes: inFileOrder(items, outcomes),
    change: {
      putEditions: ofCatalogs.putEditions,
      deleteEditions: ofCatalogs.deleteEditions,
      putReadings: ofInventories.putReadings,
      deleteReadings: ofInventories.deleteReadings,
      putWaiting: [
        ...ofCatalogs.putWaiting,
        ...ofInventories.putWaiting,
        ...others.flatMap(({ waits }) => waits ?? []),
      ],
      deleteWaiting: [...ofCatalogs.deleteWaiting, ...ofInventories.deleteWaiting],
      ubr: ubrOf(items),
      ignored,
      journal: [...ofCatalogs.journal, ...ofInventories.journal, ...others.map((other) => other.entry)],
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

/** Warnings that come of a machine's place among the others, not of one file. */
const aboutMachines: readonly string[] = [
  'may-be-renamed',
  'two-builds-one-name',
  'report-waits',
] satisfies ReadingWarningCode[];

function textOf(warning: CatalogWarning | ReadingWarning): string {
  return canonicalJson(warning);
}

export interface ItemsToImport {
  readonly items: readonly BatchItem[];
  readonly options: ImportOptions;
  /** Milliseconds since 1970 at which the import began. */
  readonly began: number;
  /** What is stored in the same transaction. */
  readonly also?: Change;
}

/**
 * Takes over what was read: the scan follows, and documents, readings, files that wait for an answer,
 * states and journal entries are stored in one transaction. Cancelled, failed or killed before it is
 * complete, everything is as it was (CAT21).
 */
export async function importItems(
  session: Session,
  ports: ScanPorts,
  { items, options, began, also = { journal: [] } }: ItemsToImport,
  job: Job,
): Promise<Result<ImportReport>> {
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
  const { editions, readings: stored, waiting } = session.data;
  const before = new Set((await ports.derive(session.data)).warnings.map(textOf));
  const { names = {}, overrides = {} } = options;
  const catalogs = importCatalogs({ stored: editions, documents, generations, overrides, at: began });
  const inventories = takeReadings({ stored, readings, waiting, fileDates, names, at: began });
  const decided = decideBatch(items, catalogs, inventories, editions, began);

  const chosen = rememberedScope(session, options, documents);
  const whole = {
    ...decided.change,
    ...chosen,
    ...also,
    journal: [...also.journal, ...decided.change.journal],
  };
  const change = await withStates(session, ports, whole, job);
  job.report({ phase: 'store', done: 0, total: items.length, unit: 'files', item: '' });
  const committed = await session.commit(change, job.signal);
  if (!committed.ok) return committed;
  const model = await ports.derive(session.data);
  const taken = new Set(inventories.change.putReadings.map((stored) => stored.reading));
  return ok({
    files: decided.outcomes,
    differences: catalogs.differences,
    warnings: [
      ...catalogs.warnings,
      ...readings
        .filter((reading) => taken.has(reading))
        .flatMap((reading) => [...reading.warnings, ...implausibleDates(reading, began)]),
      // What shows only beside the machines that are there already: copies of one, several builds.
      ...model.warnings.filter(
        (warning) => aboutMachines.includes(warning.code) && !before.has(textOf(warning)),
      ),
    ],
    scan: session.data.states?.summary ?? null,
    elapsedMs: session.clock() - began,
  });
}
