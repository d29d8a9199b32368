import { reject } from '../domain/index.ts';
import type { Result, WaitingFile } from '../domain/index.ts';
import { importItems } from './import-items.ts';
import type { ImportOptions, ImportReport, WaitingAnswer } from './import-report.ts';
import type { Job } from './ports.ts';
import type { BatchItem } from './read-batch.ts';
import { notWaiting } from './rejections.ts';
import type { ScanPorts } from './scan-fleet.ts';
import type { Session } from './session.ts';

/**
 * Imports a waiting file with the answer it waited for, from what was stored of it: the medium need not
 * be there any more. Errors: `not-waiting` (answered meanwhile, too big to have been kept, or an answer
 * to another question), `reason-missing`.
 */
export async function answerWaiting(
  session: Session,
  ports: ScanPorts,
  key: string,
  answer: WaitingAnswer,
  job: Job,
): Promise<Result<ImportReport>> {
  const began = session.clock();
  const waiting = session.data.waiting.find((one) => one.key === key);
  const answered = waiting && itemOf(waiting, answer);
  if (!answered) return notWaiting();
  if ('reason' in answer && answer.reason.trim() === '') return reject('reason-missing', answered.item.file);
  return importItems(session, ports, { items: [answered.item], options: answered.options, began }, job);
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
