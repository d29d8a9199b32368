import type { MuDetail, MuRevision } from '../../domain/index.ts';
import { placeHash, writeDetailIndex } from './detail-index.ts';
import { pack } from './packed.ts';
import { partKey } from './part-table.ts';
import type { PartRow, PartTable } from './part-table.ts';
import { writeRevisions } from './revision-records.ts';
import type { RevisionRecord } from './revision-records.ts';

/** Details of some hundred revisions, packed: a worker does this and hands over the bytes. */
export interface PackedDetails {
  readonly hashes: Uint32Array<ArrayBuffer>;
  readonly bytes: Uint8Array;
}

export async function packDetails(details: readonly MuDetail[]): Promise<PackedDetails> {
  return { hashes: Uint32Array.from(details, placeHash), bytes: await pack(details) };
}

/** Rows of one transaction: each has its price. */
const rowsPerWrite = 16;

const numbered = (letter: string, number: number): string => `${letter}${String(number).padStart(6, '0')}`;

export const detailPart = (number: number): string => numbered('d', number);
export const indexPart = 'index';
/** First letter of the parts with revisions and their tables. */
export const revisionLetter = 'r';

/**
 * Writes the parts of one edition beside everything that is stored. They count only when a change names
 * their generation; parts of a generation that none names are removed at the next start.
 */
export class CatalogWriter {
  readonly generation: string;
  readonly #hashes: Uint32Array[] = [];
  #records = 0;
  #waiting: PartRow[] = [];

  constructor(private readonly table: PartTable) {
    this.generation = table.newGeneration();
  }

  /** Adds a record of details. */
  async details({ hashes, bytes }: PackedDetails): Promise<void> {
    const part = detailPart(this.#hashes.push(hashes) - 1);
    await this.#put(part, bytes);
  }

  /** Writes revisions with their tables; called once, with all of them. */
  async revisions(
    revisions: readonly MuRevision[],
    report: (done: number) => void = () => undefined,
  ): Promise<void> {
    let done = 0;
    for (const record of writeRevisions(revisions)) {
      await this.record(record);
      if (record.kind === 'revisions') report((done += record.rows.length));
    }
  }

  /** Adds one record of revisions or of their tables, as `writeRevisions` gives them. */
  async record(record: RevisionRecord): Promise<void> {
    await this.#put(numbered(revisionLetter, this.#records++), await pack(record));
  }

  /** Everything is written; now a change may name the generation. */
  async finish(): Promise<void> {
    await this.#put(indexPart, writeDetailIndex(this.#hashes));
    await this.#flush();
  }

  /** Takes everything back. */
  async discard(): Promise<void> {
    this.#waiting = [];
    await this.table.remove(this.generation);
  }

  async #put(part: string, bytes: Uint8Array): Promise<void> {
    this.#waiting.push({ key: partKey(this.generation, part), bytes });
    if (this.#waiting.length >= rowsPerWrite) await this.#flush();
  }

  async #flush(): Promise<void> {
    const rows = this.#waiting;
    this.#waiting = [];
    if (rows.length > 0) await this.table.put(rows);
  }
}
