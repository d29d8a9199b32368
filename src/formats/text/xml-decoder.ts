import { formatError } from '../format-error.ts';
import { detectXmlEncoding, encodingHeadBytes } from './xml-encoding.ts';

/**
 * Turns the bytes of an XML file into text piece by piece, by its own encoding; memory stays flat.
 * Bytes that the encoding does not allow are refused, never replaced by U+FFFD.
 *
 * Throws `FormatError` with `encoding-not-understood` (details: `encoding`), or `cut-off` where the
 * file ends inside a character.
 */
export class XmlDecoder {
  readonly #file: string;
  #head: Uint8Array = new Uint8Array(0);
  #decoder: TextDecoder | null = null;
  #label = '';
  #bytes = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** Text of these bytes; may be empty while the encoding is not known yet. */
  push(piece: Uint8Array): string {
    if (this.#decoder) return this.#decode(this.#decoder, piece);
    this.#head = concatenate(this.#head, piece);
    return this.#head.length < encodingHeadBytes ? '' : this.#start();
  }

  /** Text that was still held back. */
  end(): string {
    const rest = this.#decoder ? '' : this.#start();
    try {
      return rest + (this.#decoder?.decode() ?? '');
    } catch (cause) {
      const details = { expected: 'character', encoding: this.#label };
      throw formatError('cut-off', this.#file, `byte ${this.#bytes}`, details, cause);
    }
  }

  #start(): string {
    const encoding = detectXmlEncoding(this.#head);
    if (!encoding.ok) throw this.#notUnderstood(encoding.encoding);
    this.#label = encoding.label;
    // ignoreBOM: the mark was cut off here, so a second one is content.
    this.#decoder = new TextDecoder(encoding.label, { fatal: true, ignoreBOM: true });
    this.#bytes = encoding.skip;
    const head = this.#head.subarray(encoding.skip);
    this.#head = new Uint8Array(0);
    return this.#decode(this.#decoder, head);
  }

  #decode(decoder: TextDecoder, piece: Uint8Array): string {
    try {
      const text = decoder.decode(piece, { stream: true });
      this.#bytes += piece.length;
      return text;
    } catch (cause) {
      throw this.#notUnderstood(this.#label, cause);
    }
  }

  #notUnderstood(encoding: string, cause?: unknown) {
    const place = cause === undefined ? '' : `after byte ${this.#bytes}`;
    return formatError('encoding-not-understood', this.#file, place, { encoding }, cause);
  }
}

function concatenate(a: Uint8Array, b: Uint8Array): Uint8Array {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}
