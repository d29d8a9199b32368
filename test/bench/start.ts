import type { Page } from 'playwright-core';
import { buildIfNeeded } from '../../src/hosting/make-dist.js';
import { Application } from '../e2e/support/application.ts';
import { BrowserSession } from '../e2e/support/browser-session.ts';
import { ServedApp } from '../e2e/support/served-app.ts';
import { median, realFiles } from './measure.ts';
import type { BenchInput, BenchResult, Skipped } from './measure.ts';
import { mostWork, notable, UiThreadTrace } from './ui-thread.ts';
import type { UiTask } from './ui-thread.ts';

const starts = 5;

interface Watched {
  /** Milliseconds since the navigation began; null until it has happened. */
  table: number | null;
  /** When everything that is drawn later stands there too. */
  whole: number | null;
  readonly tasks: { start: number; duration: number }[];
}

/** In the page: notes when the first row of a table stands there, when all do, and long tasks of the UI thread. */
function watch(): void {
  performance.mark('page begins');
  const watched: Watched = { table: null, whole: null, tasks: [] };
  Object.assign(window, { watched });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      watched.tasks.push({ start: Math.round(startTime), duration });
    }
  }).observe({ type: 'longtask', buffered: true });
  const looked = new MutationObserver(() => {
    if (document.querySelector('main [data-row]') === null) return;
    watched.table ??= performance.now();
    if (document.querySelector('main [data-reading]') !== null) return;
    watched.whole = performance.mark('page whole').startTime;
    looked.disconnect();
  });
  looked.observe(document, { subtree: true, childList: true });
}

interface Start {
  readonly picture: number;
  readonly table: number;
  readonly whole: number;
  readonly tasks: Watched['tasks'];
  /** By Chromium's own record, until the page is whole: with the work of each. */
  readonly work: readonly UiTask[];
}

/** Begins anew at the page that the address names: service worker, worker and IndexedDB are warm. */
async function startOf(page: Page): Promise<Start> {
  const trace = await UiThreadTrace.begin(page);
  await page.reload();
  await page.waitForFunction(() => (window as unknown as { watched: Watched }).watched.whole !== null);
  await page.waitForTimeout(300);
  const work = notable(await trace.tasksBetween('page begins', 'page whole'));
  const noted = await page.evaluate(() => {
    const { table, whole, tasks } = (window as unknown as { watched: Watched }).watched;
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    return { picture: paint?.startTime ?? NaN, table: table ?? NaN, whole: whole ?? NaN, tasks };
  });
  return { ...noted, work };
}

/** Start with thirteen documents and thirty machines stored: to the first picture and to usable tables. */
export async function run({ data }: BenchInput): Promise<BenchResult | Skipped> {
  if (data === null) return { skipped: 'it needs the real sample data (PATCHFERRY_DATA)' };
  buildIfNeeded();
  const { documents, inventories } = realFiles(data);
  const app = new ServedApp();
  await app.start();
  const session = await BrowserSession.open(app);
  try {
    await session.context.addInitScript(watch);
    await session.goto(app);
    await session.untilOffline();
    const application = new Application(session.page);
    await application.addFiles([...documents, ...inventories]);
    const figures = [];
    const details: Record<string, readonly Start[]> = {};
    for (const route of ['machines', 'updates']) {
      await application.open(`/${route}`);
      const done: Start[] = [];
      for (let i = 0; i < starts; i++) done.push(await startOf(session.page));
      details[route] = done;
      const longest = done.map(({ tasks }) => Math.max(0, ...tasks.map(({ duration }) => duration)));
      figures.push(
        { name: `start/${route}-picture`, value: median(done.map(({ picture }) => picture)), unit: 'ms' },
        { name: `start/${route}-table`, value: median(done.map(({ table }) => table)), unit: 'ms' },
        { name: `start/${route}-whole`, value: median(done.map(({ whole }) => whole)), unit: 'ms' },
        { name: `start/${route}-longest-task`, value: median(longest), unit: 'ms' },
        {
          name: `start/${route}-most-work-in-a-task`,
          value: median(done.map(({ work }) => mostWork(work))),
          unit: 'ms',
        },
      );
    }
    return { figures, ratios: [], details };
  } finally {
    await session.close();
    await app.stop();
  }
}
