import { compareVersions, readReleaseDate } from '../domain/index.ts';
import type { CatalogDocument } from '../domain/index.ts';

type Edition = Pick<CatalogDocument, 'currentReleaseDate' | 'revision' | 'sha256'>;

/**
 * Order of two editions of one document: by CurrentReleaseDate, then revision (msrc-cvrf, section 1).
 * A date that cannot be believed is older than any that can. The hash comes last, so that the same
 * files give the same answer in any order.
 * @returns above 0 where `a` is the newer one
 */
export function compareEditions(a: Edition, b: Edition): number {
  const [x, y] = [readReleaseDate(a.currentReleaseDate), readReleaseDate(b.currentReleaseDate)];
  if (x !== y) return (x ?? -Infinity) - (y ?? -Infinity);
  const revision = compareVersions(a.revision, b.revision);
  if (revision !== 0) return revision;
  return a.sha256 < b.sha256 ? -1 : a.sha256 > b.sha256 ? 1 : 0;
}
