import type { InventoryReading } from '../domain/index.ts';
import type { Change, JournalDraft, StoredReading } from '../store/index.ts';
import type { FileOutcome } from './engine.ts';

export interface TakeReadingsRequest {
  readonly stored: readonly StoredReading[];
  readonly readings: readonly InventoryReading[];
  /** Machine names given by the person for nameless files, by file name. */
  readonly names?: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface TakenReadings {
  /** One a reading, in their order. */
  readonly outcomes: readonly FileOutcome[];
  readonly change: Required<Pick<Change, 'putReadings' | 'journal'>>;
}

/**
 * Which inventory readings are taken over, given what is stored: the decision alone. The same bytes
 * bring nothing new. A file without a machine name belongs to the file of the same stem that has one;
 * without such a file the person is asked, and nothing of it is stored until then.
 */
export function takeReadings(request: TakeReadingsRequest): TakenReadings {
  const stored = new Map(request.stored.map((reading) => [reading.reading.sha256, reading]));
  const named = new Set(
    [...request.stored, ...request.readings.map((reading) => ({ reading, givenName: null }))]
      .filter(({ reading, givenName }) => reading.machineName !== null || givenName !== null)
      .map(({ reading }) => reading.stem.toLowerCase()),
  );
  const names = new Map(Object.entries(request.names ?? {}));
  const outcomes: FileOutcome[] = [];
  const putReadings: StoredReading[] = [];
  const journal: JournalDraft[] = [];
  for (const reading of request.readings) {
    const { file, format, sha256, stem, machineName } = reading;
    const given = machineName === null ? (names.get(file)?.trim() ?? '') : '';
    const subject = machineName ?? (given || stem);
    const known = stored.get(sha256);
    if (known && (!given || known.givenName === given)) {
      outcomes.push({ file, outcome: 'nothing-new', kind: 'inventory', format, subject });
      journal.push({ act: 'inventory-unchanged', file, fileSha256: sha256, details: { machine: subject } });
    } else if (machineName === null && !given && !named.has(stem.toLowerCase())) {
      outcomes.push({ file, outcome: 'needs-name', stem });
    } else {
      const hotfixes = reading.hotfixes?.entries.length ?? 0;
      const taken = { reading, importedAt: request.at, givenName: given || null };
      stored.set(sha256, taken);
      putReadings.push(taken);
      outcomes.push({
        file,
        outcome: 'imported',
        kind: 'inventory',
        format,
        subject,
        detail: { machine: subject, hotfixes },
      });
      journal.push({
        act: 'inventory-imported',
        file,
        fileSha256: sha256,
        details: { machine: subject, format, hotfixes },
      });
    }
  }
  return { outcomes, change: { putReadings, journal } };
}
