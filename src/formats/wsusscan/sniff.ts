import { isCabinet } from '../cab/index.ts';
import type { Head } from '../format.ts';
import { detectXmlEncoding, firstElement } from '../text/index.ts';
import { layoutOf } from './master-visitor.ts';

const headBytes = 16 * 1024;

/**
 * Whether a file is a Microsoft Update catalog or an update of it, by content alone: a cabinet whose
 * directory begins with the members of a catalog, a full update document, a core fragment.
 */
export function sniffMicrosoftUpdate({ bytes }: Head): boolean {
  if (isCabinet(bytes)) return layoutOf(memberNames(bytes)) !== null;
  const root = firstElement(textOf(bytes));
  return root === 'UpdateIdentity' || (root === 'Update' && hasIdentity(bytes));
}

/**
 * Whether products, classifications and languages can be chosen of a file: the offline catalog, in today's
 * layout or the older one. A single update and its documents are taken as they are.
 */
export function hasScope({ bytes }: Head): boolean {
  if (!isCabinet(bytes)) return false;
  const layout = layoutOf(memberNames(bytes));
  return layout === 'nested' || layout === 'flat';
}

/** A core fragment begins with its identity: no root stands around it. */
export function startsAsFragment(head: Uint8Array): boolean {
  return firstElement(textOf(head)) === 'UpdateIdentity';
}

/** Names in the directory of a cabinet as far as the head reaches; it stands before all content. */
function memberNames(bytes: Uint8Array): readonly string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names: string[] = [];
  const members = view.getUint16(28, true);
  // A member's entry: 16 bytes, then the name up to a zero byte (MS-CAB 2.3).
  let at = view.getUint32(16, true);
  while (names.length < members && at + 16 < bytes.length) {
    const end = bytes.indexOf(0, at + 16);
    if (end < 0) break;
    names.push(
      String.fromCharCode(...bytes.subarray(at + 16, Math.min(end, at + 16 + 256))).replaceAll('\\', '/'),
    );
    at = end + 1;
  }
  return names;
}

function hasIdentity(bytes: Uint8Array): boolean {
  return /<(?:[\w.-]+:)?UpdateIdentity\s/.test(textOf(bytes));
}

function textOf(bytes: Uint8Array): string {
  const encoding = detectXmlEncoding(bytes.subarray(0, headBytes));
  if (!encoding.ok) return '';
  return new TextDecoder(encoding.label).decode(bytes.subarray(encoding.skip, headBytes));
}
