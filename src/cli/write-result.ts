import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import { UsageError } from './exit-codes.ts';

/** Writes piece by piece and waits where the reader is slower. */
async function pour(pieces: Iterable<string>, stream: Writable): Promise<void> {
  let buffer = '';
  const flush = async (): Promise<void> => {
    const ready = stream.write(buffer);
    buffer = '';
    if (!ready) await once(stream, 'drain');
  };
  for (const piece of pieces) {
    buffer += piece;
    if (buffer.length >= 65_536) await flush();
  }
  if (buffer !== '') await flush();
}

/** Checks before the work that the result has a place. Throws `UsageError`. */
export async function checkOut(out: string, from: string): Promise<void> {
  if (out === '-') return;
  const path = resolve(from, out);
  const folder = await stat(dirname(path)).catch(() => null);
  if (folder?.isDirectory() !== true) {
    throw new UsageError(
      `--out ${out}: there is no folder ${dirname(path)}. Make it first, or name another.`,
    );
  }
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory() === true) {
    throw new UsageError(`--out ${out} is a folder: name a file in it.`);
  }
}

/**
 * Writes a result to a file, or to standard output for `-`. A file is whole or not there: it is
 * written beside its place and moved there at the end.
 */
export async function writeResult(pieces: Iterable<string>, out: string, from: string): Promise<void> {
  if (out === '-') return pour(pieces, process.stdout);
  const path = resolve(from, out);
  const there = await stat(path).catch(() => null);
  // A pipe or device cannot be replaced by a file.
  if (there !== null && !there.isFile()) return pourInto(pieces, path);
  const partial = `${path}.${process.pid}.part`;
  try {
    await pourInto(pieces, partial);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw new UsageError(
      `--out ${out} cannot be written (${String(error)}): check the place, or name another.`,
    );
  }
}

async function pourInto(pieces: Iterable<string>, path: string): Promise<void> {
  const stream = createWriteStream(path);
  const done = finished(stream);
  await Promise.race([pour(pieces, stream), done]);
  stream.end();
  await done;
}
