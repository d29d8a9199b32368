import { afterEach, beforeEach, expect, it } from 'vitest';

import { accessibilityFaults } from './support/axe.ts';
import { BrowserSession } from './support/browser-session.ts';
import { nothingWrong } from './support/page-watch.ts';
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

it('starts without a server once it was loaded', async () => {
  await session.goto(app);
  await session.page.getByRole('main').waitFor();
  await session.untilOffline();

  await app.stop();
  await session.page.reload();

  await session.page.getByRole('main').waitFor();
  expect(await session.page.getByText('Patchferry has not started').count()).toBe(0);
  expect(await session.page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect(session.watch).toEqual(nothingWrong);
});

it('starts from the cache after the browser was closed and the server is gone', async () => {
  await session.goto(app);
  await session.untilOffline();
  await session.close({ keepProfile: true });
  await app.stop();

  session = await BrowserSession.open(app, { profile: session.profile });
  await session.goto(app);

  await session.page.getByRole('main').waitFor();
  expect(await session.page.getByText('Patchferry has not started').count()).toBe(0);
  expect(session.watch).toEqual(nothingWrong);
});

it('refuses scripts from elsewhere, and evaluated text', async () => {
  await session.goto(app);
  await session.page.getByRole('main').waitFor();

  const refused = await session.page.evaluate(async () => {
    const attempts: Record<string, () => unknown> = {
      eval: () => window.eval('1 + 1'),
      html: () => (document.createElement('div').innerHTML = '<b>x</b>'),
      worker: () => new Worker('https://other.example/worker.js'),
    };
    // In a task of its own: what the debugger evaluates directly may do anything.
    await new Promise((resolve) => setTimeout(resolve, 0));
    return Object.entries(attempts).map(([name, attempt]) => {
      try {
        attempt();
        return `${name} ran`;
      } catch {
        return `${name} refused`;
      }
    });
  });

  expect(refused).toEqual(['eval refused', 'html refused', 'worker refused']);
  await expect.poll(() => session.watch.violations.length).toBeGreaterThan(0);
});

it('says why within three seconds when its scripts are blocked', async () => {
  await session.context.route('**/*.js', (route) => route.abort());
  await session.goto(app);
  const reason = session.page.getByText('Patchferry has not started');
  await reason.waitFor({ state: 'visible', timeout: 3000 });
  expect(await accessibilityFaults(session.page)).toEqual([]);
});
