import { afterEach, beforeEach, expect, it } from 'vitest';

import { accessibilityFaults } from './support/axe.ts';
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

it('APR03 the second tab looks on and says so; after "take over" the first is told', async () => {
  const text = 'Another tab of this browser writes.';
  await session.goto(app);
  await session.page.getByRole('navigation').waitFor();
  const second = await session.context.newPage();
  await second.goto(`${app.origin}/`);

  await second.getByText(text).waitFor();
  expect(await session.page.getByText(text).count()).toBe(0);
  expect(await accessibilityFaults(second)).toEqual([]);

  await second.getByRole('button', { name: 'Take over here' }).click();
  await session.page.getByText(text).waitFor();
  await expect.poll(() => second.getByText(text).count()).toBe(0);
});
