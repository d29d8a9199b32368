import { ok, readingKey } from '../domain/index.ts';
import type { CatalogDocument, InventoryReading, Rejection, Result, WaitingFile } from '../domain/index.ts';
import type { WaitingRow } from './import-report.ts';
import { refusedName } from './refused-name.ts';
import { notWaiting } from './rejections.ts';
import type { Session } from './session.ts';

/**
 * Larger documents are not stored a second time for a question: a monthly document has 2 MB, and the place
 * of a browser is small. A Microsoft Update catalog is never kept: it has up to 1 GB.
 */
const largestKeptDocument = 64 * 1024 ** 2;

/** A reading that waits for the name of its machine. */
export function waitingReading(reading: InventoryReading, at: number, fileDate?: number): WaitingFile {
  const key = readingKey({ reading, givenName: null });
  return { kind: 'name', key, at, reading, ...(fileDate === undefined ? {} : { fileDate }) };
}

/** An edition that waits for the decision whether it shall count. */
export function waitingEdition(
  key: string,
  document: CatalogDocument,
  error: Rejection,
  at: number,
): WaitingFile {
  const isKept = document.source !== 'mu' && document.bytes <= largestKeptDocument;
  return { kind: 'older', key, at, error, document: isKept ? document : null };
}

const signaturePrefix = 'signature:';

/** Under which a file waits for somebody to vouch for it. */
export function signatureWaitingKey(sha256: string): string {
  return `${signaturePrefix}${sha256}`;
}

/** A cabinet that nothing proves; the rejection names its hash. */
export function waitingSignature(error: Rejection, content: string | null, at: number): WaitingFile {
  const sha256 = String(error.details['sha256'] ?? '');
  return { kind: 'signature', key: signatureWaitingKey(sha256), at, sha256, content, error };
}

/** Waiting files as pages list them, the oldest question first. */
export function waitingRows(files: readonly WaitingFile[]): readonly WaitingRow[] {
  return [...files].sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1)).map(row);
}

function row(waiting: WaitingFile): WaitingRow {
  const { key, at } = waiting;
  if (waiting.kind === 'older') {
    const { error, document } = waiting;
    return { key, at, kind: 'older', file: error.file, error, kept: document !== null };
  }
  if (waiting.kind === 'signature') {
    const { error, content } = waiting;
    return { key, at, kind: 'signature', file: error.file, error, kept: content !== null };
  }
  const { file, stem } = waiting.reading;
  const refused = refusedName(waiting.reading);
  return { key, at, kind: 'name', file, stem, ...(refused && { refused }) };
}

/**
 * Leaves a waiting file out: nothing of it is used, and the journal says so. Can be taken back.
 * Errors: `not-waiting`.
 */
export async function dropWaiting(session: Session, key: string): Promise<Result<null>> {
  const waiting = session.data.waiting.find((one) => one.key === key);
  if (!waiting) return notWaiting();
  const { file, fileSha256 } = originOf(waiting);
  const redo = { deleteWaiting: [key] };
  const journal = [{ act: 'waiting-dropped', file, fileSha256 }] as const;
  const stored = await session.commit({ ...redo, journal });
  if (!stored.ok) return stored;
  session.history.push({ act: 'waiting-dropped', count: 1, undo: { putWaiting: [waiting] }, redo });
  return ok(null);
}

/** File that a question is about, and its hash; empty where it was not kept. */
export function originOf(waiting: WaitingFile): { readonly file: string; readonly fileSha256: string } {
  switch (waiting.kind) {
    case 'name':
      return { file: waiting.reading.file, fileSha256: waiting.reading.sha256 };
    case 'older':
      return { file: waiting.error.file, fileSha256: waiting.document?.sha256 ?? '' };
    case 'signature':
      return { file: waiting.error.file, fileSha256: waiting.sha256 };
  }
}
