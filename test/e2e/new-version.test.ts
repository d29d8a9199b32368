import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { projectRoot } from '../support/project-files.ts';
import { BrowserSession } from './support/browser-session.ts';
import { nothingWrong } from './support/page-watch.ts';
import { ServedApp } from './support/served-app.ts';

let folder: string;
let app: ServedApp;
let session: BrowserSession;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchferry-version-'));
  cpSync(join(projectRoot, 'dist'), folder, { recursive: true });
  app = new ServedApp(folder);
  await app.start();
  session = await BrowserSession.open(app);
});

afterEach(async () => {
  await session.close();
  await app.stop();
  rmSync(folder, { recursive: true });
});

/** A newer build: index.html with another title, and a service worker that lists it anew. */
function publishNewerVersion(): void {
  const page = join(folder, 'index.html');
  writeFileSync(
    page,
    readFileSync(page, 'utf8').replace('<html lang="en">', '<html lang="en" class="newer">'),
  );
  const worker = join(folder, 'sw.js');
  const listed = /(url:"index\.html",revision:"|revision:"(?=[0-9a-f]+",url:"index\.html"))/;
  const text = readFileSync(worker, 'utf8');
  expect(text).toMatch(listed);
  writeFileSync(worker, text.replace(listed, '$1f'));
}

const isNewer = () => session.page.evaluate(() => document.documentElement.classList.contains('newer'));
const notice = () => session.page.getByText('A newer version of Patchferry is ready.');

it('SW02 a newer version is offered, waits, and takes over only when asked', async () => {
  await session.goto(app);
  await session.untilOffline();
  publishNewerVersion();

  await session.page.reload();
  await notice().waitFor();
  expect(await isNewer()).toBe(false);
  await session.page.reload();
  await notice().waitFor();
  expect(await isNewer()).toBe(false);

  await session.page.getByRole('button', { name: 'Change over now' }).click();
  await expect.poll(isNewer).toBe(true);
  expect(await notice().count()).toBe(0);
  expect(session.watch).toEqual(nothingWrong);
});

it('a tab in which nobody asked runs on when another one changed over', async () => {
  await session.goto(app);
  await session.untilOffline();
  const other = await session.context.newPage();
  await other.goto(`${app.origin}/#/journal`);
  await other.getByRole('main').waitFor();
  await other.evaluate(() => Object.assign(window, { stillHere: true }));
  publishNewerVersion();

  await session.page.reload();
  await session.page.getByRole('button', { name: 'Change over now' }).click();
  await expect.poll(isNewer).toBe(true);

  await other.getByText('A newer version of Patchferry is ready.').waitFor();
  expect(await other.evaluate(() => 'stillHere' in window)).toBe(true);
});

it('every file that the application names is in the cache list', () => {
  const worker = readFileSync(join(folder, 'sw.js'), 'utf8');
  const unlisted = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(js|wasm|css|html|woff2|svg|png|webmanifest)$/.test(path) && path !== 'sw.js')
    .filter((path) => !worker.includes(`"${path}"`));
  expect(unlisted).toEqual([]);
});
