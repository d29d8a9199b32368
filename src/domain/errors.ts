/**
 * Expected failures are values; bugs are exceptions (design, section 7). A `Rejection` says what
 * happened, where, what was kept and what to do through its code: the words live in the word
 * catalogues, keyed by code, and a test renders every one.
 */

export const rejectionCodes = [
  'file-empty',
  'file-too-large',
  'file-unreadable',
  'file-changed-while-read',
  'web-page-instead',
  'cut-off',
  'not-well-formed',
  'doctype-refused',
  'too-deep',
  'name-refused',
  'too-many-elements',
  /** Another named limit (details: limit, maximum): attributes of an element, length of a text … */
  'limit-exceeded',
  /** A needed element is not there or empty (details: element). */
  'element-missing',
  'control-character',
  'encoding-not-understood',
  'root-not-expected',
  'archive-protected',
  'archive-not-supported',
  /** None of the files in an archive is of a known kind (details: files). */
  'archive-nothing-known',
  /** An archive contradicts its form or itself (details: message). */
  'archive-damaged',
  /** A part of a set of cabinets that is needed is not there (details: part). */
  'archive-part-missing',
  'not-recognised',
  'older-edition',
  /** A signature that is wrong, or another's (details: because, problem, signer …): no override. */
  'signature-refused',
  /** A signature that proves nothing yet, or none (details: because, root …): needs a recorded override. */
  'signature-not-proven',
  /** A file of root certificates that is none (details: problem). */
  'root-not-understood',
  /** Only certificates that others issued (details: subject). */
  'root-missing',
  /** A question about a brought file that somebody answered already, or left out. */
  'not-waiting',
  'no-machine-name',
  'os-facts-inconsistent',
  /** One inventory file describes several machines (details: machines). */
  'several-machines',
  'language-not-understood',
  'ubr-table-malformed',
  /** A facts file is not in its form (details: field, expected, found). */
  'facts-malformed',
  /** A `.reg` file that deletes: made to change a registry, not to show one. */
  'registry-changes',
  /** More keys and values than are kept of one export (details: maximum). */
  'registry-too-large',
  'workspace-damaged',
  'workspace-foreign',
  'workspace-newer',
  'storage-full',
  'storage-blocked',
  'storage-newer',
  'storage-held',
  'storage-damaged',
  'read-only',
  'reason-missing',
  /** A declaration that cannot be kept (details: problem; of a file also found). */
  'declaration-refused',
  /** A file of declarations is not in its form (details: expected, found). */
  'declarations-malformed',
  /** Practice data is loaded into an empty workspace only. */
  'practice-not-empty',
  'worker-stopped',
  'cancelled',
  'update-file-not-matching',
  /** The catalog gives another size (details: expected, found). */
  'update-file-wrong-size',
  /** The catalog gives another hash (details: algorithm, expected, found). */
  'update-file-wrong-hash',
  'bundle-empty',
  'bundle-name-refused',
  'bundle-names-collide',
  'bundle-too-large-for-zip',
  'bundle-folder-not-empty',
  'bundle-write-failed',
  /** The stick or disk that the bundle goes to has no room left. */
  'bundle-medium-full',
  'bundle-verify-failed',
  'internal',
] as const;
export type RejectionCode = (typeof rejectionCodes)[number];

export interface Rejection {
  readonly code: RejectionCode;
  readonly file: string;
  /** `line 812`, `byte 30211`, an element path …; empty when the whole file is meant. */
  readonly place: string;
  /** Values for the words: sizes, names, limits. */
  readonly details: Readonly<Record<string, string | number>>;
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Rejection };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function reject(
  code: RejectionCode,
  file: string,
  place = '',
  details: Readonly<Record<string, string | number>> = {},
): { readonly ok: false; readonly error: Rejection } {
  return { ok: false, error: { code, file, place, details } };
}
