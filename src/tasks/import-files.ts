import type { Result } from '../domain/index.ts';
import type { FileSource } from '../formats/index.ts';
import type { Change } from '../store/index.ts';
import { importItems } from './import-items.ts';
import type { ImportOptions, ImportReport } from './import-report.ts';
import { LargeReader, readShardsHere } from './large-catalog/index.ts';
import type { ReadShards } from './large-catalog/index.ts';
import type { Job } from './ports.ts';
import { readBatch } from './read-batch.ts';
import type { FileFormats } from './read-file.ts';
import type { ScanPorts } from './scan-fleet.ts';
import type { Session } from './session.ts';
import { siteTrust } from './site-trust.ts';

export interface ImportPorts extends ScanPorts {
  readonly formats: FileFormats;
  /** How shards of large catalogs are read; absent = in this thread. */
  readonly shards?: ReadShards;
}

/**
 * Imports whatever was dropped: catalogs in the order of their dates, inventories, tables of build
 * revisions. A bad file is told with its reason and does not stop the others; a file that lacks an
 * answer waits for it, stored.
 *
 * @param also what is stored in the same transaction
 */
export async function importFiles(
  session: Session,
  ports: ImportPorts,
  files: readonly FileSource[],
  options: ImportOptions,
  job: Job,
  also: Change = { journal: [] },
): Promise<Result<ImportReport>> {
  const { scopes = {}, signatureOverrides = {} } = options;
  const { shards = readShardsHere, formats } = ports;
  const large = new LargeReader(session, { shards, lzx: formats.lzx }, scopes, job);
  const generations = new Set<string>();
  const began = session.clock();
  try {
    const trust = await siteTrust(session.data, files, signatureOverrides, began);
    const batch = await readBatch(files, formats, job, trust, (file) => large.read(file, trust));
    if (!batch.ok) return batch;
    const imported = await importItems(session, ports, { items: batch.value, options, began, also }, job);
    if (imported.ok) for (const { generation } of session.data.editions) generations.add(generation ?? '');
    return imported;
  } finally {
    await large.discardBut(generations);
  }
}
