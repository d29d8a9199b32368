import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { Application } from './support/application.ts';
import { accessibilityFaults } from './support/axe.ts';
import { BrowserSession } from './support/browser-session.ts';
import { ServedApp } from './support/served-app.ts';

const routes = [
  '/',
  '/catalogs',
  '/machines',
  '/updates',
  '/review',
  '/bundle',
  '/journal',
  '/settings',
  '/import',
];

describe.each(['light', 'dark'] as const)('axe finds nothing, %s', (colorScheme) => {
  let served: ServedApp;
  let session: BrowserSession;
  let app: Application;

  beforeEach(async () => {
    served = new ServedApp();
    await served.start();
    session = await BrowserSession.open(served, { colorScheme });
    await session.goto(served);
    await session.page.getByRole('navigation').waitFor();
    app = new Application(session.page);
  });

  afterEach(async () => {
    await session.close();
    await served.stop();
  });

  /** Faults by page; the picture of each is kept to be looked at. */
  async function faultsOf(pages: readonly string[], kind: string): Promise<Record<string, string[]>> {
    const found: Record<string, string[]> = {};
    for (const route of pages) {
      await app.open(route);
      const faults = await accessibilityFaults(session.page);
      if (faults.length > 0) found[route] = faults;
      const name =
        route
          .replace(/[?%].*/, '')
          .replace(/\W+/g, '-')
          .replace(/^-|-$/g, '') || 'home';
      await session.screenshot(`${kind}-${colorScheme}-${name}`);
    }
    return found;
  }

  it('on empty pages', async () => {
    expect(await faultsOf([...routes, '/nowhere'], 'empty')).toEqual({});
  });

  it('on filled pages, a machine, an update, an explanation, and with all authorized', async () => {
    await app.loadPractice();
    const { rows } = await app.exportScan();
    const row = rows.find(({ state, kb }) => state === 'Required' && kb);
    const machine = encodeURIComponent(row?.machine.toLowerCase() ?? '');
    const update = encodeURIComponent(row?.update ?? '');
    const details = [
      `/machines/${machine}`,
      `/updates/${update}`,
      `/machines/${machine}?why=${machine}%7C${update}`,
    ];
    expect(await faultsOf([...routes, ...details], 'filled')).toEqual({});
    await app.authorizeAll();
    expect(await faultsOf(['/review?list=authorized', '/bundle', '/'], 'authorized')).toEqual({});
  });
});
