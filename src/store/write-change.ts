import { readingKey } from '../domain/index.ts';
import type { JournalEntry } from '../domain/index.ts';
import type { BulkRow, Database } from './database.ts';
import type { DexieStates } from './dexie-states.ts';
import { emptyHead } from './journal-chain.ts';
import type { JournalChain, JournalHead } from './journal-chain.ts';
import { leanDocument } from './large/index.ts';
import type { DexieParts } from './large/index.ts';
import { chunkReadings, decodeJson, documentKey, encodeJson, readingsKey, waitingKey } from './records.ts';
import type { Change, StoredEdition, StoredReading } from './store.ts';

/** A change with everything encoded that can be encoded before the transaction opens. */
export interface PreparedChange {
  readonly change: Change;
  readonly documents: readonly BulkRow[];
  readonly chunks: ReturnType<typeof chunkReadings>;
  readonly waiting: readonly BulkRow[];
  /** Bytes of the bulk records: what a full disk is measured against. */
  readonly bytes: number;
}

export function prepareChange(change: Change, states: DexieStates): PreparedChange {
  const documents = (change.putEditions ?? []).map((edition) =>
    encodeJson(documentKey(edition.key), leanDocument(edition)),
  );
  const chunks = chunkReadings(change.putReadings ?? []);
  const waiting = (change.putWaiting ?? []).map((file) => encodeJson(waitingKey(file.key), file));
  const sizes = [...documents, ...waiting, ...chunks.map((chunk) => chunk.bulk)].map(
    (row) => row.bytes.length,
  );
  const bytes = sizes.reduce((sum, size) => sum + size, states.newBytes(change.states));
  return { change, documents, chunks, waiting, bytes };
}

async function removeReadings(db: Database, keys: readonly string[]): Promise<void> {
  if (!keys.length) return;
  const gone = new Set(keys);
  const touched = await db.readingChunks.filter((row) => row.files.some((file) => gone.has(file))).toArray();
  for (const row of touched) {
    const key = readingsKey(row.id);
    const left = decodeJson<StoredReading[]>(key, await db.bulk.get(key)).filter(
      (stored) => !gone.has(readingKey(stored)),
    );
    await db.readingChunks.delete(row.id);
    await db.bulk.delete(key);
    await putChunks(db, chunkReadings(left));
  }
}

async function putChunks(db: Database, chunks: PreparedChange['chunks']): Promise<void> {
  await db.readingChunks.bulkPut(chunks.map((chunk) => chunk.row));
  await db.bulk.bulkPut(chunks.map((chunk) => chunk.bulk));
}

async function writeUbr(db: Database, ubr: Change['ubr']): Promise<void> {
  for (const [machine, value] of Object.entries(ubr ?? {})) {
    if (value === null) await db.ubr.delete(machine);
    else await db.ubr.put({ machine, ubr: value });
  }
}

async function removeEditions(db: Database, parts: DexieParts, keys: readonly string[]): Promise<void> {
  for (const row of await db.editions.bulkGet([...keys])) {
    if (row?.generation !== undefined) await parts.removeInside(row.generation);
  }
  await db.editions.bulkDelete([...keys]);
  await db.bulk.bulkDelete(keys.map(documentKey));
}

/** Parts of editions that were read again: the same file with another choice. */
async function removeReplaced(
  db: Database,
  parts: DexieParts,
  editions: readonly StoredEdition[],
): Promise<void> {
  const rows = await db.editions.bulkGet(editions.map(({ key }) => key));
  for (const [at, row] of rows.entries()) {
    const before = row?.generation;
    if (before !== undefined && before !== editions[at]?.generation) await parts.removeInside(before);
  }
}

/**
 * Writes one change. Must run inside a read-write transaction over all tables, and awaits nothing but
 * the transaction's own requests.
 */
export async function writeChange(
  db: Database,
  chain: JournalChain,
  { parts, states }: { readonly parts: DexieParts; readonly states: DexieStates },
  prepared: PreparedChange,
  by: string,
  at: number,
): Promise<void> {
  const { change } = prepared;
  const editions = change.putEditions ?? [];
  await removeEditions(db, parts, change.deleteEditions ?? []);
  await removeReplaced(db, parts, editions);
  await db.editions.bulkPut(
    editions.map(({ key, importedAt, current, generation }) => ({
      key,
      importedAt,
      current,
      ...(generation !== undefined && { generation }),
    })),
  );
  await db.bulk.bulkPut([...prepared.documents]);
  await removeReadings(db, [...(change.deleteReadings ?? []), ...(change.putReadings ?? []).map(readingKey)]);
  await putChunks(db, prepared.chunks);
  await db.bulk.bulkDelete((change.deleteWaiting ?? []).map(waitingKey));
  await db.bulk.bulkPut([...prepared.waiting]);
  await writeUbr(db, change.ubr);
  await db.authorizations.bulkDelete([...(change.deleteAuthorizations ?? [])]);
  await db.authorizations.bulkPut([...(change.authorizations ?? [])]);
  await states.write(change.states);
  await db.ignored.bulkPut([...(change.ignored ?? [])]);
  await db.roots.bulkDelete([...(change.deleteRoots ?? [])]);
  await db.roots.bulkPut([...(change.putRoots ?? [])]);
  await db.declarations.bulkDelete([...(change.deleteDeclarations ?? [])]);
  await db.declarations.bulkPut([...(change.putDeclarations ?? [])]);
  if (change.settings) await db.meta.put({ key: 'settings', value: change.settings });
  if (change.practice !== undefined) await db.meta.put({ key: 'practice', value: change.practice });
  const head = await appendEntries(db, (from) => chain.extend(from, change.journal, by, at));
  if (change.lastExportAt !== undefined) {
    await db.meta.put({ key: 'lastExportAt', value: change.lastExportAt });
    await db.meta.put({ key: 'exportedAtLength', value: head.index });
  }
}

/** Appends entries after the stored head and moves the head. */
export async function appendEntries(
  db: Database,
  entriesAfter: (head: JournalHead) => readonly JournalEntry[],
): Promise<JournalHead> {
  const row = await db.meta.get('journalHead');
  const head = (row?.value as JournalHead | undefined) ?? emptyHead;
  const entries = entriesAfter(head);
  const last = entries.at(-1);
  if (!last) return head;
  await db.entries.bulkAdd([...entries]);
  const moved: JournalHead = { index: last.index, hash: last.hash };
  await db.meta.put({ key: 'journalHead', value: moved });
  return moved;
}
