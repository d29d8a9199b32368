import { reject } from '../domain/index.ts';
import type { BatchItem } from '../tasks/read-batch.ts';
import type { FileFormats } from '../tasks/read-file.ts';
import { workspaceOfFiles } from '../tasks/workspace-of-files.ts';
import type { FilesWorkspace, GivenFile } from '../tasks/workspace-of-files.ts';
import { UsageError } from './exit-codes.ts';
import { findFiles } from './find-files.ts';
import { readFiles } from './read-files.ts';
import type { GivenTrust } from './read-trust.ts';
import type { Terminal } from './terminal.ts';

export interface InputPaths {
  readonly catalogs: readonly string[];
  readonly inventories: readonly string[];
  readonly ubr: string | null;
}

const tableHint =
  'It is a CSV file with the line machine,ubr and one line a machine; without one leave --ubr out.';

/** The paths that --ubr names: one file, or none. */
async function ubrPaths(given: string | null, from: string): Promise<readonly string[]> {
  if (given === null) return [];
  const found = await findFiles([given], from, () => undefined).catch((error: unknown) => {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`--ubr: ${error.message} ${tableHint}`);
  });
  if (found.length === 1) return found;
  throw new UsageError(`"--ubr" takes one file: ${given} is a folder. ${tableHint}`);
}

/**
 * Reads everything that was named. Paths are relative to `from`. Throws `UsageError` for a path that
 * is not there; a file that cannot be used is in `rejected`.
 * @param program the built command line, for threads that read
 */
export async function readInputs(
  paths: InputPaths,
  from: string,
  formats: FileFormats,
  program: string,
  terminal: Terminal,
  trust: GivenTrust,
): Promise<FilesWorkspace> {
  const skipped = (path: string): void => terminal.say(`${path} cannot be opened and is left out.`);
  const catalogs = new Set(await findFiles(paths.catalogs, from, skipped));
  const inventories = new Set(await findFiles(paths.inventories, from, skipped));
  const ubr = new Set(await ubrPaths(paths.ubr, from));
  if (catalogs.size === 0) terminal.say('There is no file under --catalog.');
  if (inventories.size === 0) terminal.say('There is no file under --inventory.');

  const all = [...new Set([...catalogs, ...inventories, ...ubr])].sort();
  const progress = (item: string, done: number): void =>
    terminal.progress({ phase: 'read', done, total: all.length, unit: 'files', item });
  const items = await readFiles(all, formats, program, progress, trust);
  const given = items.flatMap((ofPath, at) => {
    const path = all[at] ?? '';
    return ofPath.map((item): GivenFile => {
      const asInventory = inventories.has(path);
      return { asCatalog: catalogs.has(path), asInventory, item: ubr.has(path) ? asTable(item) : item };
    });
  });
  return workspaceOfFiles(given);
}

/** What --ubr names must be a table: anything else was not understood as one. */
function asTable(item: BatchItem): BatchItem {
  if (item.kind === 'ubr-table') return item;
  if (item.kind === 'rejected' && item.error.code !== 'not-recognised') return item;
  return { file: item.file, kind: 'rejected', error: reject('ubr-table-malformed', item.file).error };
}
