import { wholeScope } from '../../domain/index.ts';
import type { MuScope, Result } from '../../domain/index.ts';
import type { LzxPort } from '../../formats/cab/index.ts';
import type { FileSource, SiteTrust } from '../../formats/index.ts';
import type { CatalogWriter } from '../../store/index.ts';
import type { Job } from '../ports.ts';
import type { Session } from '../session.ts';
import type { ReadShards } from './ports.ts';
import { readLargeCatalog } from './read-large-catalog.ts';
import type { LargeCatalog } from './read-large-catalog.ts';

/** Large catalogs of one batch: reads each with its scope, and takes back what no change came to name. */
export class LargeReader {
  readonly #writers: CatalogWriter[] = [];

  constructor(
    private readonly session: Session,
    private readonly ports: { readonly shards: ReadShards; readonly lzx?: LzxPort | undefined },
    /** By file name, as chosen by the person. */
    private readonly scopes: Readonly<Record<string, MuScope>>,
    private readonly job: Job,
  ) {}

  read(file: FileSource, trust: SiteTrust): Promise<Result<LargeCatalog>> {
    const { store, data } = this.session;
    const request = {
      file,
      trust,
      scope: this.#scopeOf(file.name),
      stored: data.editions,
      catalogs: store.catalogs,
      ...this.ports,
      writing: (writer: CatalogWriter) => void this.#writers.push(writer),
    };
    return readLargeCatalog(request, this.job);
  }

  /** Removes what was written but is not one of these generations; called once, at the end of the batch. */
  async discardBut(kept: ReadonlySet<string>): Promise<void> {
    for (const writer of this.#writers) {
      // What cannot be removed now is at the next start.
      if (!kept.has(writer.generation)) await writer.discard().catch(() => undefined);
    }
  }

  #scopeOf(file: string): MuScope {
    const chosen = Object.hasOwn(this.scopes, file) ? this.scopes[file] : undefined;
    return chosen ?? this.session.data.settings.catalogScope ?? wholeScope;
  }
}
