import { newerRevision, sameContent } from '../../domain/index.ts';
import type { CatalogWarning, SdpPackage } from '../../domain/index.ts';

/** Keeps the newest revision of each package of one file (sdp, section 5.3) and says what it left out. */
export class Revisions {
  readonly #byId = new Map<string, SdpPackage>();
  readonly #warnings: CatalogWarning[] = [];

  add(read: SdpPackage): void {
    const known = this.#byId.get(read.id);
    if (known === undefined) {
      this.#byId.set(read.id, read);
      return;
    }
    const kept = newerRevision(known, read);
    this.#byId.set(read.id, kept);
    const other = kept === read ? known : read;
    if (other.created !== kept.created) {
      this.#warnings.push({
        code: 'older-edition-not-used',
        details: { edition: `${other.id}@${other.created}`, kept: `${kept.id}@${kept.created}` },
      });
    } else if (!sameContent(other, kept)) {
      // Two contents of one revision: named, never merged (CAT30).
      const details = { document: read.id, field: 'package', kept: kept.created, other: other.created };
      this.#warnings.push({ code: 'content-differs', details });
    }
  }

  current(): readonly SdpPackage[] {
    return [...this.#byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  warnings(): readonly CatalogWarning[] {
    return this.#warnings;
  }
}
