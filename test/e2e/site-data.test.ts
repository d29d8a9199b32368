import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { Application } from './support/application.ts';
import { BrowserSession } from './support/browser-session.ts';
import { firstDifference } from './support/journey.ts';
import { msrcXml } from '../support/msrc-document.ts';
import { ServedApp } from './support/served-app.ts';

let served: ServedApp;
let session: BrowserSession;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchferry-faults-'));
  served = new ServedApp();
  await served.start();
  session = await BrowserSession.open(served);
  await session.goto(served);
  await session.page.getByRole('navigation').waitFor();
});

afterEach(async () => {
  await session.close();
  await served.stop();
  rmSync(folder, { recursive: true });
});

/** A catalog of one update for the machines below. */
function writeCatalog(): string {
  const path = join(folder, 'cvrfDocument-2026-Feb.xml');
  const xml = msrcXml({
    id: '2026-Feb',
    products: [{ id: '11571', name: 'Windows Server 2019', family: 'Windows' }],
    vulnerabilities: [{ cve: 'CVE-2026-0001', fixes: [{ kb: 5075904, products: ['11571'] }] }],
  });
  writeFileSync(path, xml);
  return path;
}

/** Inventories as `systeminfo` writes them, each of a machine of its own. */
function writeInventories(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const name = `MADE-${String(index).padStart(4, '0')}`;
    const path = join(folder, `${name}_systeminfo.txt`);
    const lines = [
      '',
      `Host Name:                 ${name}`,
      'OS Name:                   Microsoft Windows Server 2019 Standard',
      'OS Version:                10.0.17763 N/A Build 17763',
      'OS Manufacturer:           Microsoft Corporation',
      'OS Configuration:          Member Server',
      'OS Build Type:             Multiprocessor Free',
      'System Type:               x64-based PC',
      'Hotfix(s):                 1 Hotfix(s) Installed.',
      '                           [01]: KB4486153',
      '',
    ];
    writeFileSync(path, lines.join('\r\n'));
    return path;
  });
}

const exported = async ({ page }: BrowserSession) => (await new Application(page).exportScan()).text;

it('STO01 with no room left from the start everything is shown, an import is refused in words, and export works', async () => {
  const began = new Application(session.page);
  await began.addFiles([writeCatalog(), ...writeInventories(3)]);
  const before = await exported(session);
  // A browser remembers for a while how much room there was: a new one is told from the start.
  await session.close({ keepProfile: true });
  session = await BrowserSession.open(served, { profile: session.profile });
  await session.limitQuota(served, 1_000_000);
  await session.goto(served);
  const app = new Application(session.page);

  const failure = await app.addFiles(writeInventories(300)).catch((error: Error) => error.message);
  expect(failure).toContain('storage-full');
  expect(failure).toMatch(/What was kept[^]*What to do/);
  expect(failure).not.toMatch(/QuotaExceeded|AbortError/);

  expect(statSync(await app.exportWorkspace()).size).toBeGreaterThan(5_000);
  expect(firstDifference(await exported(session), before)).toBeNull();
});

it('STO06 data that the browser removed is missed, not taken for an empty start', async () => {
  const app = new Application(session.page);
  await app.loadPractice();
  // The page notes that it had data with the snapshot that follows a job.
  await session.page.waitForFunction(
    (marker) => localStorage.getItem(marker) !== null,
    'patchferry.has-data',
  );
  await session.clearSiteData(served, 'indexeddb');
  await session.page.getByText('The browser removed the data of this page.').first().waitFor();
});

it('STO07 where storage is refused the work is done in memory, and the page says so', async () => {
  await session.close();
  session = await BrowserSession.open(served, { serviceWorkers: 'block' });
  // What a browser with blocked site data does: the property itself throws, in the worker too.
  await session.context.route('**/engine.worker-*.js', async (route) => {
    const answer = await route.fetch();
    const refuse =
      "Object.defineProperty(self,'indexedDB',{get(){throw new DOMException('blocked','SecurityError')}});";
    await route.fulfill({ response: answer, body: refuse + (await answer.text()) });
  });
  await session.goto(served);
  await session.page.getByText('This browser refuses storage.').first().waitFor();
  const app = new Application(session.page);
  expect(await app.loadPractice()).toContain('33 imported');
  expect(statSync(await app.exportWorkspace()).size).toBeGreaterThan(10_000);
});
