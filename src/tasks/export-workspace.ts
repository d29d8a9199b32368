import { createSHA256 } from 'hash-wasm';
import { ok } from '../domain/index.ts';
import type { JournalEntry, Result } from '../domain/index.ts';
import { writeWorkspace } from '../formats/workspace/index.ts';
import type { Job } from './ports.ts';
import { cancelled, expectingFailures } from './rejections.ts';
import type { Session } from './session.ts';

/** Journal entries read at once. */
const entriesPerRead = 2000;
/** Bytes of one part of the file: many small parts are slow. */
const partBytes = 1024 ** 2;

async function* journalOf(session: Session): AsyncGenerator<readonly JournalEntry[]> {
  for (let from = 1; ;) {
    const { entries } = await session.store.journal(from, entriesPerRead);
    if (!entries.length) return;
    yield entries;
    from += entries.length;
  }
}

/**
 * Everything stored as one file: the durable copy (design, section 5). Afterwards the journal has its
 * SHA-256, and the workspace counts as exported. An export is possible although nothing more can be
 * stored (STO01): then the file is given all the same, only unrecorded.
 */
export function exportWorkspace(session: Session, job: Job): Promise<Result<Blob>> {
  return expectingFailures(async () => {
    const at = session.clock();
    const total = session.data.journalLength;
    const hash = await createSHA256();
    const parts: Blob[] = [];
    let pending: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    let pendingBytes = 0;
    const partsOf = (generation: string) => session.store.catalogs.records(generation);
    for await (const piece of writeWorkspace(session.data, journalOf(session), at, partsOf)) {
      if (job.signal.aborted) return cancelled();
      hash.update(piece);
      pending.push(piece);
      bytes += piece.length;
      pendingBytes += piece.length;
      if (pendingBytes < partBytes) continue;
      parts.push(new Blob(pending));
      pending = [];
      pendingBytes = 0;
      job.report({ phase: 'write', done: bytes, total: bytes, unit: 'bytes', item: '' });
    }
    const file = new Blob([...parts, ...pending], { type: 'application/x-ndjson' });
    const entry = {
      act: 'workspace-exported',
      fileSha256: hash.digest('hex'),
      details: { bytes, entries: total },
    } as const;
    const recorded = await session.commit({ lastExportAt: at, journal: [entry] });
    const unrecorded = ['storage-full', 'read-only', 'storage-held'];
    return recorded.ok || unrecorded.includes(recorded.error.code) ? ok(file) : recorded;
  });
}
