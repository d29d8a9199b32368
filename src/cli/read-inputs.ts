import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { reject } from '../domain/index.ts';
import type { Rejection, Result } from '../domain/index.ts';
import { readUbrTable } from '../formats/ubr-table/index.ts';
import type { UbrTable } from '../formats/ubr-table/index.ts';
import { readFile } from '../tasks/read-file.ts';
import type { FileFormats, ReadFile } from '../tasks/read-file.ts';
import { workspaceOfFiles } from '../tasks/workspace-of-files.ts';
import type { FilesWorkspace, GivenFile } from '../tasks/workspace-of-files.ts';
import { UsageError } from './exit-codes.ts';
import { findFiles } from './find-files.ts';
import type { Terminal } from './terminal.ts';

export interface InputPaths {
  readonly catalogs: readonly string[];
  readonly inventories: readonly string[];
  readonly ubr: string | null;
}

export interface Inputs extends FilesWorkspace {
  readonly ubr: UbrTable | null;
}

/** A file of the disk as readers want it: nothing is read before they ask. */
async function openFile(path: string): Promise<Result<File>> {
  const name = basename(path);
  try {
    return { ok: true, value: new File([await openAsBlob(path)], name) };
  } catch (error) {
    return reject('file-unreadable', name, '', { cause: String(error) });
  }
}

async function readPath(path: string, formats: FileFormats): Promise<ReadFile> {
  const file = await openFile(path);
  return file.ok ? readFile(file.value, formats, {}) : { kind: 'rejected', error: file.error };
}

/**
 * Reads everything that was named. Paths are relative to `from`. Throws `UsageError` for a path that
 * is not there; a file that cannot be used is in `rejected`.
 */
export async function readInputs(
  paths: InputPaths,
  from: string,
  formats: FileFormats,
  terminal: Terminal,
): Promise<Inputs> {
  const skipped = (path: string): void => terminal.say(`${path} cannot be opened and is left out.`);
  const catalogs = new Set(await findFiles(paths.catalogs, from, skipped));
  const inventories = new Set(await findFiles(paths.inventories, from, skipped));
  const [ubrPath, ...more] = paths.ubr === null ? [] : await findFiles([paths.ubr], from, skipped);
  if (more.length > 0) throw new UsageError(`"--ubr" takes one file: ${paths.ubr ?? ''} is a folder.`);
  if (catalogs.size === 0) terminal.say('There is no file under --catalog.');
  if (inventories.size === 0) terminal.say('There is no file under --inventory.');

  const all = [...new Set([...catalogs, ...inventories])].sort();
  const given: GivenFile[] = [];
  for (const path of all) {
    terminal.progress({ phase: 'read', done: given.length, total: all.length, unit: 'files', item: path });
    const read = await readPath(path, formats);
    given.push({
      name: basename(path),
      asCatalog: catalogs.has(path),
      asInventory: inventories.has(path),
      read,
    });
  }
  const workspace = workspaceOfFiles(given);
  const table = ubrPath === undefined ? null : await readTable(ubrPath);
  const rejected: readonly Rejection[] = table?.ok === false ? [table.error] : [];
  return {
    ...workspace,
    rejected: [...workspace.rejected, ...rejected],
    ubr: table?.ok === true ? table.value : null,
  };
}

async function readTable(path: string): Promise<Result<UbrTable>> {
  const file = await openFile(path);
  return file.ok ? readUbrTable(file.value, {}) : file;
}
