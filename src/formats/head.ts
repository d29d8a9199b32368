import { formatError, settle } from './format-error.ts';
import type { FileSource, Head } from './format.ts';
import type { Result } from '../domain/index.ts';
import { decodeText } from './inventory/decode/index.ts';

/** First bytes that are read to tell what a file is. */
const headBytes = 64 * 1024;

/**
 * The first bytes of a file, decoded, enough to tell what it is; nothing else is read. Rejections:
 * `file-empty`, `file-unreadable` (the medium failed or was taken out).
 */
export function readHead(file: FileSource): Promise<Result<Head>> {
  return settle(async () => {
    if (file.size === 0) throw formatError('file-empty', file.name);
    const bytes = await firstBytes(file);
    return { name: file.name, size: file.size, bytes, text: decodeText(bytes).text };
  });
}

async function firstBytes(file: FileSource): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  } catch (cause) {
    throw formatError('file-unreadable', file.name, 'byte 0', { cause: String(cause) }, cause);
  }
}
