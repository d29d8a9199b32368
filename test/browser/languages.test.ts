import { afterEach, expect, it } from 'vitest';
import { mountPage, type MountedPage } from '../support/mount-page.ts';

let page: MountedPage | undefined;
afterEach(() => {
  page?.close();
  page = undefined;
});

const pages = [
  '/', '/catalogs', '/machines', '/machines?view=facts', '/machines/srv-file01', '/machines/srv-file01?tab=facts', '/updates',
  '/updates/msrc%3AKB5083022', '/updates/msrc%3AKB5083022?tab=chain', '/machines/srv-file01?why=srv-file01%7Cmsrc%3AKB5083022',
  '/review', '/bundle', '/journal', '/settings', '/import', '/nowhere',
]; // prettier-ignore

/** Values of machines and catalogs stand in these; everything else a person reads is words. */
const values = 'bdi, kbd, code, time, option, script, style, .mono, svg .kb, [lang]:not(html)';

/** Texts of a page that came from no word catalogue: letters without the brackets of the pseudo-locale. */
function untranslated(): readonly string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    if (!/\p{L}{2}/u.test(text) || node.parentElement?.closest(values)) continue;
    if (!/[[\]·]/.test(text) && !/^\d{4}-\d\d-\d\d/.test(text)) found.push(text);
  }
  for (const each of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
    for (const name of ['aria-label', 'placeholder']) {
      const text = each.getAttribute(name) ?? '';
      if (/\p{L}{2}/u.test(text) && !/[[\]·]/.test(text)) found.push(`${name}: ${text}`);
    }
  }
  return found;
}

it.each(pages)('%s shows no word that is not in a catalogue', async (hash) => {
  page = await mountPage(hash, { fill: 'full', settings: { language: 'pseudo' } });
  expect(untranslated()).toEqual([]);
});

it('the pseudo-locale is offered to those who ask for it by the address, and to nobody else', async () => {
  const offered = () => page?.all('select option').map((option) => (option as HTMLOptionElement).value) ?? [];
  page = await mountPage('/settings', { fill: 'full' });
  expect(offered()).toEqual(['browser', 'en', 'de']);
  await page.go('/settings?pseudo=yes');
  expect(offered()).toContain('pseudo');
});

it.each(pages)('%s with German words does not scroll sideways at 1366 pixels', async (hash) => {
  page = await mountPage(hash, { fill: 'full', settings: { language: 'de' } });
  const main = page.root.querySelector('main') as HTMLElement;
  expect(main.scrollWidth).toBeLessThanOrEqual(main.clientWidth);
});
