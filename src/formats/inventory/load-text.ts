import { formatError } from '../format-error.ts';
import type { FileSource, ReadContext } from '../format.ts';
import { sha256Hex } from '../hash.ts';
import { readBytes } from '../read-bytes.ts';
import { countLines, decodeText, splitLines } from './decode/index.ts';
import type { DecodedText } from './decode/index.ts';
import { maxInventoryBytes, maxInventoryLines } from './limits.ts';

export interface LoadedText extends DecodedText {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Decoded lines; line 1 is the first. */
  readonly lines: readonly string[];
}

/** Bytes of a whole inventory file and their hash. Throws `FormatError` as `loadText`. */
export async function loadBytes(
  file: FileSource,
  context: ReadContext,
): Promise<{ readonly content: Uint8Array; readonly sha256: string }> {
  if (file.size === 0) throw formatError('file-empty', file.name);
  if (file.size > maxInventoryBytes) {
    throw formatError('file-too-large', file.name, '', { bytes: file.size, maximum: maxInventoryBytes });
  }
  const content = await allBytes(file, context);
  const sha256 = await sha256Hex(content);
  await requireSameBytes(file, context, content);
  return { content, sha256 };
}

async function allBytes(file: FileSource, context: ReadContext): Promise<Uint8Array> {
  const content = new Uint8Array(file.size);
  let done = 0;
  for await (const piece of readBytes(file, context)) {
    content.set(piece, done);
    done += piece.length;
  }
  return content;
}

/** A file that is being written can keep its size: a second reading must give the same bytes (INV13). */
async function requireSameBytes(file: FileSource, context: ReadContext, content: Uint8Array): Promise<void> {
  let at = 0;
  for await (const piece of readBytes(file, context.signal ? { signal: context.signal } : {})) {
    for (let i = 0; i < piece.length; i++) {
      if (piece[i] !== content[at + i]) throw formatError('file-changed-while-read', file.name);
    }
    at += piece.length;
  }
}

/**
 * An inventory file as decoded lines. Size is refused before the first byte is read.
 *
 * @param pageOf the code page of a text whose page had to be guessed, where its words show it
 * Throws
 * `FormatError`: `file-empty`, `file-too-large`, `limit-exceeded`, and those of `readBytes`.
 */
export async function loadText(
  file: FileSource,
  context: ReadContext,
  pageOf: (content: Uint8Array, guess: DecodedText) => string | null = () => null,
): Promise<LoadedText> {
  const { content, sha256 } = await loadBytes(file, context);
  const guess = decodeText(content);
  const page = guess.guessed ? pageOf(content, guess) : null;
  const decoded = page === null ? guess : decodeText(content, page);
  if (countLines(decoded.text) > maxInventoryLines) {
    throw formatError('limit-exceeded', file.name, '', { limit: 'lines', maximum: maxInventoryLines });
  }
  return { ...decoded, file: file.name, bytes: file.size, sha256, lines: splitLines(decoded.text) };
}
