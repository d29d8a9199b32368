import type { Page } from 'playwright-core';
import { buildIfNeeded } from '../../src/hosting/make-dist.js';
import { Application } from '../e2e/support/application.ts';
import { BrowserSession } from '../e2e/support/browser-session.ts';
import { ServedApp } from '../e2e/support/served-app.ts';
import { median, realFiles } from './measure.ts';
import type { BenchInput, BenchResult, Skipped } from './measure.ts';
import { mostWork, notable, UiThreadTrace } from './ui-thread.ts';
import type { UiTask } from './ui-thread.ts';

const runs = 3;

interface LongTask {
  /** Milliseconds since the files were given. */
  readonly start: number;
  readonly duration: number;
}

interface Watched {
  began: number | null;
  ended: number | null;
  shown: number | null;
  readonly tasks: { start: number; duration: number }[];
}

/** In the page: notes when files are given, when the job's card says done, and long tasks of the UI thread. */
function watch(): void {
  const watched: Watched = { began: null, ended: null, shown: null, tasks: [] };
  Object.assign(window, { watched });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      watched.tasks.push({ start: startTime, duration });
    }
  }).observe({ type: 'longtask', buffered: true });
  const mark = (name: string) => performance.mark(name).startTime;
  addEventListener('change', () => (watched.began ??= mark('files given')), { capture: true });
  new MutationObserver(() => {
    if (watched.began !== null && document.querySelector('.tray .job.done'))
      watched.ended ??= mark('import ended');
    if (watched.ended !== null && document.querySelector('main [data-reading]') === null)
      watched.shown ??= mark('report shown');
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] });
}

/** Milliseconds from which a task counts as long (Long Tasks, W3C). */
const longTask = 50;

interface Watching {
  readonly seconds: number;
  /**
   * Milliseconds of the task that hands the files over before the page hears of them: Chromium makes the
   * list of files there, and no code of the page has run yet.
   */
  readonly handOver: number;
  readonly tasks: readonly LongTask[];
  /** Of the half second that follows: not counted, but worth a look. */
  readonly after: readonly LongTask[];
  /** By Chromium's own record, until the result is drawn: with the work of each. */
  readonly work: readonly UiTask[];
}

async function watchedIn(page: Page, trace: UiThreadTrace): Promise<Watching> {
  await page.waitForTimeout(700);
  const work = await trace.tasksBetween('files given', 'report shown');
  const { began, ended, tasks } = await page.evaluate(
    () => (window as unknown as { watched: Watched }).watched,
  );
  if (began === null || ended === null) throw new Error('the page did not say that the import has ended');
  const ending = tasks.filter(({ start, duration }) => start + duration > began);
  // Of the task in which the page hears of the files, what comes after that.
  const since = ending
    .map(({ start, duration }) => {
      const from = Math.max(start, began);
      return { start: Math.round(from - began), duration: Math.round(start + duration - from) };
    })
    .filter(({ duration }) => duration > longTask);
  const length = ended - began;
  return {
    seconds: length / 1000,
    handOver: Math.max(0, ...ending.map(({ start }) => Math.round(began - start))),
    tasks: since.filter(({ start }) => start <= length),
    after: since.filter(({ start }) => start > length),
    work: notable(work),
  };
}

async function once(app: ServedApp, files: readonly string[]) {
  const session = await BrowserSession.open(app);
  try {
    await session.context.addInitScript(watch);
    await session.goto(app);
    await session.untilOffline();
    await session.page.getByRole('main').waitFor();
    const trace = await UiThreadTrace.begin(session.page);
    await new Application(session.page).addFiles(files);
    return await watchedIn(session.page, trace);
  } finally {
    await session.close();
  }
}

/** The same import in Chromium through the page: time from files given to stored result, and long tasks. */
export async function run({ data }: BenchInput): Promise<BenchResult | Skipped> {
  if (data === null) return { skipped: 'it needs the real sample data (PATCHFERRY_DATA)' };
  buildIfNeeded();
  const { documents, inventories } = realFiles(data);
  const app = new ServedApp();
  await app.start();
  try {
    const done = [];
    for (let i = 0; i < runs; i++) done.push(await once(app, [...documents, ...inventories]));
    const longest = done.map(({ tasks }) => Math.max(0, ...tasks.map(({ duration }) => duration)));
    return {
      figures: [
        { name: 'import-browser', value: median(done.map(({ seconds }) => seconds)), unit: 's', target: 6 },
        {
          name: 'import-browser-long-tasks',
          value: median(done.map(({ tasks }) => tasks.length)),
          unit: 'tasks',
          target: 0,
        },
        { name: 'import-browser-longest-task', value: median(longest), unit: 'ms', target: 50 },
        { name: 'import-browser-hand-over', value: median(done.map(({ handOver }) => handOver)), unit: 'ms' },
        {
          name: 'import-browser-most-work-in-a-task',
          value: median(done.map(({ work }) => mostWork(work))),
          unit: 'ms',
          target: 50,
        },
      ],
      ratios: [],
      details: { runs: done, documents: documents.length, inventories: inventories.length },
    };
  } finally {
    await app.stop();
  }
}
