import { Inflate } from 'fflate';
import type { Head } from '../format.ts';
import { isSdpXml } from './archive-member.ts';

/** Entries of an archive that are looked at. */
const maxLooks = 50;

/**
 * Whether a file is a package, a catalog of packages, or a ZIP in which one of the first entries is,
 * by content: the local name of the root element (sdp, section 5.1).
 */
export function sniffSdp(head: Head): boolean {
  const [a, b, c] = head.bytes;
  if (a !== 0x50 || b !== 0x4b || c !== 0x03) return isSdpXml(head.bytes.subarray(0, 16 * 1024));
  let looks = 0;
  for (let at = 0; at >= 0 && looks < maxLooks; at = nextEntry(head.bytes, at + 4), looks += 1) {
    if (isSdpXml(beginning(head.bytes, at))) return true;
  }
  return false;
}

function nextEntry(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x50, from); at >= 0; at = bytes.indexOf(0x50, at + 1)) {
    if (bytes[at + 1] === 0x4b && bytes[at + 2] === 3 && bytes[at + 3] === 4) return at;
  }
  return -1;
}

/** The first bytes of the entry whose local header begins at `at`, as far as they are there. */
function beginning(bytes: Uint8Array, at: number): Uint8Array {
  if (at + 30 > bytes.length) return new Uint8Array(0);
  const header = new DataView(bytes.buffer, bytes.byteOffset + at, 30);
  const start = at + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  const data = bytes.subarray(start, start + 4096);
  if (header.getUint16(8, true) === 0) return data;
  let first: Uint8Array = new Uint8Array(0);
  const inflate = new Inflate((piece) => {
    if (first.length === 0) first = piece.slice(0, 4096);
  });
  try {
    inflate.push(data);
  } catch {
    // No deflated data, or none that begins here: what came so far decides.
  }
  return first;
}
