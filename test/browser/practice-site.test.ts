import { afterEach, expect, it } from 'vitest';
import { mountPage, offerFiles, until, type MountedPage } from '../support/mount-page.ts';

let page: MountedPage | undefined;
afterEach(() => {
  page?.close();
  page = undefined;
});
const main = () => document.querySelector('main')?.textContent ?? '';
const files = (...names: string[]) => names.map((name) => new File(['x'], name));

/** Pages whose empty state offers the practice site. */
const offering = ['/', '/catalogs', '/machines', '/updates', '/map', '/review', '/bundle'];

it('every empty page of an empty workspace offers it', async () => {
  page = await mountPage('/', { fill: 'empty' });
  for (const path of offering) {
    await page.go(path);
    expect(main(), path).toContain('Use the practice site');
  }
});

it('a workspace in use is never offered it: a sentence says how to see practice data', async () => {
  page = await mountPage('/bundle', { fill: 'full', snapshot: { authorizations: [], states: null } });
  for (const path of ['/bundle', '/map']) {
    await page.go(path);
    expect(main(), path).not.toContain('Use the practice site');
    expect(main(), path).toContain('into an empty workspace only');
  }
});

it('while it is loaded Home and Settings say so, and one press leaves it', async () => {
  page = await mountPage('/', { fill: 'empty' });
  page.all('main .actions .quiet')[0]?.click();
  await until('practice', () => document.querySelector('[data-practice=leave]') !== null);
  await page.go('/settings');
  (await page.find('[data-practice=leave]')).click();
  await until('left', () => document.querySelector('[data-practice=leave]') === null);
  expect((await page.engine.snapshot()).machines).toEqual([]);
  expect(document.querySelector('.tray')?.textContent).toContain('nothing of it is here any more');
  await page.go('/');
  expect(main()).toContain('Use the practice site');
});

it('real files ask before the practice data goes; cancelled, everything stays', async () => {
  page = await mountPage('/', { fill: 'empty' });
  page.all('main .actions .quiet')[0]?.click();
  await until('practice', () => document.querySelector('[data-practice=leave]') !== null);
  await offerFiles(page, files('PC01.txt'));
  const start = await page.find('dialog[open] [data-import=start]:enabled');
  expect(start.textContent).toBe('Remove practice data and import');
  expect(document.querySelector('dialog[open]')?.textContent).toContain('Practice data is loaded');
  const cancel = page.all('dialog[open] .foot button').find((each) => each.textContent === 'Cancel');
  cancel?.click();
  await until('closed', () => document.querySelector('dialog[open]') === null);
  expect((await page.engine.snapshot()).practice).toBe(true);

  await offerFiles(page, files('PC01.txt'));
  (await page.find('dialog[open] [data-import=start]:enabled')).click();
  await until('imported', () => (document.querySelector('.tray')?.textContent ?? '').includes('1 imported'));
  expect((await page.engine.snapshot()).practice).toBe(false);
});
