import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { isoDate } from '../domain/index.ts';
import type { Declaration } from '../domain/index.ts';
import { readDeclarations } from '../formats/declarations/index.ts';
import { rejectionMessage } from '../formats/scan-json/index.ts';
import { UsageError } from './exit-codes.ts';
import { findFiles } from './find-files.ts';

/**
 * What the site declares, from --declarations. Throws `UsageError` for a file that is not there or not in
 * its form: a scan that knows less than was said is not what was asked. Whether a declaration still counts
 * is the only thing that depends on the day.
 */
export async function readDeclared(path: string | null, from: string): Promise<readonly Declaration[]> {
  if (path === null) return [];
  const [found, ...more] = await findFiles([path], from, () => undefined);
  if (found === undefined || more.length > 0) {
    throw new UsageError(`"--declarations" takes one JSON file: ${path} is a folder.`);
  }
  const file = new File([await openAsBlob(found)], basename(found));
  const read = await readDeclarations(file, isoDate(Date.now()), {
    signal: new AbortController().signal,
    onBytes: () => undefined,
  });
  if (!read.ok) throw new UsageError(`"--declarations": ${rejectionMessage(read.error)}`);
  return read.value;
}
