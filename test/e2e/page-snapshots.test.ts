import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { Application } from './support/application.ts';
import { BrowserSession } from './support/browser-session.ts';
import { detailPages, pages } from './support/every-page.ts';
import { ServedApp } from './support/served-app.ts';

/**
 * What a screen reader meets on every page, as text that can be read: `snapshots/`. After a change that is
 * meant, `npx vitest run --project e2e test/e2e/page-snapshots.test.ts -u` writes them anew; look at the
 * difference before it is committed.
 */
let served: ServedApp;
let session: BrowserSession;
let app: Application;

beforeEach(async () => {
  served = new ServedApp();
  await served.start();
  session = await BrowserSession.open(served);
  await session.goto(served);
  await session.page.getByRole('navigation').waitFor();
  app = new Application(session.page);
});

afterEach(async () => {
  await session.close();
  await served.stop();
});

/** What differs from day to day and from machine to machine says only what it is. */
function steady(snapshot: string): string {
  return `${snapshot
    .replace(/\b[0-9a-f]{64}\b/g, 'SHA-256')
    .replace(/\b[0-9a-f]{12,40}\b…?/g, 'HASH')
    .replace(/\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?)?/g, 'DATE')
    .replace(/\d{8}-?\d{4}/g, 'STAMP')
    .replace(
      /(?:\d+ (?:second|minute|hour|day|week|month|year)s?(?: ago| old)?|just now|today|yesterday)/g,
      'AGE',
    )
    .replace(/[\d.,]+ (?:bytes|KB|MB|GB|kB|KiB|MiB|GiB)\b/g, 'SIZE')}\n`;
}

async function compare(kind: string, wanted: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, route] of Object.entries(wanted)) {
    await app.open(route);
    await session.page.waitForFunction(
      () => document.querySelector('main [data-reading], [aria-busy=true], .tray .job') === null,
    );
    // The frame is the same around every page: it stands in one file, the others begin at their heading.
    const shown = name === 'home' ? ['body'] : ['main', 'aside'];
    const parts = [];
    for (const selector of shown)
      for (const part of await session.page.locator(selector).all()) parts.push(await part.ariaSnapshot());
    const text = steady(parts.join('\n'));
    await expect(text, route).toMatchFileSnapshot(
      join(import.meta.dirname, 'snapshots', kind, `${name}.yml`),
    );
  }
}

it('every page without data', async () => {
  await compare('empty', pages);
});

it('every page of the practice site', async () => {
  await app.loadPractice();
  const { rows } = await app.exportScan();
  await compare('filled', { ...pages, ...detailPages(rows) });
});
