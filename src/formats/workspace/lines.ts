import { formatError } from '../format-error.ts';
import type { FileSource, ReadContext } from '../format.ts';
import { readBytes } from '../read-bytes.ts';
import { maxLineBytes } from './contents.ts';

const lineFeed = 0x0a;

/**
 * Lines of a file with their line feed, as bytes. What follows the last line feed is a line too, so
 * that a cut line is seen.
 *
 * Throws `FormatError`: as `readBytes`, and `workspace-damaged` for a line above the limit.
 */
export async function* readLines(file: FileSource, context: ReadContext): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let line = 1;
  for await (const piece of readBytes(file, context)) {
    let from = 0;
    for (let at = piece.indexOf(lineFeed); at >= 0; at = piece.indexOf(lineFeed, from)) {
      parts.push(piece.subarray(from, at + 1));
      yield joined(parts);
      from = at + 1;
      line += 1;
      parts = [];
      length = 0;
    }
    // A copy: the reader may use its piece again.
    parts.push(piece.slice(from));
    length += piece.length - from;
    if (length > maxLineBytes) {
      throw formatError('workspace-damaged', file.name, `line ${line}`, { problem: 'line-too-long' });
    }
  }
  const rest = joined(parts);
  if (rest.length) yield rest;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
