import { createSHA256 } from 'hash-wasm';
import { formatError } from '../format-error.ts';
import type { FileSource, ReadContext } from '../format.ts';
import { hashFile } from '../hash.ts';
import { readBytes } from '../read-bytes.ts';
import { splitLines } from './decode/index.ts';
import { sampleBytes, TextStream } from './decode/text-stream.ts';
import type { ReadFile } from './reading.ts';

/** What a text may have that is read line by line. */
export interface StreamLimits {
  readonly maxBytes: number;
  readonly maxLines: number;
  /** Characters of one line. */
  readonly maxLine: number;
}

export interface StreamedText extends ReadFile {
  /** The last line has no end, or the bytes end inside a letter. */
  readonly endsInLine: boolean;
}

/**
 * Reads a text of any encoding line by line, never whole, and hashes it; a second reading must give the
 * same bytes (INV13). Size is refused before the first byte is read (INV11).
 *
 * @param take gets each line with its 1-based number; may throw `FormatError`
 * Throws `FormatError`: `file-empty`, `file-too-large`, `limit-exceeded` (`lines`, `line-length`) and
 * those of `readBytes`.
 */
export async function streamLines(
  file: FileSource,
  context: ReadContext,
  limits: StreamLimits,
  take: (line: string, number: number) => void,
): Promise<StreamedText> {
  if (file.size === 0) throw formatError('file-empty', file.name);
  if (file.size > limits.maxBytes) {
    throw formatError('file-too-large', file.name, '', { bytes: file.size, maximum: limits.maxBytes });
  }
  const hash = await createSHA256();
  const text = new TextStream();
  const lines = new LineSplitter(file.name, limits, take);
  for await (const piece of largePieces(file, context, hash)) lines.push(text.push(piece));
  const cutLetter = text.end();
  const openLine = lines.end();
  const sha256 = hash.digest('hex');
  const again = await hashFile(file, context.signal ? { signal: context.signal } : {});
  if (again !== sha256) throw formatError('file-changed-while-read', file.name);
  return {
    file: file.name,
    bytes: file.size,
    sha256,
    guessed: text.guessed,
    endsInLine: cutLetter || openLine,
  };
}

/** Pieces of at least `sampleBytes` each but the last. */
async function* largePieces(
  file: FileSource,
  context: ReadContext,
  hash: { update(piece: Uint8Array): unknown },
): AsyncGenerator<Uint8Array> {
  let pending: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of readBytes(file, context)) {
    hash.update(piece);
    pending.push(piece.slice());
    bytes += piece.length;
    if (bytes < sampleBytes) continue;
    yield concatenated(pending, bytes);
    pending = [];
    bytes = 0;
  }
  if (bytes > 0) yield concatenated(pending, bytes);
}

function concatenated(pieces: readonly Uint8Array[], bytes: number): Uint8Array {
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Lines out of pieces of text. */
class LineSplitter {
  readonly #file: string;
  readonly #limits: StreamLimits;
  readonly #take: (line: string, number: number) => void;
  #rest = '';
  #number = 0;

  constructor(file: string, limits: StreamLimits, take: (line: string, number: number) => void) {
    this.#file = file;
    this.#limits = limits;
    this.#take = take;
  }

  push(text: string): void {
    const whole = this.#rest + text;
    // A carriage return at the very end may have its line feed in the next piece.
    const end = Math.max(whole.lastIndexOf('\n'), whole.lastIndexOf('\r', whole.length - 4));
    if (end < 0) {
      this.#keep(whole);
      return;
    }
    const lines = splitLines(whole.slice(0, end + 1));
    lines.pop();
    for (const line of lines) this.#line(line);
    this.#keep(whole.slice(end + 1));
  }

  /** True where a last line has no end. */
  end(): boolean {
    const last = splitLines(this.#rest);
    const open = last.at(-1) ?? '';
    for (const line of last.slice(0, open === '' ? -1 : undefined)) this.#line(line);
    return open !== '';
  }

  #keep(rest: string): void {
    if (rest.length > this.#limits.maxLine) throw this.#tooLong();
    this.#rest = rest;
  }

  #line(line: string): void {
    this.#number += 1;
    if (line.length > this.#limits.maxLine) throw this.#tooLong();
    if (this.#number > this.#limits.maxLines) {
      const details = { limit: 'lines', maximum: this.#limits.maxLines };
      throw formatError('limit-exceeded', this.#file, `line ${String(this.#number)}`, details);
    }
    this.#take(line, this.#number);
  }

  #tooLong() {
    const details = { limit: 'line-length', maximum: this.#limits.maxLine };
    return formatError('limit-exceeded', this.#file, `line ${String(this.#number + 1)}`, details);
  }
}
