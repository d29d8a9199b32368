import { reject } from '../domain/index.ts';
import type { Rejection } from '../domain/index.ts';
import type { Head } from '../formats/index.ts';

/** Archives by their first bytes. */
const signatures: readonly (readonly [kind: string, start: readonly number[]])[] = [
  ['ZIP', [0x50, 0x4b, 0x03, 0x04]],
  ['ZIP', [0x50, 0x4b, 0x05, 0x06]],
  ['cabinet', [0x4d, 0x53, 0x43, 0x46]],
  ['7-Zip', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['gzip', [0x1f, 0x8b]],
];

/**
 * The refusal of an archive given instead of the file in it, or null where the file is none. A ZIP
 * says in bit 0 of its first entry's flags (offset 6) that a password protects it.
 */
export function archiveRejection(head: Head): Rejection | null {
  const found = signatures.find(([, start]) => start.every((byte, index) => head.bytes[index] === byte));
  if (found === undefined) return null;
  const [archive] = found;
  return reject(isProtected(head) ? 'archive-protected' : 'archive-not-supported', head.name, '', { archive })
    .error;
}

/** Whether a password protects the first entry of a ZIP. */
export function isProtected({ bytes }: Head): boolean {
  const [a, b, c] = bytes;
  return a === 0x50 && b === 0x4b && c === 0x03 && ((bytes[6] ?? 0) & 1) === 1;
}
