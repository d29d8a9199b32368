import { reject } from '../domain/index.ts';
import type { Rejection, RejectionCode, Result } from '../domain/index.ts';
import type { FileSource, ReadContext, SiteTrust } from '../formats/index.ts';
import { archiveKind } from '../formats/archive/index.ts';
import { readUbrTable } from '../formats/ubr-table/index.ts';
import type { UbrTable } from '../formats/ubr-table/index.ts';
import { isUpdateFile, kindOf } from './identify-files.ts';
import type { LargeCatalog } from './large-catalog/index.ts';
import { keptContent } from './kept-content.ts';
import type { Job } from './ports.ts';
import { outermost, readArchive } from './read-archive.ts';
import type { Nesting } from './read-archive.ts';
import { readFile, readHead } from './read-file.ts';
import type { FileFormats, ReadFile } from './read-file.ts';
import { cancelled } from './rejections.ts';

/** What one file of a batch turned out to be, read to its end. */
export type BatchItem = {
  readonly file: string;
  /** When the file was last written, in milliseconds since 1970. */
  readonly fileDate?: number;
} & (
  | ReadFile
  | { readonly kind: 'ubr-table'; readonly table: UbrTable }
  /** A workspace file replaces everything: restoring is its own act, never part of an import. */
  | { readonly kind: 'workspace' | 'update-file' }
);

/** A file, or the files of an archive, read one by one; those of archives in it stand among them. */
export type FileOrArchive =
  BatchItem | { readonly file: string; readonly kind: 'archive'; readonly members: readonly BatchItem[] };

/** Reads a Microsoft Update catalog, too large for memory, or an update of it straight into the store. */
export type ReadLarge = (file: FileSource) => Promise<Result<LargeCatalog>>;

const withoutCatalog: ReadonlySet<RejectionCode> = new Set(['element-missing', 'archive-not-supported']);

async function readOne(
  file: FileSource,
  formats: FileFormats,
  context: ReadContext,
  large: ReadLarge | null,
  nesting: Nesting = outermost(),
): Promise<FileOrArchive> {
  const head = await readHead(file, formats.decode);
  if (!head.ok) return { file: file.name, kind: 'rejected', error: head.error };
  const { kind, format } = kindOf(head.value, formats);
  if (kind === 'workspace' || kind === 'update-file') return { file: file.name, kind };
  if (kind === 'archive') {
    const archive = archiveKind(head.value.bytes) ?? 'zip';
    const members: ReadContext = context.signal ? { signal: context.signal } : {};
    return readArchive(
      file,
      archive,
      { ...context, ...(formats.lzx && { lzx: formats.lzx }) },
      nesting,
      (member, inner) =>
        guarded(member, () =>
          readOne(
            member,
            formats,
            { ...members, ...(context.trust && { trust: context.trust }) },
            null,
            inner,
          ),
        ),
    );
  }
  if (kind !== 'ubr-table') {
    const isLarge = large !== null && format === 'mu';
    // A large one tells of its stages by itself: an empty one before them would look like a step back.
    if (!isLarge) context.onBytes?.(0);
    const item = isLarge
      ? await readLarge(file, format, large)
      : { file: file.name, ...(await readFile(file, formats, context)) };
    // Without a catalog in it that can be read, a single update is still what its name says.
    const isPlainUpdate =
      item.kind === 'rejected' && withoutCatalog.has(item.error.code) && isUpdateFile(head.value);
    return isPlainUpdate ? { file: file.name, kind: 'update-file' } : item;
  }
  context.onBytes?.(0);
  const read = await readUbrTable(file, context);
  if (!read.ok) return { file: file.name, kind: 'rejected', error: read.error };
  return { file: file.name, kind, table: read.value };
}

async function readLarge(file: FileSource, format: string, large: ReadLarge): Promise<BatchItem> {
  const read = await large(file);
  if (!read.ok) return { file: file.name, kind: 'rejected', error: read.error };
  return { file: file.name, kind: 'catalog', format, ...read.value };
}

/** A reader that fails in a way it should not is that file's failure: the batch goes on. */
async function guarded(file: FileSource, read: () => Promise<FileOrArchive>): Promise<FileOrArchive> {
  try {
    return await withContent(await read(), file);
  } catch (error) {
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const rejection: Rejection = reject('internal', file.name, '', { message }).error;
    return { file: file.name, kind: 'rejected', error: rejection };
  }
}

/** A cabinet that somebody has to vouch for is asked about later: its medium may be gone by then. */
async function withContent(item: FileOrArchive, file: FileSource): Promise<FileOrArchive> {
  if (item.kind !== 'rejected' || item.error.code !== 'signature-not-proven') return item;
  return { ...item, content: await keptContent(file) };
}

/**
 * Reads every file of a batch, in the order given. A bad file is an item with its rejection and does
 * not stop the others; only a raised signal does.
 *
 * @param trust what signatures of catalogs may end at; nothing where not given
 */
export async function readBatch(
  files: readonly FileSource[],
  formats: FileFormats,
  job: Job,
  trust?: SiteTrust,
  large: ReadLarge | null = null,
): Promise<Result<readonly BatchItem[]>> {
  const total = files.reduce((sum, file) => sum + file.size, 0);
  const items: BatchItem[] = [];
  let before = 0;
  for (const file of files) {
    const onBytes = (done: number): void =>
      job.report({ phase: 'read', done: before + done, total, unit: 'bytes', item: file.name });
    const context = { signal: job.signal, onBytes, ...(trust && { trust }) };
    const item = await guarded(file, () => readOne(file, formats, context, large));
    if (job.signal.aborted) return cancelled();
    const { lastModified } = file;
    const read = item.kind === 'archive' ? item.members : [item];
    items.push(...read.map((one) => (lastModified === undefined ? one : { ...one, fileDate: lastModified })));
    before += file.size;
  }
  return { ok: true, value: items };
}
