import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { BatchItem } from '../tasks/read-batch.ts';
import type { FileFormats } from '../tasks/read-file.ts';
import { readPath } from './read-path.ts';
import type { GivenTrust } from './read-trust.ts';
import { startReading } from './reading-thread.ts';

/** A thread needs about 0.1 s to begin; in that time about 1.5 MB of a catalog are read. */
const bytesWorthAThread = 4 * 1024 * 1024;
/** What a thread has read is copied to this one: of a larger file that would be too much at once. */
const mostBytesOfAFile = 64 * 1024 * 1024;
const mostThreads = 7;

/**
 * Reads files here and, where their bytes are worth it, in other threads too: one for every other core.
 * @param program the built command line (main.js): what a thread runs
 * @param onRead called after each file with the number of files read so far
 * @returns the items of each path, in the order of `paths`: several of an archive
 */
export async function readFiles(
  paths: readonly string[],
  formats: FileFormats,
  program: string,
  onRead: (path: string, done: number) => void,
  trust: GivenTrust,
): Promise<readonly (readonly BatchItem[])[]> {
  const sizes = await Promise.all(paths.map(sizeOf));
  // The largest first: what is left for the end is small, and all threads end at the same time.
  const waiting = [...paths.keys()].sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
  const items = new Map<number, readonly BatchItem[]>();
  const keep = (at: number, item: readonly BatchItem[]): void => {
    items.set(at, item);
    onRead(paths[at] ?? '', items.size);
  };
  const here = async (): Promise<void> => {
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
      keep(at, await readPath(paths[at] ?? '', formats, trust));
    }
  };
  const elsewhere = async (): Promise<void> => {
    const thread = startReading(program, trust, formats.scope);
    try {
      for (let at = take(); at !== undefined; at = take()) {
        const item = await thread.read(paths[at] ?? '');
        if (item === null) return void waiting.unshift(at);
        keep(at, item);
      }
    } finally {
      thread.end();
    }
  };
  const take = (): number | undefined => {
    const at = waiting.findIndex((path) => (sizes[path] ?? 0) <= mostBytesOfAFile);
    return at < 0 ? undefined : waiting.splice(at, 1)[0];
  };
  await Promise.all([here(), ...Array.from({ length: threadsFor(sizes) }, elsewhere)]);
  // Files of a thread that failed.
  await here();
  return paths.map((path, at) => {
    const item = items.get(at);
    if (item === undefined) throw new Error(`${path} was not read`);
    return item;
  });
}

/** Threads beside this one that the bytes are worth. */
function threadsFor(sizes: readonly number[]): number {
  const shared = sizes.filter((size) => size <= mostBytesOfAFile);
  const bytes = shared.reduce((sum, size) => sum + size, 0);
  return Math.min(
    Math.floor(bytes / bytesWorthAThread),
    availableParallelism() - 1,
    shared.length - 1,
    mostThreads,
  );
}

/** A file that cannot be asked is read like a small one, and says itself what is wrong. */
function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}
