import { isBuildKnown, mergeMachines, ok } from '../domain/index.ts';
import type { Result } from '../domain/index.ts';
import type { FileSource } from '../formats/format.ts';
import { readWorkspaceFile } from '../formats/workspace/index.ts';
import type { WorkspaceSummary } from './engine.ts';
import type { Job } from './ports.ts';
import { expectingFailures } from './rejections.ts';

/**
 * Reads a workspace file to its last line and says what is in it; changes nothing. What is refused here
 * would be refused on restore too (STO11), so a person is only asked about a file that can be restored.
 */
export function inspectWorkspace(file: FileSource, job: Job): Promise<Result<WorkspaceSummary>> {
  return expectingFailures(async () => {
    const report = (done: number): void =>
      job.report({ phase: 'verify', done, total: file.size, unit: 'bytes', item: file.name });
    report(0);
    const read = await readWorkspaceFile(file, { signal: job.signal, onBytes: report });
    if (!read.ok) return read;
    const { contents, journal, writtenAt } = read.value;
    return ok({
      writtenAt,
      site: contents.settings.site,
      practice: contents.practice,
      machines: mergeMachines(contents.readings, contents.ubr, isBuildKnown).machines.length,
      catalogs: contents.editions.filter((edition) => edition.current).length,
      decisions: contents.authorizations.length,
      entries: journal.length,
    });
  });
}
