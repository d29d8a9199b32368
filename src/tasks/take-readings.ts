import { machineNames, readingKey } from '../domain/index.ts';
import type { InventoryReading } from '../domain/index.ts';
import type { Change, JournalDraft, StoredReading } from '../store/index.ts';
import type { FileOutcome, RefusedName } from './engine.ts';

export interface TakeReadingsRequest {
  readonly stored: readonly StoredReading[];
  readonly readings: readonly InventoryReading[];
  /** When the files were last written, where that is known. */
  readonly fileDates?: ReadonlyMap<InventoryReading, number>;
  /** Machine names given by the person for nameless files, by file name. */
  readonly names?: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface TakenReadings {
  /** One a reading, in their order. */
  readonly outcomes: readonly FileOutcome[];
  readonly change: Required<Pick<Change, 'putReadings' | 'deleteReadings' | 'journal'>>;
}

/**
 * Which inventory readings are taken over, given what is stored: the decision alone. The same bytes
 * bring nothing new, unless they name no machine and come from another one. A file without a machine
 * name belongs to the file of the same stem that has one; without such a file the person is asked, and
 * nothing of it is stored until then.
 */
export function takeReadings(request: TakeReadingsRequest): TakenReadings {
  const given = new Map(Object.entries(request.names ?? {}));
  const brought = request.readings.map((reading): StoredReading => {
    const name = reading.machineName === null ? given.get(reading.file)?.trim() : undefined;
    const fileDate = plausible(request.fileDates?.get(reading));
    return { reading, importedAt: request.at, givenName: name || null, ...fileDate };
  });
  const all = [...request.stored, ...brought];
  const names = new Map(machineNames(all).map((name, at) => [all[at], name]));
  const known = new KnownReadings(request.stored);
  const named = new Set(all.filter(namesMachine).map(({ reading }) => reading.stem.toLowerCase()));
  const outcomes: FileOutcome[] = [];
  const putReadings: StoredReading[] = [];
  const deleteReadings: string[] = [];
  const journal: JournalDraft[] = [];
  for (const taken of brought) {
    const { file, format, sha256, stem } = taken.reading;
    const same = known.same(taken);
    const subject = names.get(same ?? taken) ?? stem;
    if (same) {
      outcomes.push({ file, outcome: 'nothing-new', kind: 'inventory', format, subject });
      journal.push({ act: 'inventory-unchanged', file, fileSha256: sha256, details: { machine: subject } });
    } else if (!namesMachine(taken) && !named.has(stem.toLowerCase())) {
      const refused = refusedName(taken.reading);
      outcomes.push({ file, outcome: 'needs-name', stem, ...(refused && { refused }) });
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
  return { outcomes, change: { putReadings, deleteReadings, journal } };
}

/** A medium without clock says 1980 (FAT) or 1970: that is no date. */
const earliestFileDate = Date.UTC(1996, 0, 1);

function plausible(fileDate: number | undefined): { readonly fileDate?: number } {
  return fileDate !== undefined && fileDate >= earliestFileDate ? { fileDate } : {};
}

/** The name in the file that no computer can have, from the warning that reading it left. */
function refusedName({ warnings }: InventoryReading): RefusedName | null {
  const details = warnings.find(({ code }) => code === 'name-not-legal')?.details;
  return details ? { name: String(details['name']), line: Number(details['line']) } : null;
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
