import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Page } from 'playwright-core';

import { february, january, monthly, systeminfo } from '../support/small-site.ts';
import { BrowserSession } from './support/browser-session.ts';
import { ServedApp } from './support/served-app.ts';

let app: ServedApp;
let session: BrowserSession;

beforeEach(async () => {
  app = new ServedApp();
  await app.start();
  session = await BrowserSession.open(app);
});

afterEach(async () => {
  await session.close();
  await app.stop();
});

async function give(page: Page, files: readonly File[]): Promise<void> {
  const payload = await Promise.all(
    files.map(async (file) => ({
      name: file.name,
      mimeType: 'text/plain',
      buffer: Buffer.from(await file.arrayBuffer()),
    })),
  );
  await page.locator('input[data-input="files"]').setInputFiles(payload);
  await page.locator('[data-import="start"]').click();
}

/** What the database itself holds: readings by chunk, editions, journal entries with their acts. */
function stored(page: Page): Promise<{ readings: number; editions: number; acts: string[] }> {
  return page.evaluate(async () => {
    const request = indexedDB.open('patchferry');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const all = <T>(table: string) =>
      new Promise<T[]>((resolve, reject) => {
        const rows = db.transaction(table).objectStore(table).getAll();
        rows.onsuccess = () => resolve(rows.result as T[]);
        rows.onerror = () => reject(rows.error);
      });
    const chunks = await all<{ files: string[] }>('readingChunks');
    const editions = await all('editions');
    const entries = await all<{ act: string }>('entries');
    db.close();
    return {
      readings: chunks.reduce((sum, chunk) => sum + chunk.files.length, 0),
      editions: editions.length,
      acts: entries.map((entry) => entry.act),
    };
  });
}

/** Many machines with long lists: reading, scanning and storing them takes a while. */
function fleet(size: number): File[] {
  const hotfixes = Array.from({ length: 200 }, (_, index) => `KB${4_000_000 + index}`);
  return Array.from({ length: size }, (_, index) => systeminfo(`FLEET-${index}`, hotfixes));
}

/** About 8 MB of letters without any order: the database compresses what repeats. */
function disorderly(): File[] {
  let state = 1;
  const letters = (length: number): string => {
    let text = '';
    for (let index = 0; index < length; index += 1) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      text += String.fromCharCode(0x4e00 + (state >>> 18));
    }
    return text;
  };
  return ['Mar', 'Apr', 'May', 'Jun'].map((month) =>
    monthly(
      `2026-${month}`,
      { kb: 5_000_003 },
      {
        vulnerabilities: Array.from({ length: 2500 }, (_, index) => ({
          cve: `CVE-2026-${10_000 + index}`,
          title: letters(300),
          fixes: [{ kb: 5_000_003, products: ['11568'] }],
        })),
      },
    ),
  );
}

it('STO01 quota forced to 5 MB: the person is told, nothing is half-written, export still works', async () => {
  // Before the first write: the browser remembers for half a minute how much room it found.
  await session.limitQuota(app, 5 * 1024 * 1024);
  await session.goto(app);
  await give(session.page, [february(), systeminfo('WS1')]);
  await session.page.getByText('2 imported, 0 ignored').first().waitFor();
  const before = await stored(session.page);

  await give(session.page, disorderly());
  await session.page
    .getByText(/no room left/)
    .first()
    .waitFor();
  expect(await stored(session.page)).toEqual(before);

  await session.goto(app, '#/settings');
  const download = session.page.waitForEvent('download');
  await session.page
    .getByRole('button', { name: /export workspace/i })
    .first()
    .click();
  expect((await download).suggestedFilename()).not.toBe('');
});

it.each([150, 600, 1200])(
  'STO02 the browser killed %i ms into an import: the earlier state or the new one, whole',
  async (delay) => {
    await session.goto(app);
    await give(session.page, [february(), systeminfo('WS1')]);
    await session.page.getByText('2 imported, 0 ignored').first().waitFor();
    const before = await stored(session.page);
    expect(before).toMatchObject({ readings: 1, editions: 1 });

    await give(session.page, [january(), ...fleet(300)]);
    await new Promise((resolve) => setTimeout(resolve, delay));
    await session.kill();

    session = await BrowserSession.open(app, { profile: session.profile });
    await session.goto(app);
    await session.page.getByRole('main').waitFor();
    const after = await stored(session.page);
    if (after.readings === 1) expect(after).toEqual(before);
    else {
      expect(after).toMatchObject({ readings: 301, editions: 2 });
      expect(after.acts.at(-1)).toBe('scanned');
    }
    // And it goes on: the same files come in now.
    await give(session.page, [systeminfo('WS2')]);
    await session.page.getByText('1 imported, 0 ignored').first().waitFor();
  },
);
