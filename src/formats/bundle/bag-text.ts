/** The small text files of a bag (RFC 8493, sections 2.1 and 2.2). LF line ends: old `sha256sum` wants them. */

/** Section 2.1.1: exactly these two lines. */
export const bagDeclaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

export interface HashedFile {
  /** Relative to the bag's folder, `/` between names. */
  readonly path: string;
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/**
 * Section 2.1.3: one `hash, two blanks, path` line a file, sorted by path in code unit order. CR, LF and
 * `%` in paths are percent-encoded (section 2.1.3; the names of this program never hold them).
 */
export function hashList(files: readonly HashedFile[]): string {
  return [...files]
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .map((file) => `${file.sha256}  ${encodePath(file.path)}\n`)
    .join('');
}

function encodePath(path: string): string {
  return path.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/**
 * Section 2.2.2: `label: value` lines in the given order; empty values are left out. A line end inside
 * a value would begin a new label, so it becomes a blank.
 */
export function bagInfo(values: readonly (readonly [label: string, value: string])[]): string {
  return values
    .map(([label, value]) => [label, value.replace(/\s+/g, ' ').trim()] as const)
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label}: ${value}\n`)
    .join('');
}

/** Section 2.2.2, Payload-Oxum: bytes and number of payload files. */
export function payloadOxum(payload: readonly HashedFile[]): string {
  return `${payload.reduce((sum, file) => sum + file.bytes, 0)}.${payload.length}`;
}
