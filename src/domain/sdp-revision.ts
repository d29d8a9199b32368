import { readReleaseDate } from './release-date.ts';
import type { SdpPackage } from './sdp-package.ts';

/** Moment of a package's revision; a date that cannot be believed is older than any that can. */
function moment(created: string): number {
  return readReleaseDate(created) ?? -Infinity;
}

/** Order of two CreationDates, with or without zone (sdp, section 5.3): below, at or above zero. */
export function compareCreated(a: string, b: string): number {
  const [x, y] = [moment(a), moment(b)];
  return x === y ? 0 : x < y ? -1 : 1;
}

/**
 * What a package says, as text: two revisions with one text are the same. The schema's version is left
 * out, vendors write another one into catalog files than into single ones (sdp, section 2).
 */
function contentOf({ schemaVersion: _, ...content }: SdpPackage): string {
  return JSON.stringify(content);
}

export function sameContent(a: SdpPackage, b: SdpPackage): boolean {
  return a === b || contentOf(a) === contentOf(b);
}

/**
 * Of two revisions of one package the one that counts: the later one; of two with one date the one
 * whose content sorts later, so that the order of files does not matter.
 */
export function newerRevision(a: SdpPackage, b: SdpPackage): SdpPackage {
  const order = compareCreated(a.created, b.created);
  if (order !== 0) return order > 0 ? a : b;
  if (a === b) return a;
  return contentOf(a) >= contentOf(b) ? a : b;
}
