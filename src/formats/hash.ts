import { createSHA1, createSHA256, sha256 } from 'hash-wasm';
import type { FileSource, ReadContext } from './format.ts';
import { readBytes } from './read-bytes.ts';

/**
 * SHA-256 of a file, lower-case hex, read piece by piece: memory stays flat whatever the size.
 * Throws `FormatError` as `readBytes` does (cancelled, changed while read, unreadable).
 */
export function hashFile(file: FileSource, context: ReadContext): Promise<string> {
  return hashedBy(file, context, 'SHA-256');
}

/**
 * The same with the algorithm that a catalog uses; SHA-1 only to compare with what an old catalog says.
 */
export async function hashedBy(
  file: FileSource,
  context: ReadContext,
  algorithm: 'SHA-1' | 'SHA-256',
): Promise<string> {
  const hash = await (algorithm === 'SHA-1' ? createSHA1() : createSHA256());
  for await (const piece of readBytes(file, context)) hash.update(piece);
  return hash.digest('hex');
}

/** SHA-256 of bytes in memory, lower-case hex. */
export function sha256Hex(bytes: Uint8Array): Promise<string> {
  return sha256(bytes);
}
