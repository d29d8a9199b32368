import { createSHA256 } from 'hash-wasm';
import { formatError } from '../format-error.ts';
import type { FileSource } from '../format.ts';
import { hashFile } from '../hash.ts';
import { readBytes } from '../read-bytes.ts';
import { bagDeclaration, bagInfo, hashList, payloadOxum, type HashedFile } from './bag-text.ts';
import { maxPathLength } from './names.ts';
import type { BagSink } from './sink.ts';

export interface BagContext {
  readonly signal?: AbortSignal;
  /** Bytes copied or verified since the last call, and the path they belong to. */
  readonly onBytes?: (phase: 'write' | 'verify', bytes: number, path: string) => void;
}

/** Writes one bag: payload first, tag files next, hash lists last. All methods throw `FormatError`. */
export interface BagWriter {
  /** Copies and hashes a payload file; `path` begins with `data/`. */
  copy(path: string, source: FileSource): Promise<HashedFile>;
  /** Writes a small payload or tag file. */
  text(path: string, text: string): Promise<HashedFile>;
  folder(path: string): Promise<void>;
  /** Verifies what was written, writes bag-info and the hash lists, verifies them. Payload files returned. */
  finish(info: readonly (readonly [label: string, value: string])[]): Promise<readonly HashedFile[]>;
}

/**
 * A bag as RFC 8493 describes it. The same calls with the same content give the same bytes.
 *
 * @param root name of the bag's own folder: counts for the length of paths
 */
export function bagWriter(sink: BagSink, root: string, context: BagContext = {}): BagWriter {
  const payload: HashedFile[] = [];
  const tags: HashedFile[] = [];
  const isPayload = (path: string): boolean => path.startsWith('data/');

  async function write(path: string, chunks: AsyncIterable<Uint8Array>): Promise<HashedFile> {
    const length = root.length + 1 + path.length;
    if (length > maxPathLength) {
      throw formatError('bundle-name-refused', path, '', {
        reason: 'path-too-long',
        limit: maxPathLength,
      });
    }
    const hash = await createSHA256();
    const file = await sink.open(path);
    let bytes = 0;
    for await (const chunk of chunks) {
      if (context.signal?.aborted) throw formatError('cancelled', path);
      hash.update(chunk);
      await file.write(chunk);
      bytes += chunk.length;
      context.onBytes?.('write', chunk.length, path);
    }
    await file.close();
    return { path, bytes, sha256: hash.digest('hex') };
  }

  async function verify(files: readonly HashedFile[]): Promise<void> {
    for (const file of files) {
      const readBack = sink.readBack(file.path);
      if (readBack === null) continue;
      if (context.signal?.aborted) throw formatError('cancelled', file.path);
      const blob = await readBack;
      const sha256 = await readAgain(file.path, blob, context);
      if (sha256 !== file.sha256) {
        throw formatError('bundle-verify-failed', file.path, '', {
          expectedBytes: file.bytes,
          actualBytes: blob.size,
        });
      }
    }
  }

  async function text(path: string, content: string): Promise<HashedFile> {
    const file = await write(path, once(new TextEncoder().encode(content)));
    (isPayload(path) ? payload : tags).push(file);
    return file;
  }

  return {
    text,
    async copy(path, source) {
      const file = await write(path, readBytes(source, context.signal ? { signal: context.signal } : {}));
      payload.push(file);
      return file;
    },
    folder: (path) => sink.folder(path),
    async finish(info) {
      await verify(payload);
      await text('bagit.txt', bagDeclaration);
      await text('bag-info.txt', bagInfo([...info, ['Payload-Oxum', payloadOxum(payload)]]));
      await text('manifest-sha256.txt', hashList(payload));
      const list = await write('tagmanifest-sha256.txt', once(new TextEncoder().encode(hashList(tags))));
      await verify([...tags, list]);
      await sink.finish();
      return [...payload];
    },
  };
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  if (bytes.length > 0) yield bytes;
}

/** SHA-256 of what the medium really kept; a medium that is gone or changes meanwhile does not verify. */
async function readAgain(path: string, blob: Blob, context: BagContext): Promise<string> {
  let before = 0;
  const onBytes = (done: number): void => {
    context.onBytes?.('verify', done - before, path);
    before = done;
  };
  try {
    const signal = context.signal ? { signal: context.signal } : {};
    return await hashFile(new File([blob], path), { onBytes, ...signal });
  } catch (cause) {
    if (context.signal?.aborted) throw cause;
    const reason = cause instanceof Error ? cause.name : String(cause);
    throw formatError('bundle-verify-failed', path, '', { reason }, cause);
  }
}
