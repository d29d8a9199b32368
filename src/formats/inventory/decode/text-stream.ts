import { decodeCodePage } from './code-page.ts';
import { decodeRaw } from './decode.ts';
import { decodeUtf16 } from './utf16.ts';

/** Bytes from which the encoding of a whole text is told. */
export const sampleBytes = 256 * 1024;

/**
 * Text of a file given piece by piece, in the encoding that its beginning shows (`decodeRaw`). The
 * caller gives at least `sampleBytes` with the first piece, or all there is.
 */
export class TextStream {
  #encoding = '';
  #guessed = false;
  #rest = new Uint8Array(0);

  /** Name of the encoding; empty before the first piece. */
  get encoding(): string {
    return this.#encoding;
  }

  /** True when the code page is a guess: names may show wrong letters, numbers never do. */
  get guessed(): boolean {
    return this.#guessed;
  }

  push(piece: Uint8Array): string {
    if (this.#encoding === '') return this.#first(piece);
    const bytes = this.#rest.length === 0 ? piece : joined(this.#rest, piece);
    const whole = bytes.length - this.#openBytes(bytes);
    this.#rest = bytes.slice(whole);
    return this.#decode(bytes.subarray(0, whole));
  }

  /** What is left of a letter that the end of the file cuts: true where there is such a rest. */
  end(): boolean {
    return this.#rest.length > 0;
  }

  #first(piece: Uint8Array): string {
    const { encoding, guessed } = decodeRaw(piece);
    this.#encoding = encoding;
    this.#guessed = guessed;
    const whole = piece.length - this.#openBytes(piece);
    this.#rest = piece.slice(whole);
    return decodeRaw(piece.subarray(0, whole)).text;
  }

  #decode(bytes: Uint8Array): string {
    if (this.#encoding.endsWith('utf-16le')) return decodeUtf16(bytes, 'le').text;
    if (this.#encoding === 'utf-16be') return decodeUtf16(bytes, 'be').text;
    if (this.#encoding !== 'utf-8') return decodeCodePage(bytes, this.#encoding);
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      // The beginning was plain ASCII; letters of a code page come later.
      const { text, encoding, guessed } = decodeRaw(bytes);
      this.#encoding = encoding;
      this.#guessed = guessed;
      return text;
    }
  }

  /** Bytes at the end that may begin a letter of several bytes. */
  #openBytes(bytes: Uint8Array): number {
    if (this.#encoding.endsWith('utf-16le') || this.#encoding === 'utf-16be') return bytes.length % 2;
    if (this.#encoding !== 'utf-8') return 0;
    for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
      const byte = bytes[bytes.length - back] ?? 0;
      if (byte < 0x80) return 0;
      if (byte >= 0xc0) return back < lettersBytes(byte) ? back : 0;
    }
    return 0;
  }
}

function lettersBytes(lead: number): number {
  return lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
