/** The import of one large catalog in Chromium through the page, watched from outside. */
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
  const seen: { tasks: { at: number; duration: number; phase: string }[]; phases: [number, string][] } = {
    tasks: [],
    phases: [],
  };
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
  }, 50);
}

interface Seen {
  readonly tasks: BrowserImport['longTasks'];
  readonly phases: readonly (readonly [number, string])[];
}

const ended = '.tray .job:is(.done, .failed, .cancelled)';

/** Says what goes on until the job has ended. */
async function untilEnded(session: BrowserSession, options: BrowserImportOptions): Promise<void> {
  const { page, profile } = session;
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
    await page.locator(ended).waitFor({ timeout: options.minutes * 60_000 });
  } finally {
    clearInterval(timer);
  }
}

async function importOnce(
  session: BrowserSession,
  path: string,
  options: BrowserImportOptions,
): Promise<number> {
  const { page } = session;
  const began = Date.now();
  await page.locator('input[data-input="files"]').setInputFiles([path]);
  await page.locator('[data-import]').click({ timeout: options.minutes * 60_000 });
  const seconds = await finished(session, began, options);
  const override = page.getByRole('button', { name: 'Use it all the same' });
  if ((await override.count()) === 0) return seconds;
  // Nobody signed a generated catalog: a reason and, the first time, a name.
  await override.first().click();
  await page.getByLabel('Reason').fill('a bench');
  const name = page.getByLabel('Your name');
  if ((await name.count()) > 0) await name.fill('Bench');
  const vouched = Date.now();
  await page.getByRole('button', { name: 'Use this catalog' }).click();
  return finished(session, vouched, options);
}

/** Waits for the end of the job and puts its card away. @returns seconds since `began` */
async function finished(
  session: BrowserSession,
  began: number,
  options: BrowserImportOptions,
): Promise<number> {
  const { page } = session;
  await untilEnded(session, options);
  const seconds = (Date.now() - began) / 1000;
  const job = page.locator(ended);
  const text = await job.first().innerText();
  if ((await page.locator('.tray .job.done').count()) === 0) throw new Error(text);
  await page.waitForTimeout(3000);
  const dismiss = job.getByRole('button', { name: 'Put away' });
  if ((await dismiss.count()) > 0) await dismiss.first().click();
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
    const seconds = await importOnce(session, path, options);
    const peakBytes = rendererPeak(session.profile);
    const seen = await page.evaluate(() => (window as unknown as { seen: Seen }).seen);
    options.watch(
      `imported in ${String(Math.round(seconds))} s, peak ${String(Math.round(peakBytes / 1e6))} MB`,
    );
    const againSeconds = options.again ? await importOnce(session, path, options) : null;
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
