import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { reject } from '../domain/index.ts';
import { readBatch } from '../tasks/read-batch.ts';
import type { BatchItem } from '../tasks/read-batch.ts';
import type { FileFormats } from '../tasks/read-file.ts';
import { siteTrustOf } from './read-trust.ts';
import type { GivenTrust } from './read-trust.ts';

const signal = new AbortController().signal;
const silent = { signal, report: () => undefined };

/** One file of the disk, or the files of an archive, read to the end; nothing is read before its format asks. */
export async function readPath(
  path: string,
  formats: FileFormats,
  trust: GivenTrust,
): Promise<readonly BatchItem[]> {
  const name = basename(path);
  try {
    const [content, { mtimeMs }] = await Promise.all([openAsBlob(path), stat(path)]);
    const file = new File([content], name, { lastModified: Math.floor(mtimeMs) });
    const read = await readBatch([file], formats, silent, siteTrustOf(trust));
    if (read.ok && read.value.length > 0) return read.value;
  } catch (error) {
    const failure = reject('file-unreadable', name, '', { cause: String(error) });
    return [{ file: name, kind: 'rejected', error: failure.error }];
  }
  throw new Error(`${path} was not read`);
}
