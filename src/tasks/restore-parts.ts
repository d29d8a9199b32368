import type { WorkspaceContents, WorkspacePart } from '../formats/workspace/index.ts';
import { packDetails, RevisionReader } from '../store/index.ts';
import type { CatalogParts, CatalogRecord, CatalogWriter, StoredEdition } from '../store/index.ts';

interface Restored {
  readonly writer: CatalogWriter;
  /** Reads what it writes: a number with nothing behind it is found here. */
  readonly check: RevisionReader;
}

/** Large catalogs of a workspace file on their way into the store, under generations of their own. */
export class RestoredParts {
  readonly #editions = new Map<string, Restored>();

  constructor(private readonly catalogs: CatalogParts) {}

  /** @returns false where the record does not fit to those before it */
  async take({ edition, ...part }: WorkspacePart): Promise<boolean> {
    const { writer, check } = this.#of(edition);
    const record = part as CatalogRecord;
    if (record.kind === 'details') {
      await writer.details(await packDetails(record.rows));
      return true;
    }
    try {
      check.add(record);
    } catch (error) {
      if (error instanceof RangeError) return false;
      throw error;
    }
    await writer.record(record);
    return true;
  }

  /** The editions of the file, each large one with the generation its parts were written under. */
  async finish(contents: WorkspaceContents): Promise<readonly StoredEdition[]> {
    for (const { writer } of this.#editions.values()) await writer.finish();
    return contents.editions.map(({ generation, ...edition }) =>
      generation === undefined
        ? edition
        : { ...edition, generation: this.#of(edition.key).writer.generation },
    );
  }

  async discard(): Promise<void> {
    // What cannot be removed now is at the next start.
    for (const { writer } of this.#editions.values()) await writer.discard().catch(() => undefined);
  }

  #of(edition: string): Restored {
    const known = this.#editions.get(edition);
    if (known) return known;
    const restored = { writer: this.catalogs.begin(), check: new RevisionReader() };
    this.#editions.set(edition, restored);
    return restored;
  }
}
