import { machineNames, readingKey } from '../domain/index.ts';
import type { InventoryReading, WaitingFile } from '../domain/index.ts';
import type { Change, JournalDraft, StoredReading } from '../store/index.ts';
import type { FileOutcome } from './import-report.ts';
import { refusedName } from './refused-name.ts';
import { waitingReading } from './waiting-files.ts';

export interface TakeReadingsRequest {
  readonly stored: readonly StoredReading[];
  readonly readings: readonly InventoryReading[];
  /** Files brought before that have no name yet: one of these files may bring it. */
  readonly waiting?: readonly WaitingFile[];
  /** When the files were last written, where that is known. */
  readonly fileDates?: ReadonlyMap<InventoryReading, number>;
  /** Machine names given by the person for nameless files, by file name. */
  readonly names?: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface TakenReadings {
  /** One a reading, in their order; then those of files that waited and got their name. */
  readonly outcomes: readonly FileOutcome[];
  readonly change: Required<
    Pick<Change, 'putReadings' | 'deleteReadings' | 'putWaiting' | 'deleteWaiting' | 'journal'>
  >;
}

/**
 * Which inventory readings are taken over, given what is stored: the decision alone. The same bytes
 * bring nothing new, unless they name no machine and come from another one. A file without a machine
 * name belongs to the file of the same stem that has one; without such a file it waits, and the person
 * is asked. A file that waited is taken as soon as one of its stem brings the name.
 */
export function takeReadings(request: TakeReadingsRequest): TakenReadings {
  const given = new Map(Object.entries(request.names ?? {}));
  const brought = request.readings.map((reading): StoredReading => {
    const name = reading.machineName === null ? given.get(reading.file)?.trim() : undefined;
    const fileDate = plausible(request.fileDates?.get(reading));
    return { reading, importedAt: request.at, givenName: name || null, ...fileDate };
  });
  const waited = waitedFor(request, brought);
  const all = [...request.stored, ...brought, ...waited];
  const names = new Map(machineNames(all).map((name, at) => [all[at], name]));
  const known = new KnownReadings(request.stored);
  const named = new Set(all.filter(namesMachine).map(({ reading }) => reading.stem.toLowerCase()));
  const outcomes: FileOutcome[] = [];
  const putReadings: StoredReading[] = [];
  const deleteReadings: string[] = [];
  const putWaiting: WaitingFile[] = [];
  const journal: JournalDraft[] = [];
  const settled = [...brought, ...waited.filter((one) => hasNamedSibling(one, all))];
  for (const taken of settled) {
    const { file, format, sha256, stem } = taken.reading;
    const same = known.same(taken);
    const subject = names.get(same ?? taken) ?? stem;
    if (same) {
      outcomes.push({ file, outcome: 'nothing-new', kind: 'inventory', format, subject });
      journal.push({ act: 'inventory-unchanged', file, fileSha256: sha256, details: { machine: subject } });
    } else if (!namesMachine(taken) && !named.has(stem.toLowerCase())) {
      const refused = refusedName(taken.reading);
      const waiting = waitingReading(taken.reading, request.at, taken.fileDate);
      outcomes.push({ file, outcome: 'needs-name', stem, waiting: waiting.key, ...(refused && { refused }) });
      putWaiting.push(waiting);
      journal.push({ act: 'file-waiting', file, fileSha256: sha256, details: { format } });
    } else {
      const hotfixes = taken.reading.hotfixes?.entries.length ?? 0;
      const detail = { machine: subject, hotfixes };
      // A name given now takes the place of the stem that the same list went by.
      const byStem = readingKey({ ...taken, givenName: null });
      if (taken.givenName !== null && known.remove(byStem)) deleteReadings.push(byStem);
      known.add(taken);
      putReadings.push(taken);
      outcomes.push({ file, outcome: 'imported', kind: 'inventory', format, subject, detail });
      journal.push({
        act: 'inventory-imported',
        file,
        fileSha256: sha256,
        details: { machine: subject, format, hotfixes },
      });
    }
  }
  const still = new Set(putWaiting.map(({ key }) => key));
  const deleteWaiting = settled
    .map(({ reading }) => readingKey({ reading, givenName: null }))
    .filter((key) => !still.has(key) && request.waiting?.some((one) => one.key === key));
  return { outcomes, change: { putReadings, deleteReadings, putWaiting, deleteWaiting, journal } };
}

/** Files that waited for a name before this batch, without those that came again with it. */
function waitedFor(
  { waiting = [] }: TakeReadingsRequest,
  brought: readonly StoredReading[],
): StoredReading[] {
  const again = new Set(brought.map(({ reading }) => readingKey({ reading, givenName: null })));
  return waiting.flatMap((one) => {
    if (one.kind !== 'name' || again.has(one.key)) return [];
    const { reading, at, fileDate } = one;
    return [{ reading, importedAt: at, givenName: null, ...(fileDate === undefined ? {} : { fileDate }) }];
  });
}

/** A medium without clock says 1980 (FAT) or 1970: that is no date. */
const earliestFileDate = Date.UTC(1996, 0, 1);

function plausible(fileDate: number | undefined): { readonly fileDate?: number } {
  return fileDate !== undefined && fileDate >= earliestFileDate ? { fileDate } : {};
}

/**
 * Whether another file of the stem names the machine. One of the very same file name does not: those are
 * the same kind of file of two machines, each of which waits for its own name.
 */
function hasNamedSibling({ reading }: StoredReading, all: readonly StoredReading[]): boolean {
  const [stem, file] = [reading.stem.toLowerCase(), reading.file.toLowerCase()];
  return all
    .filter(namesMachine)
    .some((other) => other.reading.stem.toLowerCase() === stem && other.reading.file.toLowerCase() !== file);
}

function namesMachine({ reading, givenName }: StoredReading): boolean {
  return reading.machineName !== null || givenName !== null;
}

/** Readings that are there already, by key and, where a nameless file comes without a name, by stem. */
class KnownReadings {
  private readonly byKey = new Map<string, StoredReading>();
  private readonly byStem = new Map<string, StoredReading>();

  constructor(stored: readonly StoredReading[]) {
    for (const one of stored) this.add(one);
  }

  add(one: StoredReading): void {
    this.byKey.set(readingKey(one), one);
    this.byStem.set(readingKey({ ...one, givenName: null }), one);
  }

  remove(key: string): boolean {
    return this.byKey.delete(key);
  }

  same(one: StoredReading): StoredReading | undefined {
    return (
      this.byKey.get(readingKey(one)) ??
      (one.givenName === null ? this.byStem.get(readingKey(one)) : undefined)
    );
  }
}
