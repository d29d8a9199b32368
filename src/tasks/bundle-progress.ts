import type { ReportProgress } from '../domain/index.ts';

/** Reports at most every so many bytes: a message for each chunk would cost more than the chunk. */
const step = 4 * 2 ** 20;

/** Turns copied and verified bytes into progress over `total` bytes. */
export function bundleProgress(
  total: number,
  report: ReportProgress | undefined,
): (phase: 'write' | 'verify', bytes: number, path: string) => void {
  let done = 0;
  let reported = -step;
  return (phase, bytes, path) => {
    // Papers and hash lists are not in the total: they are small, and their size is known only at the end.
    if (!path.startsWith('data/updates/')) return;
    done = Math.min(done + bytes, total);
    if (done - reported < step && done < total) return;
    reported = done;
    report?.({ phase, done, total, unit: 'bytes', item: path });
  };
}
