import { detectXmlEncoding } from '../text/index.ts';
import { maxFragmentBytes, maxFragmentText } from './limits.ts';
import { ManifestFilter } from './manifest-filter.ts';

export type FragmentText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: 'too-large' | 'encoding' };

/** Bytes that tell a byte order mark or a declaration. */
const headBytes = 4;

/**
 * Turns the bytes of one fragment into text piece by piece, manifests cut to their identity. UTF-8 without
 * a declaration as the real ones are; a byte order mark or a declaration is heeded and left out.
 */
export class FragmentCollector {
  readonly #filter = new ManifestFilter(maxFragmentText);
  #decoder: TextDecoder | null = null;
  #head: Uint8Array = new Uint8Array(0);
  #bytes = 0;
  #problem: 'too-large' | 'encoding' | null = null;

  write(piece: Uint8Array): void {
    this.#bytes += piece.length;
    if (this.#bytes > maxFragmentBytes) this.#problem ??= 'too-large';
    if (this.#problem !== null) return;
    if (this.#decoder !== null) return this.#push(piece, true);
    if (this.#head.length === 0 && piece.length >= headBytes) return this.#start(piece, true);
    // A piece may be as small as one byte, and the caller may use its buffer again.
    const head = new Uint8Array(this.#head.length + piece.length);
    head.set(this.#head);
    head.set(piece, this.#head.length);
    this.#head = head;
    if (head.length >= headBytes) this.#start(head, true);
  }

  end(): FragmentText {
    if (this.#problem === null) {
      if (this.#decoder === null) this.#start(this.#head, false);
      else this.#push(new Uint8Array(0), false);
    }
    if (this.#problem !== null) return { ok: false, problem: this.#problem };
    return { ok: true, text: withoutDeclaration(this.#filter.end()) };
  }

  #start(head: Uint8Array, more: boolean): void {
    // The declaration is longer than four bytes; ASCII is common to all encodings it may name but UTF-16.
    const encoding = detectXmlEncoding(head.subarray(0, headBytes));
    if (!encoding.ok) {
      this.#problem = 'encoding';
      return;
    }
    this.#decoder = new TextDecoder(encoding.label, { fatal: true, ignoreBOM: true });
    this.#push(head.subarray(encoding.skip), more);
  }

  #push(piece: Uint8Array, more: boolean): void {
    try {
      const text = this.#decoder?.decode(piece, { stream: more }) ?? '';
      if (text !== '' && !this.#filter.push(text)) this.#problem = 'too-large';
    } catch {
      // Bytes that are not of the encoding.
      this.#problem = 'encoding';
    }
  }
}

/** A fragment has none; one that was written as a file of its own may. */
function withoutDeclaration(text: string): string {
  return text.startsWith('<?xml') ? text.slice(text.indexOf('?>') + 2) : text;
}
