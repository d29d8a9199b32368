import { afterEach, expect, it } from 'vitest';
import { reject } from '../../src/domain/index.ts';
import { mountPage, until, type MountedPage } from '../support/mount-page.ts';

let page: MountedPage | undefined;
afterEach(() => {
  page?.close();
  page = undefined;
});

/** The control that a label of the page belongs to. */
function labelled(text: string): HTMLInputElement {
  const label = page?.all('main label').find((each) => each.textContent.includes(text));
  const id = label?.getAttribute('for');
  const control = id ? document.getElementById(id) : label?.querySelector('input');
  if (!control) throw new Error(`no control ${text}`);
  return control as HTMLInputElement;
}

const settings = async () => (await page?.engine.snapshot())?.settings;

/** Waits for the announcement: a setting is saved and shown again. */
async function click(text: string): Promise<void> {
  labelled(text).click();
  await new Promise((next) => setTimeout(next, 80));
}

it('each setting is saved when it is changed, the checksums of MSSecure too', async () => {
  page = await mountPage('/settings', { fill: 'full' });
  await click('Compare checksums of files');
  await click('Security Only');
  await click('Single-letter keys');
  await click('Dark');
  expect(await settings()).toMatchObject({
    checksums: true,
    track: 'security-only',
    singleKeys: false,
    theme: 'dark',
  });
  expect(document.documentElement.dataset['theme']).toBe('dark');
  await click('Compare checksums of files');
  expect((await settings())?.checksums).toBe(false);
  const language = labelled('Language') as unknown as HTMLSelectElement;
  language.value = 'de';
  language.dispatchEvent(new Event('change', { bubbles: true }));
  await until('German', () => document.querySelector('main h1')?.textContent === 'Einstellungen');
  expect(document.documentElement.lang).toBe('de');
});

it('a setting that cannot be saved says so', async () => {
  page = await mountPage('/settings', { fill: 'full' });
  page.engine.saveSettings = async () => reject('read-only', '') as never;
  await click('Dark');
  expect(document.querySelector('main [role=alert]')?.textContent).toContain('only looks on');
});
