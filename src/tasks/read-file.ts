import { reject } from '../domain/index.ts';
import type { CatalogDocument, InventoryReading, MuScope, Rejection, Result } from '../domain/index.ts';
import { hashFile, looksLikeWebPage } from '../formats/index.ts';
import type { LzxPort } from '../formats/cab/index.ts';
import type { CatalogFormat, FileSource, Head, InventoryFormat, ReadContext } from '../formats/index.ts';
import { archiveRejection } from './archive-rejection.ts';
import { isAccompanyingFile } from './accompanying-file.ts';

/** The formats that are asked, in this order, and how the first bytes become text. */
export interface FileFormats {
  readonly catalogs: readonly CatalogFormat[];
  readonly inventories: readonly InventoryFormat[];
  readonly decode: (bytes: Uint8Array) => string;
  /** Brings the LZX decoder of cabinets; without it such cabinets are refused. */
  readonly lzx?: LzxPort;
  /** What to take of a Microsoft Update catalog that is read whole. */
  readonly scope?: MuScope;
}

/** What one file turned out to be, read to its end. */
export type ReadFile =
  | {
      readonly kind: 'catalog';
      readonly format: string;
      readonly document: CatalogDocument;
      /** Where the store has its revisions and details, if they were written there while it was read. */
      readonly generation?: string;
    }
  | { readonly kind: 'inventory'; readonly format: string; readonly reading: InventoryReading }
  | { readonly kind: 'ignored'; readonly format: string; readonly reason: string; readonly sha256: string }
  | {
      readonly kind: 'rejected';
      readonly error: Rejection;
      /** Document that a catalog file would have been, where its beginning names it. */
      readonly document?: string;
      /** Of one that waits for a reason, kept for the answer: base64, or null where it is too big. */
      readonly content?: string | null;
    };

const headBytes = 64 * 1024;

/** The first 64 KiB of a file; a rejection when the medium fails. */
export async function readHead(file: FileSource, decode: FileFormats['decode']): Promise<Result<Head>> {
  try {
    const bytes = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
    return { ok: true, value: { name: file.name, size: file.size, bytes, text: decode(bytes) } };
  } catch (cause) {
    return reject('file-unreadable', file.name, '', { cause: String(cause) });
  }
}

/** The format of a file by its content, whatever it is called; null where none knows it. */
export function formatOf(head: Head, formats: FileFormats): CatalogFormat | InventoryFormat | null {
  return [...formats.catalogs, ...formats.inventories].find((format) => format.sniff(head)) ?? null;
}

/** Why a file that no format knows is refused, in the words that help most. */
export function refusal(head: Head): Rejection {
  const archive = archiveRejection(head);
  if (archive !== null) return archive;
  const code =
    head.size === 0 ? 'file-empty' : looksLikeWebPage(head.text) ? 'web-page-instead' : 'not-recognised';
  return reject(code, head.name).error;
}

/** Tells by content what a file is and reads it to its end. Failures come back as `rejected`. */
export async function readFile(
  file: FileSource,
  formats: FileFormats,
  context: ReadContext,
): Promise<ReadFile> {
  const head = await readHead(file, formats.decode);
  if (!head.ok) return { kind: 'rejected', error: head.error };
  const format = formatOf(head.value, formats);
  if (format === null) {
    if (!isAccompanyingFile(file.name)) return { kind: 'rejected', error: refusal(head.value) };
    const sha256 = await hashFile(file, context);
    return { kind: 'ignored', format: 'accompanying', reason: 'accompanying-file', sha256 };
  }
  if (format.kind === 'catalog') {
    const read = await format.read(file, {
      ...context,
      ...(formats.lzx && { lzx: formats.lzx }),
      ...(formats.scope && { scope: formats.scope }),
    });
    if (!read.ok) {
      const document = format.documentOf?.(head.value) ?? null;
      return { kind: 'rejected', error: read.error, ...(document !== null && { document }) };
    }
    return { kind: 'catalog', format: format.id, document: read.value };
  }
  const read = await format.read(file, context);
  if (!read.ok) return { kind: 'rejected', error: read.error };
  const outcome = read.value;
  if (outcome.use === 'reading') return { kind: 'inventory', format: format.id, reading: outcome.reading };
  return { kind: 'ignored', format: outcome.format, reason: outcome.reason, sha256: outcome.sha256 };
}
