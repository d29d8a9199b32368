import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { Application } from './support/application.ts';
import { accessibilityFaults } from './support/axe.ts';
import { BrowserSession } from './support/browser-session.ts';
import { detailPages, pages as everyPage } from './support/every-page.ts';
import { ServedApp } from './support/served-app.ts';

/** The document is the same in every look: all rules judge it once, those of colour in each. */
const looks = {
  light: { session: { colorScheme: 'light' }, rules: undefined },
  dark: { session: { colorScheme: 'dark' }, rules: ['color-contrast', 'link-in-text-block'] },
  'forced-colours': {
    session: { colorScheme: 'dark', forcedColors: 'active' },
    rules: ['color-contrast', 'link-in-text-block'],
  },
} as const;

describe.each(Object.keys(looks) as (keyof typeof looks)[])('axe finds nothing, %s', (look) => {
  let served: ServedApp;
  let session: BrowserSession;
  let app: Application;

  beforeEach(async () => {
    served = new ServedApp();
    await served.start();
    session = await BrowserSession.open(served, looks[look].session);
    await session.goto(served);
    await session.page.getByRole('navigation').waitFor();
    app = new Application(session.page);
  });

  afterEach(async () => {
    await session.close();
    await served.stop();
  });

  /** Faults of what stands there now, under its name; its picture is kept to be looked at. */
  async function faultsNow(found: Record<string, string[]>, name: string): Promise<void> {
    await session.page.waitForFunction(
      () => document.querySelector('main [data-reading], [aria-busy=true]') === null,
    );
    const faults = await accessibilityFaults(session.page, looks[look].rules);
    if (faults.length > 0) found[name] = faults;
    await session.screenshot(`${look}-${name}`);
  }

  async function faultsOf(kind: string, wanted: Readonly<Record<string, string>>) {
    const found: Record<string, string[]> = {};
    for (const [name, route] of Object.entries(wanted)) {
      await app.open(route);
      await faultsNow(found, `${kind}-${name}`);
    }
    return found;
  }

  it('on empty pages', async () => {
    expect(await faultsOf('empty', everyPage)).toEqual({});
  });

  it('on filled pages, their tabs, an explanation, dialogs, and with all authorized', async () => {
    await app.loadPractice();
    const { rows } = await app.exportScan();
    expect(await faultsOf('filled', { ...everyPage, ...detailPages(rows) })).toEqual({});

    const found: Record<string, string[]> = {};
    const dialog = session.page.getByRole('dialog');
    for (const [name, keys] of [
      ['keys', '?'],
      ['palette', 'Control+k'],
    ] as const) {
      await session.page.keyboard.press(keys);
      await dialog.waitFor();
      await faultsNow(found, `dialog-${name}`);
      await session.page.keyboard.press('Escape');
    }
    await app.open('/review');
    await session.page.keyboard.press('j');
    await session.page.keyboard.press('d');
    await dialog.waitFor();
    await faultsNow(found, 'dialog-decline');
    await session.page.keyboard.press('Escape');
    expect(found).toEqual({});

    await app.authorizeAll();
    const after = { review: '/review?list=authorized', bundle: '/bundle', home: '/' };
    expect(await faultsOf('authorized', after)).toEqual({});

    // Real files put the practice data away: last.
    await session.page
      .locator('input[data-input="files"]')
      .setInputFiles({ name: 'sign-in.xml', mimeType: 'text/html', buffer: Buffer.from('<!DOCTYPE html>') });
    await session.page.locator('[data-import]:enabled').waitFor();
    await faultsNow(found, 'dialog-import');
    await app.job(() => session.page.locator('[data-import]').click());
    await app.open('/import?tab=failures');
    await faultsNow(found, 'import-failures');
    expect(found).toEqual({});
  });
});
