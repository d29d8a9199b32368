import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { offerFiles, mountPage, press, until, type MountedPage } from '../support/mount-page.ts';
import type { FakeOptions } from '../support/fake-engine.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
let page: MountedPage | undefined;
afterEach(() => {
  page?.close();
  page = undefined;
});

/** Violations as lines that say where, so that a failure can be read. */
async function violations(): Promise<readonly string[]> {
  // What is still fading in has no colour of its own yet.
  await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  const found = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
  return found.violations.flatMap((v) =>
    v.nodes.map((n) => `${v.id}: ${n.target.join(' ')} ${n.failureSummary ?? ''}`),
  );
}

const pages: Readonly<Record<string, string>> = {
  Home: '/',
  Catalogs: '/catalogs',
  Machines: '/machines',
  'Missing facts': '/machines?view=facts',
  'Ignored files': '/machines?view=ignored',
  Machine: '/machines/srv-file01',
  'Facts of a machine': '/machines/srv-file01?tab=facts',
  'Files of a machine': '/machines/srv-file01?tab=files',
  'History of a machine': '/machines/hq-ws-0107?tab=history',
  Updates: '/updates?q=state:required',
  'Updates without a match': '/updates?q=nothing-is-called-so',
  Update: '/updates/msrc%3AKB5083022',
  'Fixes of an update': '/updates/msrc%3AKB5083022?tab=fixes',
  'Products of an update': '/updates/msrc%3AKB5083022?tab=products',
  Supersedence: '/updates/msrc%3AKB5083022?tab=chain',
  'Known issues': '/updates/msrc%3AKB5083022?tab=issues',
  Documents: '/updates/msrc%3AKB5083022?tab=source',
  'Why of a Required': '/machines/srv-file01?why=srv-file01%7Cmsrc%3AKB5083022',
  'Why of an Unknown': '/machines/kiosk-07?why=kiosk-07%7Cmsrc%3AKB5083022',
  'Why as a picture': '/machines/srv-file01?why=srv-file01%7Cmsrc%3AKB5083022&proof=picture',
  'Why of an Unknown as a wide picture':
    '/machines/kiosk-07?why=kiosk-07%7Cmsrc%3AKB5083022&proof=picture&panel=wide',
  'Why beside the map': '/map?why=srv-file01%7Cmsrc%3AKB5083022',
  'States that wait for a fact':
    '/machines?view=facts&fact=component-version%7CMicrosoft%20.NET%20Framework%204.8',
  'Fleet map': '/map',
  'Fleet map by date and name': '/map?updates=date&machines=name',
  Review: '/review',
  Bundle: '/bundle',
  Journal: '/journal',
  Settings: '/settings',
  'Import report': '/import',
  'No such page': '/nowhere',
};

const whenEmpty = [
  '/',
  '/catalogs',
  '/machines',
  '/updates',
  '/map',
  '/review',
  '/bundle',
  '/journal',
  '/settings',
  '/import',
];

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  it.each(Object.entries(pages))('%s has no violation', async (_name, hash) => {
    page = await mountPage(hash, { fill: 'full', settings: { theme, marking: 'FOR TRAINING' } });
    expect(await violations()).toEqual([]);
  });

  it.each(whenEmpty)('%s has no violation when empty', async (hash) => {
    page = await mountPage(hash, { fill: 'empty', settings: { theme } });
    expect(await violations()).toEqual([]);
  });
});

describe('with something open', () => {
  const full: FakeOptions = { fill: 'full' };

  it('the list of keys', async () => {
    page = await mountPage('/machines', full);
    press('?');
    await page.find('dialog[open]');
    expect(await violations()).toEqual([]);
  });

  it('the palette with findings', async () => {
    page = await mountPage('/', full);
    press('k', { ctrlKey: true });
    const input = await page.find<HTMLInputElement>('dialog[open] input');
    input.value = 'srv';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await until('findings', () => document.querySelectorAll('dialog [role=option]').length > 2);
    expect(await violations()).toEqual([]);
  });

  it('the column chooser', async () => {
    page = await mountPage('/updates', full);
    (await page.find('.chooser button')).click();
    await page.find('.floating');
    expect(await violations()).toEqual([]);
  });

  it('a running job, a failed one and the import report with failures', async () => {
    page = await mountPage('/import', { ...full, pace: 5 });
    const names = ['cut-1.xml', 'nameless_qfe.txt', 'older-2.xml', 'PC01.txt', 'same.txt', 'dxdiag.txt'];
    await offerFiles(page, names.map((name) => new File(['x'], name))); // prettier-ignore
    const start = await page.find('dialog[open] [data-import=start]:enabled');
    expect(await violations()).toEqual([]);
    start.click();
    await page.find('[role=progressbar]');
    expect(await violations()).toEqual([]);
    await until('report', () => document.querySelectorAll('main .error').length === 2);
    expect(await violations()).toEqual([]);
    for (const button of page.all('main td > button:not(.quiet)')) {
      button.click();
      await page.find('dialog[open]');
      expect(await violations()).toEqual([]);
      (await page.find('dialog[open] .icon-button')).click();
    }
  });

  it('a proof that is stepped through, and the question how to save it', async () => {
    page = await mountPage('/machines/srv-file01?why=srv-file01%7Cmsrc%3AKB5083022', full);
    (await page.find('aside.explain .line')).click();
    press('n');
    await until('a deciding fact', () => document.activeElement?.matches('[role=treeitem]') ?? false);
    expect(await violations()).toEqual([]);
    (await page.find('aside.explain .head .button')).click();
    await page.find('dialog[open]');
    expect(await violations()).toEqual([]);
  });

  it('the fleet map with a cell in hand, and as tables', async () => {
    page = await mountPage('/map', full);
    (await page.find('[role=application]')).focus();
    press('ArrowRight');
    await until('a cell', () => document.querySelector('.readout .mark') !== null);
    expect(await violations()).toEqual([]);
    (await page.find('figcaption button')).click();
    await until('tables', () => document.querySelectorAll('main table').length === 2);
    expect(await violations()).toEqual([]);
  });

  it('a selection with its actions', async () => {
    page = await mountPage('/review', full);
    (await page.find('[data-row] input')).click();
    expect(await violations()).toEqual([]);
  });
});

describe('in other languages and on a small screen', () => {
  it.each(['de', 'pseudo'] as const)('Home and Updates in %s', async (language) => {
    page = await mountPage('/', { fill: 'full', settings: { language } });
    expect(document.documentElement.lang).toBe(language === 'de' ? 'de' : 'en-x-pseudo');
    expect(await violations()).toEqual([]);
    await page.go('/updates');
    expect(await violations()).toEqual([]);
  });
});
