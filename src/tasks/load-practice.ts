import { reject } from '../domain/index.ts';
import type { Result } from '../domain/index.ts';
import type { ImportReport } from './engine.ts';
import { importFiles } from './import-files.ts';
import type { ImportPorts } from './import-files.ts';
import type { Job } from './ports.ts';
import { practiceFiles } from './practice/index.ts';
import type { Session } from './session.ts';

/**
 * Brings in the practice site by the ordinary import, and marks the workspace as practice. Only into a
 * workspace without catalogs and machines: invented ones never stand beside real ones.
 * Errors: `practice-not-empty`.
 */
export async function loadPractice(
  session: Session,
  ports: ImportPorts,
  job: Job,
): Promise<Result<ImportReport>> {
  const { editions, readings, waiting } = session.data;
  if (editions.length + readings.length + waiting.length > 0) return reject('practice-not-empty', '');
  job.report({ phase: 'generate', done: 0, total: 1, unit: 'files', item: '' });
  const files = practiceFiles();
  const mark = {
    practice: true,
    journal: [{ act: 'practice-loaded', details: { files: files.length } }],
  } as const;
  return importFiles(session, ports, files, {}, job, mark);
}
