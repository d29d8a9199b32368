import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { UsageError } from './exit-codes.ts';

/** Folders nest no deeper and hold no more files than this: a wrong path such as `/` ends early. */
const maxDepth = 24;
const maxFiles = 100_000;

/** Folders that Windows and macOS keep on every medium for themselves. */
const systemFolders = new Set(['system volume information', '$recycle.bin', '.spotlight-v100', '.fseventsd']);

/** Both "ENOENT" and what it means would be the same sentence for a person. */
function cannotRead(path: string, error: unknown): UsageError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const why = code === 'ENOENT' ? 'there is no such file or folder' : `it cannot be opened (${code})`;
  return new UsageError(`${path}: ${why}. Check the path; it is relative to where you stand.`);
}

/**
 * All files of the given paths: a file is itself, a folder gives the files below it.
 *
 * Links are followed; a file or folder reached twice counts once, so loops end. Sorted by code unit.
 * Folders below that cannot be opened go to `onSkipped`. Throws `UsageError` for a path that is not
 * there, and for folders beyond the limits.
 * @param from folder that relative paths start at
 * @returns absolute paths
 */
export async function findFiles(
  paths: readonly string[],
  from: string,
  onSkipped: (path: string) => void,
): Promise<string[]> {
  const folders = new Set<string>();
  /** Real path -> the path it was found by: the smallest, so that the order of the paths does not matter. */
  const files = new Map<string, string>();

  async function visit(path: string, depth: number, named: boolean): Promise<void> {
    let real: string;
    let entry;
    try {
      real = await realpath(path);
      entry = await stat(real);
    } catch (error) {
      if (named) throw cannotRead(path, error);
      onSkipped(path);
      return;
    }
    if (entry.isFile()) {
      const known = files.get(real);
      if (known === undefined || path < known) files.set(real, path);
      if (files.size > maxFiles) {
        throw new UsageError(`There are more than ${maxFiles} files: name the folders more narrowly.`);
      }
    } else if (entry.isDirectory()) {
      if (folders.has(real)) return;
      folders.add(real);
      await visitFolder(path, depth, named);
    } else {
      // Pipes and devices never end.
      if (named)
        throw new UsageError(
          `${path} is neither a file nor a folder, but a device or a pipe. Name a file, or leave the option out.`,
        );
      onSkipped(path);
    }
  }

  async function visitFolder(path: string, depth: number, named: boolean): Promise<void> {
    if (!named && systemFolders.has(basename(path).toLowerCase())) return;
    if (depth > maxDepth) {
      throw new UsageError(
        `${path}: folders are nested deeper than ${maxDepth}: name a folder further down.`,
      );
    }
    let names: string[];
    try {
      names = await readdir(path);
    } catch (error) {
      if (named) throw cannotRead(path, error);
      onSkipped(path);
      return;
    }
    for (const name of names.sort()) await visit(join(path, name), depth + 1, false);
  }

  for (const path of paths) await visit(resolve(from, path), 0, true);
  return [...files.values()].sort();
}
