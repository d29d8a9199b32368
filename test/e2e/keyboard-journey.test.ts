import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { FileChooser } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { january, february, systeminfo } from '../support/small-site.ts';
import { bagFaults, unpackBag } from './support/bag.ts';
import { BrowserSession } from './support/browser-session.ts';
import { Keyboard } from './support/keyboard.ts';
import { nothingWrong } from './support/page-watch.ts';
import { ServedApp } from './support/served-app.ts';

let served: ServedApp;
let session: BrowserSession;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchferry-keys-'));
  served = new ServedApp();
  await served.start();
  session = await BrowserSession.open(served);
});

afterEach(async () => {
  await session.screenshot('keyboard-journey-end');
  await session.close();
  await served.stop();
  rmSync(folder, { recursive: true });
});

/** Two catalogs, a machine, and two machines whose files do not name them. */
async function ownFiles(): Promise<string[]> {
  const unnamed = ['lab-pc-07', 'lab-pc-08'].map(
    (stem, at) => new File([systeminfo('', at === 0 ? [] : ['KB5000001'])], `${stem}_systeminfo.txt`),
  );
  const files = [january(), february(), systeminfo('SRV-KEYS'), ...unnamed];
  return Promise.all(
    files.map(async (file) => {
      const path = join(folder, file.name);
      writeFileSync(path, new Uint8Array(await file.arrayBuffer()));
      return path;
    }),
  );
}

it('the whole job by keyboard: the focus is always seen and never lost', async () => {
  const { page } = session;
  const choosers: FileChooser[] = [];
  page.on('filechooser', (chooser) => choosers.push(chooser));
  await session.goto(served);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Journal' }).waitFor();
  const keys = new Keyboard(page);

  // Files come in by the button of the top bar.
  await keys.tabTo('Add files');
  await page.keyboard.press('Enter');
  await expect.poll(() => choosers.length).toBe(1);
  await choosers[0]?.setFiles(await ownFiles());
  const start = page.locator('[data-import=start]');
  await expect.poll(() => start.evaluate((button) => button === document.activeElement)).toBe(true);
  await keys.press('Enter');
  await page.getByRole('heading', { name: 'Import report' }).waitFor();

  // Two questions: each is answered, the next one is at hand.
  const named: string[] = [];
  for (let asked = 0; asked < 2; asked++) {
    await keys.tabTo('Name the machine');
    await keys.press('Enter');
    const field = page.getByRole('dialog').getByLabel('Machine name');
    const name = await field.inputValue();
    named.push(name);
    await keys.press('Enter');
    await expect.poll(() => page.getByRole('button', { name: 'Name the machine' }).count()).toBe(1 - asked);
    await page.waitForTimeout(200);
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  }

  expect(named.sort()).toEqual(['lab-pc-07', 'lab-pc-08']);

  // A state is explained from the machine's list.
  await keys.press('g');
  await keys.press('m');
  await page.getByRole('heading', { name: 'Machines', level: 1 }).waitFor();
  await page.getByRole('row', { name: /SRV-KEYS/ }).waitFor();
  await keys.tabTo('SRV-KEYS');
  await keys.press('Enter');
  await page.getByRole('rowheader', { name: 'KB5000002' }).waitFor();
  await keys.press('j');
  await keys.press('e');
  const panel = page.getByRole('complementary', { name: 'Why' });
  await panel.locator('.sentence').waitFor();
  await keys.press('Escape');
  await panel.waitFor({ state: 'detached' });

  // One update is authorized, which asks for a name; undone; authorized again.
  await keys.press('g');
  await keys.press('r');
  await page.getByRole('tab', { name: /^Waiting/ }).waitFor();
  await keys.press('j');
  await keys.press('a');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Your name').waitFor();
  await keys.type('T. Technician');
  await keys.press('Enter');
  const authorized = page.getByRole('tab', { name: /^Authorized/ });
  await expect.poll(() => authorized.innerText()).toContain('1');
  await keys.press('Control+z');
  await expect.poll(() => authorized.innerText()).toContain('0');
  await keys.press('j');
  await keys.press('a');
  await expect.poll(() => authorized.innerText()).toContain('1');

  // The bag.
  await keys.press('g');
  await keys.press('b');
  await keys.tabTo('Write it without update files: manifest and shopping list only');
  await keys.press('Space');
  await keys.tabTo('Write as one ZIP');
  const [download] = await Promise.all([page.waitForEvent('download'), keys.press('Enter')]);
  expect(await bagFaults(unpackBag(await download.path(), folder))).toEqual([]);

  expect(keys.faults).toEqual([]);
  expect(session.watch).toEqual(nothingWrong);
});
