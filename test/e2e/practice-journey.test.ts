import { afterEach, beforeEach, expect, it } from 'vitest';

import { Application } from './support/application.ts';
import { BrowserSession } from './support/browser-session.ts';
import { authorizeAndUndo, explainOneOfEach, writeJudgedBundle } from './support/journey.ts';
import { nothingWrong } from './support/page-watch.ts';
import { ServedApp } from './support/served-app.ts';

let served: ServedApp;
let session: BrowserSession;

beforeEach(async () => {
  served = new ServedApp();
  await served.start();
  session = await BrowserSession.open(served);
});

afterEach(async () => {
  await session.close();
  await served.stop();
});

it('from nothing to a bundle on the practice site, without a server', async () => {
  await session.goto(served);
  await session.untilOffline();
  await served.stop();
  await session.page.reload();
  const app = new Application(session.page);

  expect(await app.loadPractice()).toMatch(/^Imported \d+ of \d+ files/);
  const before = await app.exportScan();
  await explainOneOfEach(app, before.rows);
  await authorizeAndUndo(app);
  expect(await writeJudgedBundle(app)).toContain('<update');
  const workspace = await app.exportWorkspace();

  // Site data is cleared as a person would, from outside the page.
  const devtools = await session.context.newCDPSession(session.page);
  await devtools.send('Storage.clearDataForOrigin', {
    origin: served.origin,
    storageTypes: 'indexeddb,local_storage',
  });
  await session.page.reload();
  await app.open('/');
  await app.button('Use the practice site').first().waitFor();
  await app.restoreWorkspace(workspace);
  await expect.poll(async () => (await app.reviewCount('Authorized')) > 0).toBe(true);

  expect((await app.exportScan()).text).toBe(before.text);
  expect(session.watch).toEqual(nothingWrong);
});
