import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MssecureDocument, Rejection } from '../../src/domain/index.ts';
import type { ReadContext } from '../../src/formats/index.ts';
import { readMssecure } from '../../src/formats/mssecure/index.ts';
import { unsignedAllowed } from './unsigned.ts';

/** Our own small catalog (mssecure, section 8). */
export const workedExample = readFileSync(
  join(import.meta.dirname, '../golden/mssecure-worked-example/mssecure.xml'),
  'utf8',
);

/** Reads content that is expected to be a good document. */
export async function mssecureOf(
  content: BlobPart,
  name = 'mssecure.xml',
  context: ReadContext = {},
): Promise<MssecureDocument> {
  const result = await readMssecure(new File([content], name), { ...unsignedAllowed, ...context });
  if (!result.ok) throw new Error(`rejected: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Reads content that is expected to be refused. */
export async function mssecureRefusal(content: BlobPart, name = 'mssecure.xml'): Promise<Rejection> {
  const result = await readMssecure(new File([content], name), unsignedAllowed);
  if (result.ok) throw new Error(`read as ${result.value.revision}`);
  return result.error;
}
