import { compareCreated, newerRevision, sameContent } from '../../domain/index.ts';
import type { CatalogWarning, SdpDocument, SdpPackage } from '../../domain/index.ts';

/** The current revision of one package and where it stands. */
export interface CurrentPackage {
  readonly package: SdpPackage;
  /** Ids of the documents that have this revision, oldest first. */
  readonly documents: readonly string[];
  /** No document lists it any more: it comes from an earlier edition. */
  readonly withdrawn: boolean;
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
  const withdrawn = withdrawnPackages(documents, newest);
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
    return current === undefined
      ? []
      : [{ package: current, documents: used.get(id) ?? [], withdrawn: false }];
  });
  const all = [...packages, ...withdrawn].sort((a, b) => (a.package.id < b.package.id ? -1 : 1));
  return { packages: all, warnings };
}

/** Of packages that no document lists any more the newest revision that some edition had. */
function withdrawnPackages(
  documents: readonly SdpDocument[],
  listed: ReadonlyMap<string, SdpPackage>,
): readonly CurrentPackage[] {
  const found = new Map<string, { package: SdpPackage; documents: readonly string[]; withdrawn: true }>();
  for (const { id: document, withdrawn = [] } of documents) {
    for (const read of withdrawn) {
      if (listed.has(read.id)) continue;
      const known = found.get(read.id);
      const kept = known === undefined ? read : newerRevision(known.package, read);
      found.set(read.id, {
        package: kept,
        documents: [...(known?.documents ?? []), document],
        withdrawn: true,
      });
    }
  }
  return [...found.values()];
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
