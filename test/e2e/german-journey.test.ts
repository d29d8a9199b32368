import { readFileSync } from 'node:fs';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { Application } from './support/application.ts';
import { BrowserSession } from './support/browser-session.ts';
import { englishIn, englishOnly, textsOf } from './support/english-rest.ts';
import { detailPages, pages } from './support/every-page.ts';
import { nothingWrong } from './support/page-watch.ts';
import { ServedApp } from './support/served-app.ts';

const english = englishOnly();
let served: ServedApp;
let session: BrowserSession;

async function open(locale: string): Promise<Application> {
  session = await BrowserSession.open(served, { locale });
  await session.goto(served);
  await session.page.getByRole('heading', { level: 1 }).waitFor();
  return new Application(session.page);
}

async function drawn(): Promise<void> {
  await session.page.waitForFunction(
    () => document.querySelector('main [data-reading], [aria-busy=true]') === null,
  );
}

/** English texts by page, of every page that is named. */
async function englishOn(app: Application, wanted: Readonly<Record<string, string>>) {
  const found: Record<string, string[]> = {};
  for (const [name, route] of Object.entries(wanted)) {
    await app.open(route);
    await drawn();
    const rest = englishIn(await textsOf(session.page), english);
    if (rest.length > 0) found[name] = rest;
    await session.screenshot(`german-${name}`);
  }
  return found;
}

beforeEach(async () => {
  served = new ServedApp();
  await served.start();
});

afterEach(async () => {
  await session.close();
  await served.stop();
});

it('the judge knows English when it sees it', async () => {
  const app = await open('en-GB');
  const found = await englishOn(app, pages);
  expect(Object.keys(found)).toEqual(Object.keys(pages));
  expect(found['home']?.length).toBeGreaterThan(20);
});

it('a German browser meets German: practice site, states, decisions, bundle, journal', async () => {
  const app = await open('de-DE');
  const { page } = session;
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
  expect(await englishOn(app, pages)).toEqual({});

  await app.open('/');
  await page.getByRole('button', { name: 'Übungsstandort benutzen' }).first().click();
  await page.locator('.tray .job.done').waitFor();
  await app.open('/settings');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Abgleichergebnis exportieren (JSON)' }).click(),
  ]);
  const { states } = JSON.parse(readFileSync(await download.path(), 'utf8'));
  const everywhere = { ...pages, ...detailPages(states) };
  expect(await englishOn(app, everywhere)).toEqual({});

  // Decide, with the question for a name; take back; decide again; write the bag.
  await app.open('/review');
  await page.getByLabel('Alle gezeigten auswählen').check();
  await page
    .getByRole('button', { name: /freigeben/ })
    .first()
    .click();
  await page.getByRole('dialog').getByLabel('Ihr Name').fill('T. Techniker');
  expect(englishIn(await textsOf(page), english)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await page.getByLabel('Alle gezeigten auswählen').check();
  await page
    .getByRole('button', { name: /freigeben/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Rückgängig' }).waitFor();
  await app.open('/bundle');
  await drawn();
  await page.locator('main input[type=checkbox]').last().check();
  await page.getByRole('button', { name: /ZIP/ }).click();
  await page.locator('.tray .job.done').waitFor();
  expect(englishIn(await textsOf(page), english)).toEqual([]);
  expect(await englishOn(app, { bundle: '/bundle', journal: '/journal', home: '/' })).toEqual({});

  // Keys and the palette.
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  expect(englishIn(await textsOf(page), english)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  expect(englishIn(await textsOf(page), english)).toEqual([]);
  expect(session.watch).toEqual(nothingWrong);
});
