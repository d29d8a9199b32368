import { readingKey } from '../domain/index.ts';
import type { Settings, WaitingFile } from '../domain/index.ts';
import type { Database } from './database.ts';
import type { DexieStates } from './dexie-states.ts';
import type { JournalHead } from './journal-chain.ts';
import { decodeJson, documentKey, isWaiting, readingsKey } from './records.ts';
import { emptyWorkspace } from './empty-workspace.ts';
import type { StoredEdition, StoredReading, WorkspaceData } from './store.ts';

/**
 * Everything that is stored. Must run inside one read transaction over all tables.
 *
 * @throws StoreError `storage-damaged` naming the record that is missing or not readable
 */
export async function readWorkspace(db: Database, states: DexieStates): Promise<WorkspaceData> {
  const editionRows = await db.editions.toArray();
  const chunkRows = await db.readingChunks.toArray();
  const bulk = new Map((await db.bulk.toArray()).map((row) => [row.key, row]));
  const meta = new Map((await db.meta.toArray()).map((row) => [row.key, row.value]));

  const editions = editionRows.map((row): StoredEdition => {
    const key = documentKey(row.key);
    return { ...row, document: decodeJson<StoredEdition['document']>(key, bulk.get(key)) };
  });
  const readings = chunkRows
    .flatMap((row) => {
      const key = readingsKey(row.id);
      return decodeJson<StoredReading[]>(key, bulk.get(key));
    })
    .sort((a, b) => (readingKey(a) < readingKey(b) ? -1 : 1));
  return {
    editions,
    readings,
    ubr: Object.fromEntries((await db.ubr.toArray()).map((row) => [row.machine, row.ubr])),
    authorizations: await db.authorizations.toArray(),
    states: await states.read(),
    settings: { ...emptyWorkspace.settings, ...(meta.get('settings') as Settings | undefined) },
    ignored: await db.ignored.toArray(),
    trustedRoots: await db.roots.toArray(),
    declarations: await db.declarations.toArray(),
    waiting: [...bulk.values()].filter(isWaiting).map((row) => decodeJson<WaitingFile>(row.key, row)),
    practice: meta.get('practice') === true,
    lastExportAt: (meta.get('lastExportAt') as number | undefined) ?? null,
    journalLength: (meta.get('journalHead') as JournalHead | undefined)?.index ?? 0,
    exportedAtLength: (meta.get('exportedAtLength') as number | undefined) ?? 0,
  };
}
