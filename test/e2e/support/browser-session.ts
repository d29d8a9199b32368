import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { chromium } from 'playwright-core';
import type { BrowserContext, Page, ViewportSize } from 'playwright-core';

import { findBrowser } from '../../support/find-browser.js';
import { watchPage } from './page-watch.ts';
import type { PageWatch } from './page-watch.ts';
import type { ServedApp } from './served-app.ts';

const screenshots = join(import.meta.dirname, '..', '..', '..', 'build', 'screenshots');

export interface SessionOptions {
  /** Profile folder to come back to; a new one without it. */
  readonly profile?: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: 'active';
  readonly viewport?: ViewportSize;
  readonly locale?: string;
  /** `block`: every file comes from the server, where a test can put another in its place. */
  readonly serviceWorkers?: 'allow' | 'block';
}

/** One browser with a profile on disk, its page, and everything that page did wrong. */
export class BrowserSession {
  private constructor(
    readonly profile: string,
    readonly context: BrowserContext,
    readonly page: Page,
    readonly watch: PageWatch,
  ) {}

  static async open(app: ServedApp, options: SessionOptions = {}): Promise<BrowserSession> {
    const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'patchferry-e2e-'));
    const context = await chromium.launchPersistentContext(profile, {
      ...(await findBrowser()),
      acceptDownloads: true,
      viewport: options.viewport ?? { width: 1366, height: 768 },
      colorScheme: options.colorScheme ?? 'light',
      ...(options.forcedColors && { forcedColors: options.forcedColors }),
      locale: options.locale ?? 'en-GB',
      serviceWorkers: options.serviceWorkers ?? 'allow',
    });
    const page = context.pages()[0] ?? (await context.newPage());
    return new BrowserSession(profile, context, page, await watchPage(context, app));
  }

  async goto(app: ServedApp, hash = ''): Promise<void> {
    await this.page.goto(`${app.origin}/${hash}`);
  }

  /** Waits until everything is in the browser's cache and the service worker answers for this page. */
  async untilOffline(): Promise<void> {
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    // A first visit is not yet under the worker's control; a reload is.
    await this.page.reload();
    await this.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  }

  /** The storage that this origin may use, in bytes; null lifts the limit. */
  async limitQuota(app: ServedApp, bytes: number | null): Promise<void> {
    const devtools = await this.context.newCDPSession(this.page);
    await devtools.send('Storage.overrideQuotaForOrigin', {
      origin: app.origin,
      ...(bytes === null ? {} : { quotaSize: bytes }),
    });
  }

  /** Clears what the origin stored, as a person or a policy would: from outside the page, then a reload. */
  async clearSiteData(app: ServedApp, kinds = 'indexeddb,local_storage'): Promise<void> {
    const devtools = await this.context.newCDPSession(this.page);
    await devtools.send('Storage.clearDataForOrigin', { origin: app.origin, storageTypes: kinds });
    await this.page.reload();
    await this.page.getByRole('heading', { level: 1 }).first().waitFor();
  }

  async screenshot(name: string): Promise<void> {
    mkdirSync(screenshots, { recursive: true });
    await this.page.screenshot({ path: join(screenshots, `${name}.png`) });
  }

  /** Ends the browser as a power switch would: no page, worker or database gets a last word. */
  async kill(): Promise<void> {
    const pids = processesOf(this.profile);
    if (pids.length === 0) throw new Error(`no browser process runs on ${this.profile}`);
    for (const pid of pids) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch (error) {
        // A child can end with its parent before its turn comes.
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
    }
    for (let i = 0; i < 100 && processesOf(this.profile).length > 0; i += 1) await sleep(50);
    await this.context.close().catch(() => undefined);
  }

  /** Closes properly; `keepProfile` for a session that comes back. */
  async close({ keepProfile = false } = {}): Promise<void> {
    await this.context.close();
    if (!keepProfile) rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Processes whose command line names the profile folder, which no other browser uses. */
function processesOf(profile: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`--user-data-dir=${profile}`);
      } catch {
        return false;
      }
    })
    .map(Number);
}
