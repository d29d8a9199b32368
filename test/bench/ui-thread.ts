import type { CDPSession, Page } from 'playwright-core';

/** A task of the page's UI thread between two marks. */
export interface UiTask {
  /** Milliseconds since the first mark. */
  readonly start: number;
  /** Milliseconds by the clock: what the person waits, and what other programs take away. */
  readonly duration: number;
  /** Milliseconds that the thread itself worked: the same on an idle and on a busy machine. */
  readonly work: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Chromium's own record of what the UI thread does, from `begin` to `tasksBetween`. */
export class UiThreadTrace {
  private constructor(private readonly devtools: CDPSession) {}

  static async begin(page: Page): Promise<UiThreadTrace> {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Tracing.start', {
      transferMode: 'ReturnAsStream',
      traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'] },
    });
    return new UiThreadTrace(devtools);
  }

  /**
   * Ends the record; the tasks of the thread on which the page set both marks, those under way at the
   * first one included. Throws when a mark is missing.
   */
  async tasksBetween(from: string, to: string): Promise<readonly UiTask[]> {
    const events = await this.end();
    const mark = (name: string) => {
      const found = events.find((event) => event.name === name && event.ph !== 'e');
      if (!found) throw new Error(`the page did not set the mark "${name}"`);
      return found;
    };
    const [first, last] = [mark(from), mark(to)];
    return events
      .filter(({ name, ph, pid, tid }) => {
        return /(^|::)RunTask$/.test(name) && ph === 'X' && pid === first.pid && tid === first.tid;
      })
      .filter(({ ts, dur = 0 }) => ts + dur > first.ts && ts <= last.ts)
      .map(({ ts, dur = 0, tdur = 0 }) => ({
        start: Math.round((ts - first.ts) / 1000),
        duration: dur / 1000,
        work: tdur / 1000,
      }));
  }

  private async end(): Promise<readonly TraceEvent[]> {
    const complete = new Promise<string>((resolve, reject) => {
      this.devtools.once('Tracing.tracingComplete', ({ stream }) => {
        if (stream === undefined) reject(new Error('the browser gave no record'));
        else resolve(stream);
      });
    });
    await this.devtools.send('Tracing.end');
    const handle = await complete;
    let text = '';
    for (let done = false; !done;) {
      const part = await this.devtools.send('IO.read', { handle });
      text += part.base64Encoded ? Buffer.from(part.data, 'base64').toString('utf8') : part.data;
      done = part.eof;
    }
    await this.devtools.detach();
    return (JSON.parse(text) as { readonly traceEvents: readonly TraceEvent[] }).traceEvents;
  }
}

/** Longest by its own work; 0 where there is none. */
export function mostWork(tasks: readonly UiTask[]): number {
  return Math.max(0, ...tasks.map(({ work }) => work));
}

/** What is worth a line in the report. */
export function notable(tasks: readonly UiTask[]): readonly UiTask[] {
  return tasks.filter(({ duration, work }) => duration >= 50 || work >= 20);
}
