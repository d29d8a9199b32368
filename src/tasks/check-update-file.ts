import { ok, reject } from '../domain/index.ts';
import type { Rejection, Result } from '../domain/index.ts';
import { refuseName } from '../formats/bundle/index.ts';
import { FormatError, formatError, hashedBy, looksLikeWebPage } from '../formats/index.ts';
import type { ReadContext } from '../formats/index.ts';
import type { BundlePlanItem } from './engine.ts';
import type { Job } from './ports.ts';

type NamedFile = NonNullable<BundlePlanItem['files']>[number];

/**
 * What is wrong with an attached update file, before anything is written: its name, no content, a web
 * page saved in its place, or another size or hash than the catalog states for the file of this name.
 */
export async function checkUpdateFile(
  file: File,
  items: readonly BundlePlanItem[],
  context: ReadContext,
): Promise<Result<null>> {
  const refusal = refuseName(file.name);
  if (refusal !== null) return reject('bundle-name-refused', file.name, '', { reason: refusal });
  if (file.size === 0) return reject('file-empty', file.name);
  try {
    const wrong = (await beginningOf(file)) ?? (await againstCatalog(file, namedIn(file, items), context));
    return wrong === null ? ok(null) : { ok: false, error: wrong };
  } catch (cause) {
    if (cause instanceof FormatError) return { ok: false, error: cause.rejection };
    throw cause;
  }
}

/** One answer a file, in their order: what is wrong with it, or null. Errors: `cancelled`. */
export async function checkUpdateFiles(
  files: readonly File[],
  items: readonly BundlePlanItem[],
  job: Job,
): Promise<Result<readonly (Rejection | null)[]>> {
  const total = files.reduce((sum, file) => sum + file.size, 0);
  const answers: (Rejection | null)[] = [];
  let before = 0;
  for (const file of files) {
    const onBytes = (done: number): void =>
      job.report({ phase: 'verify', done: before + done, total, unit: 'bytes', item: file.name });
    onBytes(0);
    const checked = await checkUpdateFile(file, items, { signal: job.signal, onBytes });
    if (job.signal.aborted) return reject('cancelled', file.name);
    answers.push(checked.ok ? null : checked.error);
    before += file.size;
  }
  return ok(answers);
}

function namedIn(file: File, items: readonly BundlePlanItem[]): readonly NamedFile[] {
  const name = file.name.toLowerCase();
  return items.flatMap(({ files = [] }) => files.filter((named) => named.name.toLowerCase() === name));
}

/** A proxy's error page saved under the name of an update is the usual damage of a download. */
async function beginningOf(file: File): Promise<Rejection | null> {
  const text = new TextDecoder().decode(await head(file));
  return looksLikeWebPage(text) ? reject('web-page-instead', file.name).error : null;
}

async function head(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(0, 4096).arrayBuffer());
  } catch (cause) {
    throw formatError('file-unreadable', file.name, '', { cause: String(cause) }, cause);
  }
}

/** Two updates may carry files of one name: it has to be one of them. */
async function againstCatalog(
  file: File,
  named: readonly NamedFile[],
  context: ReadContext,
): Promise<Rejection | null> {
  const sized = named.filter(({ size }) => size === null || size === file.size);
  const expected = named[0]?.size;
  if (named.length > 0 && sized.length === 0) {
    return reject('update-file-wrong-size', file.name, '', { expected: expected ?? 0, found: file.size })
      .error;
  }
  let wrong: Rejection | null = null;
  for (const { sha1, sha256 } of sized) {
    const [algorithm, hash] = sha256 !== null ? (['SHA-256', sha256] as const) : (['SHA-1', sha1] as const);
    if (hash === null) return null;
    const found = await hashedBy(file, context, algorithm);
    if (found === hash) return null;
    wrong = reject('update-file-wrong-hash', file.name, '', { algorithm, expected: hash, found }).error;
  }
  return wrong;
}
