import type { Attributes } from '../text/index.ts';
import { maxIdLength, maxShortText } from './limits.ts';

/** An attribute's text without blanks at its ends; empty where there is none. */
export function text(attributes: Attributes, name: string): string {
  return (attributes.get(name) ?? '').trim().slice(0, maxShortText);
}

/** An id or reference. Ids stay text: `0013` is not `13` (mssecure, section 9, trap 6). */
export function id(attributes: Attributes, name: string): string {
  return (attributes.get(name) ?? '').trim().slice(0, maxIdLength);
}

/** `Q272749 (Word 97)`: number in upper case, the rest as a label (mssecure, section 3, QNumber). */
export function readQNumber(written: string): { readonly number: string; readonly label: string } {
  const match = /^q?\s*(\d{3,8})\s*(.*)$/i.exec(written.trim());
  return match
    ? { number: `Q${match[1] ?? ''}`, label: (match[2] ?? '').trim() }
    : { number: '', label: written.trim().slice(0, maxIdLength) };
}
