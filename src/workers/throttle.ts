import type { Progress, ReportProgress } from '../domain/index.ts';

/** Reports a page needs a second; more would only keep its thread busy. */
const reportsPerSecond = 15;

/**
 * Lets through at most some reports a second, every change of phase, and the last one of each phase.
 *
 * @param now milliseconds of a clock that only rises
 */
export function throttled(report: ReportProgress, now: () => number): ReportProgress {
  let last: Progress | null = null;
  let sentAt = -Infinity;
  return (progress) => {
    const phaseChanged = last?.phase !== progress.phase;
    const finished = progress.done >= progress.total;
    last = progress;
    const at = now();
    if (!phaseChanged && !finished && at - sentAt < 1000 / reportsPerSecond) return;
    sentAt = at;
    report(progress);
  };
}
