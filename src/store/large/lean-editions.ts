/** Editions whose revisions lie in parts: what is stored of them in one record, and what is put back. */
import { updatesIn } from '../../domain/index.ts';
import type { CatalogDocument, MuRevision } from '../../domain/index.ts';
import type { StoredEdition } from '../store.ts';
import type { CatalogParts } from './catalog-parts.ts';

/** The document without what lies in parts; of other editions the document itself. */
export function leanDocument({ document, generation }: StoredEdition): CatalogDocument {
  return generation === undefined || document.source !== 'mu' ? document : { ...document, revisions: [] };
}

/** An edition that is no longer in use: its revisions are read when somebody asks for them. */
export function withoutRevisions(edition: StoredEdition): StoredEdition {
  const { document, generation } = edition;
  if (generation === undefined || document.source !== 'mu') return edition;
  return { ...edition, document: { ...document, revisions: [], listed: updatesIn(document) } };
}

/** Puts the revisions of editions in use back; those read or stored last are not read again. */
export class LeanEditions {
  #held = new Map<string, readonly MuRevision[]>();

  constructor(private readonly parts: CatalogParts) {}

  /** @throws StoreError `storage-damaged` naming the record that is missing or not readable */
  async whole(editions: readonly StoredEdition[]): Promise<readonly StoredEdition[]> {
    const held = new Map<string, readonly MuRevision[]>();
    const whole: StoredEdition[] = [];
    for (const edition of editions) {
      const { generation, document, current } = edition;
      if (generation === undefined || document.source !== 'mu' || !current) {
        whole.push(edition);
        continue;
      }
      const revisions = this.#held.get(generation) ?? (await this.parts.revisions(generation));
      held.set(generation, revisions);
      whole.push({ ...edition, document: { ...document, revisions } });
    }
    this.#held = held;
    return whole;
  }

  /** What was just stored need not be read again. */
  keep(editions: readonly StoredEdition[]): void {
    for (const { generation, document, current } of editions) {
      if (generation === undefined || document.source !== 'mu') continue;
      if (current) this.#held.set(generation, document.revisions);
      else this.#held.delete(generation);
    }
  }
}
