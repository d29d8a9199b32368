import { formatError } from './format-error.ts';
import type { FileSource, ReadContext } from './format.ts';

/** Largest piece handed on, bytes: some platforms give a file in memory as one piece. */
const maxPieceBytes = 256 * 1024;

/**
 * The bytes of a file in order, in pieces of at most 256 KiB: never the whole file at once.
 *
 * Reports bytes read through `onBytes` after each piece. Throws `FormatError` with `cancelled` when
 * the signal is raised, `file-changed-while-read` when the file gives other than `size` bytes or the
 * platform says it was changed, `file-unreadable` when the medium fails.
 */
export async function* readBytes(file: FileSource, context: ReadContext): AsyncGenerator<Uint8Array> {
  const { signal, onBytes } = context;
  const reader = file.stream().getReader();
  let done = 0;
  try {
    for (;;) {
      const given = await nextPiece(reader, file.name, done);
      if (given === null) break;
      for (let start = 0; start < given.length; start += maxPieceBytes) {
        if (signal?.aborted) throw formatError('cancelled', file.name, `byte ${done}`);
        const piece = given.subarray(start, start + maxPieceBytes);
        done += piece.length;
        if (done > file.size) throw changed(file, done);
        onBytes?.(done);
        yield piece;
      }
    }
    if (done !== file.size) throw changed(file, done);
  } finally {
    // Also when the consumer stops early: the file handle behind the stream is given back.
    await reader.cancel().catch(() => undefined);
  }
}

async function nextPiece(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  name: string,
  done: number,
): Promise<Uint8Array | null> {
  try {
    const { done: ended, value } = await reader.read();
    return ended ? null : value;
  } catch (cause) {
    // A browser's File is a snapshot: NotReadableError is what it throws when the file was changed since.
    const changedSince = cause instanceof Error && cause.name === 'NotReadableError';
    const code = changedSince ? 'file-changed-while-read' : 'file-unreadable';
    throw formatError(code, name, `byte ${done}`, { cause: String(cause) }, cause);
  }
}

function changed(file: FileSource, done: number) {
  return formatError('file-changed-while-read', file.name, `byte ${done}`, {
    expectedBytes: file.size,
    readBytes: done,
  });
}
