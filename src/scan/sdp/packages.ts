import { compareCreated, newerRevision, sameContent } from '../../domain/index.ts';
import type { CatalogWarning, SdpDocument, SdpPackage } from '../../domain/index.ts';

/** The current revision of one package and where it stands. */
export interface CurrentPackage {
  readonly package: SdpPackage;
  /** Ids of the documents that have this revision, oldest first. */
  readonly documents: readonly string[];
}

export interface CurrentPackages {
  /** Sorted by id. */
  readonly packages: readonly CurrentPackage[];
  readonly warnings: readonly CatalogWarning[];
}

/** The newest revision of every package of all documents, in whatever order they come (sdp, section 5.3). */
export function currentPackages(imported: readonly SdpDocument[]): CurrentPackages {
  const documents = [...imported].sort(
    (a, b) =>
      compareCreated(a.currentReleaseDate, b.currentReleaseDate) ||
      (a.id !== b.id ? (a.id < b.id ? -1 : 1) : a.sha256 < b.sha256 ? -1 : 1),
  );
  const newest = new Map<string, SdpPackage>();
  for (const document of documents) {
    for (const read of document.packages) {
      const known = newest.get(read.id);
      newest.set(read.id, known === undefined ? read : newerRevision(known, read));
    }
  }
  const used = new Map<string, string[]>();
  const warnings: CatalogWarning[] = [];
  for (const document of documents) {
    const older: SdpPackage[] = [];
    for (const read of document.packages) {
      const kept = newest.get(read.id);
      if (kept === undefined || kept === read || kept.created === read.created) {
        used.set(read.id, [...(used.get(read.id) ?? []), document.id]);
      } else older.push(read);
      if (kept !== undefined && kept.created === read.created && !sameContent(kept, read)) {
        const details = { document: document.id, field: read.id, kept: kept.created, other: read.created };
        warnings.push({ code: 'content-differs', details });
      }
    }
    if (older.length > 0) warnings.push(olderWarning(document, older));
  }
  const packages = [...newest.keys()].sort().flatMap((id) => {
    const current = newest.get(id);
    return current === undefined ? [] : [{ package: current, documents: used.get(id) ?? [] }];
  });
  return { packages, warnings };
}

function olderWarning(document: SdpDocument, older: readonly SdpPackage[]): CatalogWarning {
  const [first] = older;
  return {
    code: 'older-edition-not-used',
    details: {
      edition: document.edition,
      file: document.file,
      sha256: document.sha256,
      packages: older.length,
      first: first === undefined ? '' : `${first.id}@${first.created}`,
    },
  };
}
