/** A choice of products over two months, in the built application: asked once, smaller lists, remembered. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { guidOf, nestedCatalog, packageXml } from '../support/mu-cabinet.ts';
import { smallCatalog } from '../support/small-mu-catalog.ts';
import { Application } from './support/application.ts';
import { accessibilityFaults } from './support/axe.ts';
import { BrowserSession } from './support/browser-session.ts';
import { ServedApp } from './support/served-app.ts';

const served = new ServedApp();
let session: BrowserSession;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchferry-scope-'));
  await served.start();
  session = await BrowserSession.open(served);
  await session.goto(served);
  await session.page.getByRole('navigation').waitFor();
});

afterAll(async () => {
  await session.close();
  await served.stop();
  rmSync(folder, { recursive: true });
});

/** The same catalog a month later: another id, another date. */
function month(day: string, id: number): string {
  const list = packageXml(smallCatalog)
    .replace('2026-07-14T13:54:06Z', `${day}T13:54:06Z`)
    .replace(guidOf(900), guidOf(id));
  const path = join(folder, 'wsusscn2.cab');
  writeFileSync(path, nestedCatalog({ ...smallCatalog, packageXml: list }));
  return path;
}

async function drop(path: string): Promise<void> {
  const { page } = session;
  await page.locator('input[data-input=files]').setInputFiles(path);
  await page.locator('dialog[open] [data-import=start]:enabled').waitFor();
}

/** Nobody signed the catalog: a reason, and a name where none is known. */
async function vouchFor(name: string | null): Promise<void> {
  const { page } = session;
  await page.getByRole('button', { name: 'Use it all the same' }).click();
  await page.getByLabel('Reason', { exact: true }).fill('made for a test');
  if (name === null) expect(await page.getByLabel('Your name').count()).toBe(0);
  else await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Use this catalog' }).click();
}

/** Titles of the list of updates. */
async function listed(): Promise<readonly string[]> {
  const { page } = session;
  await new Application(page).open('/updates');
  const rows = page.locator('main table tbody tr');
  await rows.first().waitFor();
  return (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
}

it('a chosen product gives the smaller list, and next month is taken as chosen', async () => {
  const { page } = session;
  const app = new Application(page);
  await drop(month('2026-07-14', 900));
  await page.locator('dialog[open] input[value=choose]').check();
  await page.locator('[data-import=start]').click();
  await vouchFor('Kim');
  const dialog = page.locator('dialog[open]');
  await dialog.getByRole('tree', { name: 'Products' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  // By keyboard: open the family, leave one product out.
  await dialog.getByRole('treeitem', { name: 'Family' }).press('ArrowRight');
  await dialog.getByRole('treeitem', { name: 'Other product' }).press('Space');
  await dialog.getByText('3 of 4 updates are taken.').waitFor();
  await dialog.getByRole('treeitem', { name: 'German' }).press('Space');
  expect(await app.job(() => dialog.locator('[data-scope=start]').click())).toContain('1 imported');
  const july = await listed();
  expect(july.some((text) => text.includes('KB5101650'))).toBe(true);

  await app.open('/catalogs');
  await page.getByText('1 update of this edition is outside of the choice').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);

  // A month later, and after a restart of the page.
  await page.reload();
  await drop(month('2026-08-11', 901));
  await page.getByText('As last time: 1 product, all classifications, texts: en, de').waitFor();
  expect(await page.locator('dialog[open] input[value=last]').isChecked()).toBe(true);
  await page.locator('[data-import=start]').click();
  await page.getByRole('button', { name: 'Use it all the same' }).waitFor();
  expect(await app.job(() => vouchFor(null))).toContain('1 imported');
  expect(await listed()).toEqual(july);
  await app.open('/catalogs');
  await page.getByText('1 update of this edition is outside of the choice').waitFor();

  // The choice is in the workspace file; everything can be had again.
  await drop(month('2026-08-11', 901));
  await page.locator('dialog[open] input[value=all]').check();
  expect(await app.job(() => page.locator('[data-import=start]').click())).toContain('1 imported');
  expect((await listed()).length).toBe(july.length + 1);
  await app.open('/journal');
  await page.getByText('Kim').first().waitFor();
  expect([session.watch.outside, session.watch.violations, session.watch.errors]).toEqual([[], [], []]);
});

it('stopped at the question nothing is imported and nothing is remembered anew', async () => {
  const { page } = session;
  const app = new Application(page);
  const before = await listed();
  await drop(month('2026-09-08', 902));
  await page.locator('dialog[open] input[value=choose]').check();
  await page.locator('[data-import=start]').click();
  await vouchFor(null);
  await page.locator('dialog[open]').getByRole('tree', { name: 'Products' }).waitFor();
  await page.locator('dialog[open]').getByRole('button', { name: 'Cancel' }).click();
  expect(await listed()).toEqual(before);
  await app.open('/catalogs');
  expect(await page.getByText('2026-09-08').count()).toBe(0);
});
