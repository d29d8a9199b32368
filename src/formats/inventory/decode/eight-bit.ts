import { decodeCodePage, pagesOfLocale } from './code-page.ts';

export interface EightBitText {
  readonly text: string;
  /** `utf-8`, `us-ascii` or the page. */
  readonly encoding: string;
  /** True when the page was chosen without a locale tag: names may show wrong letters. */
  readonly guessed: boolean;
}

/**
 * Text of one byte (or a few) per letter: UTF-8 where it is valid, else a code page. The page comes
 * from the technician, or from the System Locale tag, which is ASCII in every language and so can be
 * read before the page is known (inventory-sources, section 2), or it is the Western console page.
 */
export function decodeEightBit(bytes: Uint8Array, page: string | null): EightBitText {
  const utf8 = strictUtf8(bytes);
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', guessed: false };
  if (page !== null) return { text: decodeCodePage(bytes, page), encoding: page, guessed: false };
  const tag = localeTag(bytes);
  const [oem, ansi] = pagesOfLocale(tag ?? '');
  const chosen = looksLikeAnsi(bytes, oem) ? ansi : oem;
  return { text: decodeCodePage(bytes, chosen), encoding: chosen, guessed: tag === null };
}

/** UTF-8 text, or null. A letter cut at the very end is left out: half files and heads are read too. */
function strictUtf8(bytes: Uint8Array): string | null {
  for (let cut = 0; cut <= 3 && cut <= bytes.length; cut += 1) {
    const whole = bytes.subarray(0, bytes.length - cut);
    // Only the lead byte and followers of a letter of several bytes may be taken off.
    if (cut > 0 && (bytes[bytes.length - cut] ?? 0) < 0x80) return null;
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(whole);
    } catch {
      continue;
    }
  }
  return null;
}

const headBytes = 64 * 1024;

function localeTag(bytes: Uint8Array): string | null {
  const ascii = decodeCodePage(bytes.subarray(0, headBytes), 'cp437');
  return /[:,"\s]([a-z]{2,3}(?:-[a-z]{2,8}){0,3});/i.exec(ascii)?.[1] ?? null;
}

/**
 * Accented Western letters lie below 0xC0 in the console pages and above it in the Windows page;
 * Cyrillic ones mostly so too. 0xFF is the console's non-breaking space and says nothing. Other
 * pages mix both halves, and there the console page stands.
 */
function looksLikeAnsi(bytes: Uint8Array, oem: string): boolean {
  if (!['cp437', 'cp850', 'ibm866'].includes(oem)) return false;
  let low = 0;
  let high = 0;
  for (const byte of bytes) {
    if (byte >= 0xc0 && byte < 0xff) high += 1;
    else if (byte >= 0x80 && byte < 0xc0 && byte !== 0xa0) low += 1;
  }
  return high > low;
}
