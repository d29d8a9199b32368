import { ok } from '../domain/index.ts';
import type { Result } from '../domain/index.ts';
import type { FileSource } from '../formats/format.ts';
import { readWorkspaceFile } from '../formats/workspace/index.ts';
import type { WorkspacePart } from '../formats/workspace/index.ts';
import type { Job } from './ports.ts';
import { cancelled, expectingFailures } from './rejections.ts';
import { RestoredParts } from './restore-parts.ts';
import type { Session } from './session.ts';

/**
 * Replaces everything by what a workspace file holds, in one transaction. A file that is not sound
 * to its last line leaves everything as it was (STO11). The journal becomes the file's, with one
 * entry on the restore that names the length of the journal it replaced.
 */
export function restoreWorkspace(session: Session, file: FileSource, job: Job): Promise<Result<null>> {
  return expectingFailures(async () => {
    const report = (done: number): void =>
      job.report({ phase: 'restore', done, total: file.size, unit: 'bytes', item: file.name });
    report(0);
    const parts = new RestoredParts(session.store.catalogs);
    let restored = false;
    try {
      const result = await replaceAll(session, file, job, parts, report);
      restored = result.ok;
      return result;
    } finally {
      if (!restored) await parts.discard();
    }
  });
}

async function replaceAll(
  session: Session,
  file: FileSource,
  job: Job,
  parts: RestoredParts,
  report: (done: number) => void,
): Promise<Result<null>> {
  const take = (part: WorkspacePart) => parts.take(part);
  const read = await readWorkspaceFile(file, { signal: job.signal, onBytes: report }, take);
  if (!read.ok) return read;
  if (job.signal.aborted) return cancelled(file.name);
  const { contents, journal, writtenAt, sha256 } = read.value;
  const entry = {
    act: 'workspace-restored',
    file: file.name,
    details: { writtenAt, sum: sha256, replacedEntries: session.data.journalLength },
  } as const;
  // Who sits here stays who sits here: the name is of a person, all other settings are of the site.
  const operator = session.data.settings.operator || contents.settings.operator;
  const data = {
    ...contents,
    editions: await parts.finish(contents),
    settings: { ...contents.settings, operator },
    lastExportAt: writtenAt,
    journalLength: journal.length,
    exportedAtLength: journal.length,
  };
  const act = { journal: [entry], by: operator, at: session.clock() };
  await session.store.replace(data, journal, act);
  session.history.forget();
  await session.reload();
  session.changed();
  return ok(null);
}
