import type { IgnoredReason } from '../../../domain/index.ts';
import type { Head } from '../../format.ts';

/** A kind of file that belongs to machines and updates, but that the scan does not use yet. */
export interface Signature {
  readonly id: string;
  readonly title: string;
  readonly reason: IgnoredReason;
  matches(head: Head): boolean;
}

/** Told by content, in this order (inventory-sources, sections 2 and 6 to 12). */
export const signatures: readonly Signature[] = [
  signature('collector', 'Answers of the collector', 'format-not-used-yet', (start) =>
    /^\s*\{\s*"format"\s*:\s*"inv"/.test(start),
  ),
  signature(
    'appx',
    'App package list',
    'format-not-used-yet',
    (start) => /^NAME: .*\nPUBLISHER: /m.test(start) || /^PackageFullName\s+: /m.test(start),
  ),
  {
    id: 'cabinet',
    title: 'Cabinet',
    reason: 'container',
    matches: holdsCabinet,
  },
  {
    id: 'empty-answer',
    title: 'Empty answer of a tool',
    reason: 'empty-answer',
    matches: ({ size, text }) => size > 0 && text.trim() === '',
  },
];

function signature(
  id: string,
  title: string,
  reason: IgnoredReason,
  matches: (start: string) => boolean,
): Signature {
  return { id, title, reason, matches: ({ text }) => matches(text.replaceAll('\r', '')) };
}

/** Packages named after a KB, and .msu whatever they are called, are update files: they belong into a bundle. */
const updateFile = /\bkb\d{6,7}\b.*\.(?:cab|exe|msi|msp)$|\.msu$/i;

/** `MSCF` and four zero bytes, also behind a self-extractor or other bytes. */
function holdsCabinet({ name, bytes }: Head): boolean {
  if (updateFile.test(name)) return false;
  for (let at = bytes.indexOf(0x4d); at >= 0; at = bytes.indexOf(0x4d, at + 1)) {
    if (String.fromCharCode(...bytes.subarray(at, at + 8)) === 'MSCF\0\0\0\0') return true;
  }
  return false;
}
