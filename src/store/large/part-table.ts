/** Where the parts of large catalogs lie: a table of the database, or a map in memory. */

/** One packed record. The key is `<generation>/<part>`; parts of a generation sort in the order of reading. */
export interface PartRow {
  readonly key: string;
  readonly bytes: Uint8Array;
}

export interface PartTable {
  /** A name no other generation has or had. */
  newGeneration(): string;
  /** Each call is one transaction, refused as every write of a tab that no longer writes. */
  put(rows: readonly PartRow[]): Promise<void>;
  get(key: string): Promise<Uint8Array | null>;
  /** Keys of a generation, sorted. */
  keys(generation: string): Promise<readonly string[]>;
  /** Removes everything of one generation. */
  remove(generation: string): Promise<void>;
}

export const partKey = (generation: string, part: string): string => `${generation}/${part}`;

/** Keys of a generation lie from the first of these to below the second. */
export function keyRange(generation: string): readonly [string, string] {
  // The character after the slash is the digit zero.
  return [`${generation}/`, `${generation}0`];
}

export const generationOf = (key: string): string => key.slice(0, key.lastIndexOf('/'));

/** Parts in memory, for the store where the browser refuses IndexedDB, and for the command line. */
export class MemoryParts implements PartTable {
  readonly #rows = new Map<string, Uint8Array>();
  #generations = 0;

  newGeneration(): string {
    this.#generations += 1;
    return `memory-${String(this.#generations)}`;
  }

  async put(rows: readonly PartRow[]): Promise<void> {
    for (const { key, bytes } of rows) this.#rows.set(key, bytes);
  }

  async get(key: string): Promise<Uint8Array | null> {
    return this.#rows.get(key) ?? null;
  }

  async keys(generation: string): Promise<readonly string[]> {
    return [...this.#rows.keys()].filter((key) => generationOf(key) === generation).sort();
  }

  async remove(generation: string): Promise<void> {
    for (const key of await this.keys(generation)) this.#rows.delete(key);
  }

  /** Removes every generation but those named. */
  keepOnly(generations: ReadonlySet<string>): void {
    for (const key of this.#rows.keys()) if (!generations.has(generationOf(key))) this.#rows.delete(key);
  }
}
