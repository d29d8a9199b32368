import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { Application } from './support/application.ts';
import { bagFaults } from './support/bag.ts';
import { BrowserSession } from './support/browser-session.ts';
import { nothingWrong } from './support/page-watch.ts';
import { ServedApp } from './support/served-app.ts';

let served: ServedApp;
let session: BrowserSession;
let app: Application;
let folder: string;

/** The folder that a person would pick lies in the browser's own file system; its handles are real ones. */
async function letPick(page: Page, answer: 'folder' | 'put away'): Promise<void> {
  await page.evaluate((given) => {
    Object.assign(window, {
      showDirectoryPicker: async () => {
        if (given === 'put away') throw new DOMException('The user aborted a request.', 'AbortError');
        const root = await navigator.storage.getDirectory();
        return root.getDirectoryHandle('stick', { create: true });
      },
    });
  }, answer);
}

/** Every file below the picked folder, by its path. */
function filesOnStick(page: Page): Promise<Record<string, number[]>> {
  return page.evaluate(async () => {
    const found: Record<string, number[]> = {};
    async function walk(folder: FileSystemDirectoryHandle, above: string): Promise<void> {
      for await (const [name, entry] of folder.entries()) {
        if (entry.kind === 'directory') await walk(entry as FileSystemDirectoryHandle, `${above}${name}/`);
        else {
          const file = await (entry as FileSystemFileHandle).getFile();
          found[above + name] = [...new Uint8Array(await file.arrayBuffer())];
        }
      }
    }
    const root = await navigator.storage.getDirectory();
    await walk(await root.getDirectoryHandle('stick', { create: true }), '');
    return found;
  });
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchferry-stick-'));
  served = new ServedApp();
  await served.start();
  session = await BrowserSession.open(served);
  await session.goto(served);
  await session.page.getByRole('navigation').waitFor();
  app = new Application(session.page);
  await app.loadPractice();
  await app.authorizeAll();
  await app.open('/bundle');
});

afterEach(async () => {
  await session.close();
  await served.stop();
  rmSync(folder, { recursive: true });
});

async function pressWrite(): Promise<void> {
  await session.page.getByLabel('Write it without update files: manifest and shopping list only').check();
  await app.button('Write into a folder').click();
}

it('a bundle written into a folder is the bag that sha256sum and xmllint accept', async () => {
  await letPick(session.page, 'folder');
  const card = await app.job(pressWrite);
  expect(card).not.toBe('');

  const files = await filesOnStick(session.page);
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), new Uint8Array(bytes));
  }
  const [top, ...others] = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))];
  expect(others, 'one folder lies on the stick').toEqual([]);
  const bag = join(folder, top ?? '');
  expect(await bagFaults(bag)).toEqual([]);
  expect(readFileSync(join(bag, 'data/manifest.xml'), 'utf8')).toContain('<update');

  // The judge must be able to say no.
  const [payload] = Object.keys(files).filter((path) => path.endsWith('manifest.xml'));
  writeFileSync(join(folder, payload ?? ''), 'changed on the way');
  expect((await bagFaults(bag)).join('\n')).toMatch(/manifest\.xml/);
  expect(session.watch).toEqual(nothingWrong);
});

it('a picker that is put away changes nothing and says nothing', async () => {
  await letPick(session.page, 'put away');
  await pressWrite();
  await session.page.waitForTimeout(300);
  expect(await filesOnStick(session.page)).toEqual({});
  expect(await session.page.locator('.tray .job').count()).toBe(0);
  expect(session.watch).toEqual(nothingWrong);
});
