/** The import of one large catalog in Chromium through the page, watched from outside. */
import type { Page } from 'playwright-core';
import { BrowserSession } from '../../e2e/support/browser-session.ts';
import type { ServedApp } from '../../e2e/support/served-app.ts';
import { rendererNow, rendererPeak } from './renderer-memory.ts';

export interface BrowserImport {
  readonly seconds: number;
  /** Of the same file a second time; null where it was not asked for. */
  readonly againSeconds: number | null;
  /** Bytes, the largest renderer process at its largest. */
  readonly peakBytes: number;
  /** Milliseconds of the longest task of the page's thread while importing, and until the pages stand. */
  readonly longestTask: number;
  readonly longTasks: readonly { readonly at: number; readonly duration: number; readonly phase: string }[];
  /** Seconds each line of the job's card was shown for, by its first words. */
  readonly phases: Readonly<Record<string, number>>;
  /** Seconds from the address to the first heading, with the catalog stored. */
  readonly startSeconds: number;
}

export interface BrowserImportOptions {
  /** How long one import may take. */
  readonly minutes: number;
  /** Whether the same file is imported a second time. */
  readonly again: boolean;
  /** Takes a line every ten seconds: what the job's card says, and the renderer's memory. */
  readonly watch: (line: string) => void;
}

const watchEvery = 10_000;

function watch(): void {
  const seen: {
    tasks: { at: number; duration: number; phase: string }[];
    phases: [number, string][];
    ended: string[];
  } = { tasks: [], phases: [], ended: [] };
  let wasUnderWay = false;
  Object.assign(window, { seen });
  const phaseNow = (): string =>
    document.querySelector('.tray .job p.soft')?.textContent?.split(' · ')[0] ?? '';
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      seen.tasks.push({ at: startTime, duration, phase: seen.phases.at(-1)?.[1] ?? '' });
    }
  }).observe({ type: 'longtask', buffered: true });
  setInterval(() => {
    const phase = phaseNow();
    if (seen.phases.at(-1)?.[1] !== phase) seen.phases.push([performance.now(), phase]);
    // A card puts itself away after a while, one of a file that needs an answer at once.
    const card = document.querySelector<HTMLElement>('.tray .job');
    const isUnderWay = card !== null && !/\b(?:done|failed|cancelled)\b/.test(card.className);
    if (wasUnderWay && !isUnderWay) seen.ended.push(card ? `${card.className}: ${card.innerText}` : '');
    wasUnderWay = isUnderWay;
  }, 50);
}

interface Seen {
  readonly tasks: BrowserImport['longTasks'];
  readonly phases: readonly (readonly [number, string])[];
  /** Class and text of each job that ended; empty where its card was gone at once. */
  readonly ended: readonly string[];
}

const seenIn = (page: Page): Promise<Seen> => page.evaluate(() => (window as unknown as { seen: Seen }).seen);

/** Starts a job and says what goes on until it has ended; throws where it did not end well. */
async function untilEnded(
  session: BrowserSession,
  options: BrowserImportOptions,
  start: () => Promise<void>,
): Promise<void> {
  const { page, profile } = session;
  // Before the start: a refusal may come at once.
  const before = (await seenIn(page)).ended.length;
  await start();
  const began = Date.now();
  const timer = setInterval(() => {
    const memory = `${String(Math.round(rendererNow(profile) / 1e6))} MB`;
    const seconds = `${String(Math.round((Date.now() - began) / 1000))} s`;
    const card = page.locator('.tray .job p.soft').first().innerText({ timeout: 2000 });
    card.then(
      (text) => options.watch(`${seconds}, ${memory}: ${text}`),
      () => options.watch(`${seconds}, ${memory}`),
    );
  }, watchEvery);
  try {
    await page.waitForFunction(
      (count) => (window as unknown as { seen: Seen }).seen.ended.length > count,
      before,
      { timeout: options.minutes * 60_000, polling: 100 },
    );
  } finally {
    clearInterval(timer);
  }
  const text = (await seenIn(page)).ended.at(-1) ?? '';
  if (/\b(?:failed|cancelled)\b/.test(text)) throw new Error(text);
}

async function drop(session: BrowserSession, path: string, options: BrowserImportOptions): Promise<void> {
  const { page } = session;
  await page.locator('input[data-input="files"]').setInputFiles([path]);
  const button = page.locator('[data-import]');
  await untilEnded(session, options, () => button.click({ timeout: options.minutes * 60_000 }));
}

/** A generated catalog is unsigned: it is refused first, then used with a reason. Seconds of the latter. */
async function importFirst(
  session: BrowserSession,
  path: string,
  options: BrowserImportOptions,
): Promise<number> {
  const { page } = session;
  await drop(session, path, options);
  await page.evaluate(() => (location.hash = '/import'));
  await page.getByRole('button', { name: 'Use it all the same' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('a bench');
  const name = dialog.getByLabel('Your name');
  if ((await name.count()) > 0) await name.fill('Bench');
  const began = Date.now();
  const button = dialog.getByRole('button', { name: 'Use this catalog' });
  await untilEnded(session, options, () => button.click());
  const seconds = (Date.now() - began) / 1000;
  await page.waitForTimeout(3000);
  return seconds;
}

export async function browserImport(
  app: ServedApp,
  path: string,
  options: BrowserImportOptions,
): Promise<BrowserImport> {
  const session = await BrowserSession.open(app);
  try {
    await session.context.addInitScript(watch);
    await session.goto(app);
    await session.untilOffline();
    const { page } = session;
    await page.getByRole('main').waitFor();
    const since = await page.evaluate(() => performance.now());
    const seconds = await importFirst(session, path, options);
    const peakBytes = rendererPeak(session.profile);
    const seen = await seenIn(page);
    options.watch(
      `imported in ${String(Math.round(seconds))} s, peak ${String(Math.round(peakBytes / 1e6))} MB`,
    );
    const again = Date.now();
    if (options.again) await drop(session, path, options);
    const againSeconds = options.again ? (Date.now() - again) / 1000 : null;
    const tasks = seen.tasks.filter(({ at }) => at > since);
    const phases: Record<string, number> = {};
    seen.phases.forEach(([at, phase], index) => {
      const next = seen.phases[index + 1];
      if (phase !== '' && next) phases[phase] = (phases[phase] ?? 0) + (next[0] - at) / 1000;
    });
    const began = Date.now();
    await page.reload();
    const heading = page.getByRole('heading', { level: 1 }).first();
    await heading.waitFor({ timeout: options.minutes * 60_000 });
    const startSeconds = (Date.now() - began) / 1000;
    const longestTask = Math.max(0, ...tasks.map(({ duration }) => duration));
    return { seconds, againSeconds, peakBytes, longestTask, longTasks: tasks, phases, startSeconds };
  } finally {
    await session.close();
  }
}
