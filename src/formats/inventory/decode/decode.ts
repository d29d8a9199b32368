import { decodeEightBit } from './eight-bit.ts';
import { decodeUtf16 } from './utf16.ts';

export interface DecodedText {
  /** Non-breaking spaces are spaces, byte order marks are gone; everything else is as written. */
  readonly text: string;
  readonly encoding: string;
  /** True when the code page is a guess: names may show wrong letters, numbers never do. */
  readonly guessed: boolean;
  /** The bytes end inside a letter. */
  readonly cutInLetter: boolean;
}

/**
 * Bytes of an inventory file as text, before its format is known: the eight cases of
 * inventory-sources, section 2. `page` is the technician's choice for 8-bit text, or null.
 */
export function decodeText(bytes: Uint8Array, page: string | null = null): DecodedText {
  const { text, ...rest } = decodeRaw(bytes, page);
  return { text: text.replace(/\ufeff/g, '').replace(/[\u00a0\u2007\u202f]/g, ' '), ...rest };
}

/** The same with every letter as it is written, for values that are compared letter by letter. */
export function decodeRaw(bytes: Uint8Array, page: string | null = null): DecodedText {
  const [first = -1, second = -1, third = -1] = bytes;
  if (first === 0xff && second === 0xfe) return wide(bytes.subarray(2), 'le', '', 'utf-16le');
  if (first === 0xfe && second === 0xff) return wide(bytes.subarray(2), 'be', '', 'utf-16be');
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    const text = new TextDecoder().decode(bytes.subarray(3));
    return { text, encoding: 'utf-8', guessed: false, cutInLetter: false };
  }
  const start = startOfUtf16(bytes);
  if (start === null) return { ...decodeEightBit(bytes, page), cutInLetter: false };
  if (start.order === 'be') return wide(bytes, 'be', '', 'utf-16be');
  const before = decodeEightBit(bytes.subarray(0, start.at), page);
  const encoding = start.at === 0 ? 'utf-16le' : `${before.encoding} then utf-16le`;
  return wide(bytes.subarray(start.at), 'le', before.text, encoding);
}

function wide(bytes: Uint8Array, order: 'le' | 'be', before: string, encoding: string): DecodedText {
  const { text, odd } = decodeUtf16(bytes, order);
  return { text: before + text, encoding, guessed: false, cutInLetter: odd };
}

/**
 * Where UTF-16 without a byte order mark begins: the first zero byte is the upper half of its second
 * letter's neighbour, whatever 8-bit text stands before (the first `wmic` run on Windows XP writes
 * 42 bytes of ASCII and goes on in UTF-16LE). More than a quarter of the bytes from there must be
 * zero, nearly all of them in one half of the pairs; else zeros are stray bytes of 8-bit text.
 */
function startOfUtf16(bytes: Uint8Array): { readonly at: number; readonly order: 'le' | 'be' } | null {
  const zero = bytes.indexOf(0);
  if (zero < 0) return null;
  const at = startOfPairs(bytes, Math.max(0, zero - 1));
  let even = 0;
  let odd = 0;
  for (let index = at; index < bytes.length; index += 1) {
    if (bytes[index] !== 0) continue;
    if ((index - at) % 2 === 0) even += 1;
    else odd += 1;
  }
  if ((even + odd) * 4 <= bytes.length - at) return null;
  if (zero === 0 && even > odd * 4) return { at: 0, order: 'be' };
  return zero > 0 && odd > even * 4 ? { at, order: 'le' } : null;
}

/** Shorter runs before the first ASCII letter are words of another script, not an 8-bit message. */
const shortestMessage = 16;

/** Words of another script have no zero bytes: what is no plain 8-bit message belongs to the pairs too. */
function startOfPairs(bytes: Uint8Array, at: number): number {
  if (at % 2 === 1) return at;
  const control = (byte: number) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d;
  return at < shortestMessage || bytes.subarray(0, at).some(control) ? 0 : at;
}
