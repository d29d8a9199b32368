import { detectXmlEncoding } from '../text/index.ts';
import { maxFragmentBytes, maxFragmentText } from './limits.ts';
import { ManifestFilter } from './manifest-filter.ts';

export type FragmentText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: 'too-large' | 'encoding' };

/** Bytes that tell a byte order mark or a declaration. */
const headBytes = 4;

const plainDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The text of a fragment that is as plain as nearly all: UTF-8 that begins with a tag, no declaration, no
 * manifest in it. Null for anything else, also for damage: `FragmentCollector` has the word then.
 */
function plainFragment(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first !== 0x3c || second === 0 || second === 0x3f) return null;
  try {
    const text = plainDecoder.decode(bytes);
    return text.includes('assembly') ? null : text;
  } catch {
    return null;
  }
}

/**
 * Turns the bytes of one fragment into text piece by piece, manifests cut to their identity. UTF-8 without
 * a declaration as the real ones are; a byte order mark or a declaration is heeded and left out.
 */
export class FragmentCollector {
  readonly #size: number;
  #filter: ManifestFilter | null = null;
  #decoder: TextDecoder | null = null;
  #head: Uint8Array = new Uint8Array(0);
  #bytes = 0;
  #problem: 'too-large' | 'encoding' | null = null;
  /** The text, where it came as one plain piece. */
  #plain: string | null = null;

  /** @param size bytes of the fragment */
  constructor(size: number) {
    this.#size = size;
  }

  write(piece: Uint8Array): void {
    if (piece.length === this.#size) this.#plain = plainFragment(piece);
    if (this.#plain !== null) return;
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
    if (this.#plain !== null) return { ok: true, text: this.#plain };
    if (this.#problem === null) {
      if (this.#decoder === null) this.#start(this.#head, false);
      else this.#push(new Uint8Array(0), false);
    }
    if (this.#problem !== null) return { ok: false, problem: this.#problem };
    return { ok: true, text: withoutDeclaration(this.#filter?.end() ?? '') };
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
      this.#filter ??= new ManifestFilter(maxFragmentText);
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
