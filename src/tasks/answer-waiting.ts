import { reject } from '../domain/index.ts';
import type { Result, WaitingFile } from '../domain/index.ts';
import { hashFile } from '../formats/index.ts';
import { importFiles } from './import-files.ts';
import type { ImportPorts } from './import-files.ts';
import { importItems } from './import-items.ts';
import type { ImportOptions, ImportReport, WaitingAnswer } from './import-report.ts';
import { fileOfContent } from './kept-content.ts';
import type { Job } from './ports.ts';
import type { BatchItem } from './read-batch.ts';
import { notWaiting } from './rejections.ts';
import type { Session } from './session.ts';

/**
 * Imports a waiting file with the answer it waited for, from what was stored of it: the medium need not
 * be there any more. Errors: `not-waiting` (answered meanwhile, too big to have been kept, or an answer
 * to another question), `reason-missing`.
 */
export async function answerWaiting(
  session: Session,
  ports: ImportPorts,
  key: string,
  answer: WaitingAnswer,
  job: Job,
): Promise<Result<ImportReport>> {
  const began = session.clock();
  const waiting = session.data.waiting.find((one) => one.key === key);
  if (!waiting) return notWaiting();
  if ('reason' in answer && answer.reason.trim() === '') return reject('reason-missing', fileOf(waiting));
  if (waiting.kind === 'signature') return vouchedFor(session, ports, waiting, answer, job);
  const answered = itemOf(waiting, answer);
  if (!answered) return notWaiting();
  return importItems(session, ports, { items: [answered.item], options: answered.options, began }, job);
}

const fileOf = (waiting: WaitingFile): string =>
  waiting.kind === 'name' ? waiting.reading.file : waiting.error.file;

/** A file that somebody vouches for now goes through the whole import: nothing of it was unpacked before. */
async function vouchedFor(
  session: Session,
  ports: ImportPorts,
  { content, sha256, error }: Extract<WaitingFile, { kind: 'signature' }>,
  answer: WaitingAnswer,
  job: Job,
): Promise<Result<ImportReport>> {
  const file = content === null ? null : fileOfContent(error.file, content);
  if (file === null || !('reason' in answer)) return notWaiting();
  // The person vouches for the file that was brought, not for whatever stands in the store now.
  if ((await hashFile(file, {})) !== sha256)
    return reject('storage-damaged', file.name, '', { record: sha256 });
  return importFiles(session, ports, [file], { signatureOverrides: { [file.name]: answer.reason } }, job);
}

function itemOf(
  waiting: WaitingFile,
  answer: WaitingAnswer,
): { readonly item: BatchItem; readonly options: ImportOptions } | null {
  if (waiting.kind === 'name' && 'machine' in answer) {
    const { reading, fileDate } = waiting;
    const { file, format } = reading;
    const item = { file, kind: 'inventory', format, reading } as const;
    return {
      item: fileDate === undefined ? item : { ...item, fileDate },
      options: { names: { [file]: answer.machine } },
    };
  }
  if (waiting.kind === 'older' && waiting.document !== null && 'reason' in answer) {
    const { document } = waiting;
    const { file, source } = document;
    return {
      item: { file, kind: 'catalog', format: source, document },
      options: { overrides: { [file]: answer.reason } },
    };
  }
  return null;
}
