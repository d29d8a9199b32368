import type { CatalogDocument } from './catalog-document.ts';
import type { SdpPackage } from './sdp-package.ts';
import { newerRevision } from './sdp-revision.ts';

/**
 * A newer edition of a vendor's catalog with the packages that it does not list any more: those of the edition it
 * replaces, and what that one had kept already (sdp, sections 4 and 5.3). Vendors keep the newest of each chain only,
 * and a package that is gone from the catalog may still be installed or authorized here. One that is listed again is
 * withdrawn no more. Documents of other sources are given back as they are.
 */
export function withWithdrawn(replaced: CatalogDocument, newer: CatalogDocument): CatalogDocument {
  if (replaced.source !== 'sdp' || newer.source !== 'sdp') return newer;
  const listed = new Set(newer.packages.map(({ id }) => id));
  const kept = new Map<string, SdpPackage>();
  for (const one of [...(replaced.withdrawn ?? []), ...replaced.packages]) {
    if (listed.has(one.id)) continue;
    const known = kept.get(one.id);
    kept.set(one.id, known === undefined ? one : newerRevision(known, one));
  }
  if (kept.size === 0) return newer;
  return { ...newer, withdrawn: [...kept.values()].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}
