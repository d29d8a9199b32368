import type { Database } from '../database.ts';
import { generationOf, keyRange } from './part-table.ts';
import type { PartRow, PartTable } from './part-table.ts';

/** Runs reading work in a transaction; turns what storage throws into a `StoreError`. */
export type ReadWhole = <T>(work: () => Promise<T>) => Promise<T>;
/** Runs writing work in a transaction of its own, if this is still the one writer. */
export type WriteFenced = (bytes: number, work: () => Promise<void>) => Promise<void>;

/** Name of the table, by which a transaction tells it from the others. */
export const partsTable = 'catalogParts';

/** Parts in a table of the database. */
export class DexieParts implements PartTable {
  #generations = 0;

  constructor(
    private readonly db: Database,
    /** A name no other writer has. */
    private readonly writer: string,
    private readonly read: ReadWhole,
    private readonly write: WriteFenced,
  ) {}

  newGeneration(): string {
    this.#generations += 1;
    return `${this.writer}.${String(this.#generations)}`;
  }

  put(rows: readonly PartRow[]): Promise<void> {
    const bytes = rows.reduce((sum, row) => sum + row.bytes.length, 0);
    return this.write(bytes, async () => void (await this.db.catalogParts.bulkPut([...rows])));
  }

  get(key: string): Promise<Uint8Array | null> {
    return this.read(async () => (await this.db.catalogParts.get(key))?.bytes ?? null);
  }

  keys(generation: string): Promise<readonly string[]> {
    return this.read(() => this.#within(generation).primaryKeys());
  }

  remove(generation: string): Promise<void> {
    return this.write(0, () => this.removeInside(generation));
  }

  /** As `remove`, inside the transaction of the caller. */
  async removeInside(generation: string): Promise<void> {
    await this.#within(generation).delete();
  }

  /** Removes, inside the transaction of the caller, what no edition names: leftovers of a killed import. */
  async keepOnly(generations: ReadonlySet<string>): Promise<void> {
    for (const generation of await this.#generationsThere()) {
      if (!generations.has(generation)) await this.removeInside(generation);
    }
  }

  /** A look at one key a generation, however many parts there are. */
  async #generationsThere(): Promise<readonly string[]> {
    const found: string[] = [];
    for (let after = ''; ;) {
      const key = (await this.db.catalogParts.where('key').above(after).limit(1).primaryKeys())[0];
      if (key === undefined) return found;
      const generation = generationOf(key);
      found.push(generation);
      after = keyRange(generation)[1];
    }
  }

  #within(generation: string) {
    const [from, to] = keyRange(generation);
    return this.db.catalogParts.where('key').between(from, to, true, false);
  }
}
