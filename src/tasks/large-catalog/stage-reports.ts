import type { ProgressPhase } from '../../domain/index.ts';
import type { Job } from '../ports.ts';

/** Progress of the stages of one file that are told in bytes. */
export function stageReports(item: string, { report }: Job) {
  return {
    /** Bytes of the file itself. */
    of:
      (phase: ProgressPhase, total: number) =>
      (done: number): void =>
        report({ phase, done, total, unit: 'bytes', item }),
    /** The master list in its own bytes, unpacked: it is one small piece of the file. */
    list: (done: number, total: number): void => report({ phase: 'read', done, total, unit: 'bytes', item }),
  };
}
