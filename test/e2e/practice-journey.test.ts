import { afterEach, beforeEach, expect, it } from 'vitest';

import { Application } from './support/application.ts';
import { BrowserSession } from './support/browser-session.ts';
import { authorizeAndUndo, explainOneOfEach, firstDifference, writeJudgedBundle } from './support/journey.ts';
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

  expect(await app.loadPractice()).toMatch(/\d+ imported, .*0 rejected/);
  const before = await app.exportScan();
  await explainOneOfEach(app, before.rows);
  await authorizeAndUndo(app);
  expect(await writeJudgedBundle(app)).toContain('<update');
  const workspace = await app.exportWorkspace();

  await session.clearSiteData(served);
  await app.open('/');
  await app.button('Use the practice site').first().waitFor();
  await app.restoreWorkspace(workspace);
  expect(await app.reviewCount('Authorized')).toBeGreaterThan(0);

  expect(firstDifference((await app.exportScan()).text, before.text)).toBeNull();
  expect(session.watch).toEqual(nothingWrong);
});
