/** The import of one large catalog in Chromium through the page, watched from outside. */
import type { Locator, Page } from 'playwright-core';
import { BrowserSession } from '../../e2e/support/browser-session.ts';
import type { ServedApp } from '../../e2e/support/served-app.ts';
import { rendererPeak } from './renderer-memory.ts';

export interface BrowserImport {
  readonly seconds: number;
  /** Of the same file a second time. */
  readonly againSeconds: number;
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

const patience = 60 * 60 * 1000;

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

/** Nobody signed a generated catalog: gives a reason and a name. @returns seconds of the import that follows */
async function vouchFor(page: Page, override: Locator): Promise<number> {
  await override.first().click();
  await page.getByLabel('Reason').fill('a bench');
  const name = page.getByLabel('Your name');
  if ((await name.count()) > 0) await name.fill('Bench');
  const began = Date.now();
  await page.getByRole('button', { name: 'Use this catalog' }).click();
  return untilDone(page, began);
}

async function importOnce(page: Page, path: string): Promise<number> {
  const began = Date.now();
  await page.locator('input[data-input="files"]').setInputFiles([path]);
  await page.locator('[data-import]').click({ timeout: patience });
  return untilDone(page, began);
}

async function untilDone(page: Page, began: number): Promise<number> {
  const ended = page.locator('.tray .job:is(.done, .failed, .cancelled)');
  await ended.waitFor({ timeout: patience });
  const seconds = (Date.now() - began) / 1000;
  const text = await ended.first().innerText();
  if ((await page.locator('.tray .job.done').count()) === 0) throw new Error(text);
  await page.waitForTimeout(3000);
  const dismiss = ended.getByRole('button', { name: 'Put away' });
  if ((await dismiss.count()) > 0) await dismiss.first().click();
  const override = page.getByRole('button', { name: 'Use it all the same' });
  return (await override.count()) > 0 ? vouchFor(page, override) : seconds;
}

export async function browserImport(app: ServedApp, path: string): Promise<BrowserImport> {
  const session = await BrowserSession.open(app);
  try {
    await session.context.addInitScript(watch);
    await session.goto(app);
    await session.untilOffline();
    const { page } = session;
    await page.getByRole('main').waitFor();
    const since = await page.evaluate(() => performance.now());
    const seconds = await importOnce(page, path);
    const peakBytes = rendererPeak(session.profile);
    const seen = await page.evaluate(() => (window as unknown as { seen: Seen }).seen);
    const againSeconds = await importOnce(page, path);
    const tasks = seen.tasks.filter(({ at }) => at > since);
    const phases: Record<string, number> = {};
    seen.phases.forEach(([at, phase], index) => {
      const next = seen.phases[index + 1];
      if (phase !== '' && next) phases[phase] = (phases[phase] ?? 0) + (next[0] - at) / 1000;
    });
    const began = Date.now();
    await page.reload();
    await page.getByRole('heading', { level: 1 }).first().waitFor({ timeout: patience });
    const startSeconds = (Date.now() - began) / 1000;
    const longestTask = Math.max(0, ...tasks.map(({ duration }) => duration));
    return { seconds, againSeconds, peakBytes, longestTask, longTasks: tasks, phases, startSeconds };
  } finally {
    await session.close();
  }
}
