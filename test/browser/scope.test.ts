/** What to take of an offline catalog: the question before an import, by mouse and by keyboard. */
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { wholeScope } from '../../src/domain/index.ts';
import { fakeClassification, fakeProduct } from '../support/fake-scope.ts';
import { chooseFiles, mountPage, offerFiles, press, until, type MountedPage } from '../support/mount-page.ts';

let page: MountedPage | undefined;
afterEach(() => {
  page?.close();
  page = undefined;
});
const catalog = 'wsusscn2.cab';
const file = (name = catalog) => new File(['x'], name);
const dialog = () => document.querySelector('dialog[open]');
const text = () => dialog()?.textContent?.replace(/\s+/g, ' ') ?? '';
const item = (name: string): HTMLElement => {
  const found = page?.all('dialog[open] [role=treeitem]').find((each) => each.textContent?.includes(name));
  if (!found) throw new Error(`no line "${name}"`);
  return found;
};
const button = (words: string): HTMLButtonElement => {
  const found = page?.all('dialog[open] button').find((each) => each.textContent?.trim().startsWith(words));
  if (!found) throw new Error(`no button "${words}"`);
  return found as HTMLButtonElement;
};

async function asked(mounted: MountedPage, name = catalog): Promise<void> {
  await offerFiles(mounted, [file(name)]);
  (await mounted.find<HTMLInputElement>('dialog[open] input[value=choose]')).click();
  (await mounted.find('dialog[open] [data-import=start]:enabled')).click();
  await mounted.find('dialog[open] [role=tree]');
}

async function noViolations(): Promise<void> {
  const found = await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
  });
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
}

describe('before the catalog is read', () => {
  it('everything is the default, and goes on with one key', async () => {
    page = await mountPage('/', { fill: 'empty' });
    await offerFiles(page, [file()]);
    const start = await page.find('dialog[open] [data-import=start]:enabled');
    await until('focus', () => document.activeElement === start);
    expect(page.all('dialog[open] input[type=radio]').map((r) => (r as HTMLInputElement).value)).toEqual([
      'all',
      'choose',
    ]);
    expect(text()).toContain('Everything, with English texts');
    await noViolations();
    start.click();
    await until('imported', () => page?.engine.asked.length === 1);
    expect(page.engine.asked[0]?.scopes).toEqual({ [catalog]: wholeScope });
  });

  it('files that are no offline catalog are not asked about', async () => {
    page = await mountPage('/', { fill: 'empty' });
    await offerFiles(page, [file('PC01.txt')]);
    await page.find('dialog[open] [data-import=start]:enabled');
    expect(page.all('dialog[open] input[type=radio]')).toEqual([]);
  });

  it('next month the choice of last time is the default, in words', async () => {
    const catalogScope = { products: [fakeProduct(1)], classifications: null, languages: ['de', 'en'] };
    page = await mountPage('/', { fill: 'empty', settings: { catalogScope } });
    await chooseFiles(page, [file()]);
    await until('imported', () => page?.engine.asked.length === 1);
    expect(page.engine.asked[0]?.scopes).toEqual({});
    await offerFiles(page, [file()]);
    await page.find('dialog[open] input[value=last]:checked');
    expect(text()).toContain('As last time: 1 product, all classifications, texts: de, en');
  });
});

describe('the list of the catalog', () => {
  it('shows products below their families with counts, and takes what is ticked', async () => {
    page = await mountPage('/', { fill: 'empty' });
    await asked(page);
    expect(text()).toContain('62 of 62 chosen');
    expect(text()).toMatch(/(\d,\d{3}) of \1 updates are taken/);
    expect(item('Windows').getAttribute('aria-checked')).toBe('true');
    button('None: Products').click();
    await until('none', () => text().includes('Choose at least one product.'));
    expect((await page.find<HTMLButtonElement>('[data-scope=start]')).disabled).toBe(true);
    item('Windows').querySelector<HTMLElement>('.opener')?.click();
    await until('open', () => item('Windows').getAttribute('aria-expanded') === 'true');
    item('Product 00').click();
    await until('ticked', () => item('Windows').getAttribute('aria-checked') === 'mixed');
    item('Service Packs').click();
    item('Update Rollups').click();
    item('German').click();
    await until('counted', () => text().includes('90 of 4,309 updates are taken'));
    await noViolations();
    (await page.find('[data-scope=start]')).click();
    await until('imported', () => page?.engine.asked.length === 1);
    expect(page.engine.asked[0]?.scopes).toEqual({
      [catalog]: {
        products: [fakeProduct(0)],
        classifications: [fakeClassification(0)],
        languages: ['en', 'de'],
      },
    });
  });

  it('is searched; all and none then mean what was found', async () => {
    page = await mountPage('/', { fill: 'empty' });
    await asked(page);
    const search = await page.find<HTMLInputElement>('dialog[open] input[type=search]');
    expect(document.activeElement).toBe(search);
    button('None: Products').click();
    search.value = 'product 1';
    search.dispatchEvent(new Event('input', { bubbles: true }));
    await until(
      'found',
      () => page?.all('dialog[open] [role=tree][aria-label=Products] .below').length === 10,
    );
    button('All found: Products').click();
    await until('ticked', () => text().includes('10 of 62 chosen'));
    expect(text()).toContain('Nothing found.');
  });

  it('is worked by keyboard alone: one stop a list, arrows, Space, and Escape leaves everything as it was', async () => {
    page = await mountPage('/', { fill: 'empty' });
    await asked(page);
    expect(page.all('dialog[open] [role=tree][aria-label=Products] [tabindex="0"]').length).toBe(1);
    item('Developer Tools').focus();
    press(' ');
    await until('unticked', () => item('Developer Tools').getAttribute('aria-checked') === 'false');
    press('ArrowRight');
    await until('open', () => item('Developer Tools').getAttribute('aria-expanded') === 'true');
    press('ArrowRight');
    await until('below', () => document.activeElement?.getAttribute('aria-level') === '2');
    press('Enter');
    await until('mixed', () => item('Developer Tools').getAttribute('aria-checked') === 'mixed');
    press('ArrowLeft');
    expect(document.activeElement).toBe(item('Developer Tools'));
    press('End');
    expect(document.activeElement?.textContent).toContain('Windows');
    document.querySelector<HTMLDialogElement>('dialog[open]')?.close();
    await until('closed', () => dialog() === null);
    await new Promise((next) => setTimeout(next, 60));
    expect(page.engine.asked).toEqual([]);
    expect((await page.engine.snapshot()).settings.catalogScope).toBeUndefined();
  });

  it('shows ids where names were not read, and reads them on demand with the ticks kept', async () => {
    page = await mountPage('/', { fill: 'empty' });
    await asked(page);
    expect(text()).toContain('2 entries stand with an id');
    item('Office').click();
    await until('unticked', () => item('Office').getAttribute('aria-checked') === 'false');
    button('Read all names').click();
    await until('named', () => dialog() !== null && !text().includes('with an id'));
    expect(item('Office').getAttribute('aria-checked')).toBe('false');
  });

  it('reading the list shows progress and can be cancelled: nothing is imported', async () => {
    page = await mountPage('/', { fill: 'empty', pace: 80 });
    await offerFiles(page, [file()]);
    (await page.find<HTMLInputElement>('dialog[open] input[value=choose]')).click();
    (await page.find('dialog[open] [data-import=start]:enabled')).click();
    await until('progress', () => document.querySelector('[role=progressbar]') !== null);
    expect(document.querySelector('.tray')?.textContent).toContain('Reading what there is to choose');
    page.all('.tray .quiet')[0]?.click();
    await until('gone', () => document.querySelector('[role=progressbar]') === null);
    expect(dialog()).toBeNull();
    expect(page.engine.asked).toEqual([]);
  });
});

it('German words stand in the dialog, also the longest, and nothing is out of reach', async () => {
  page = await mountPage('/', { fill: 'empty', settings: { language: 'de' } });
  await asked(page);
  expect(text()).toContain('Klassifizierungen');
  expect(text()).toContain('Deutsch (de)');
  await noViolations();
});

describe('what a choice leaves out', () => {
  const scope = { products: ['Product 01'], classifications: null, languages: ['en', 'de'], leftOut: 4208 };
  const edition = {
    key: 'mu:wsusscn2:1', document: 'wsusscn2', title: 'Microsoft Update', revision: 'a', currentReleaseDate: '2026-07-14T13:54:06Z',
    file: catalog, bytes: 1, sha256: '0'.repeat(64), importedAt: 0, current: true, source: 'mu' as const, updates: 90,
    vendors: [], counts: null, warnings: [],
  }; // prettier-ignore
  const catalogs = (leftOut: number) => ({
    catalogs: { editions: [{ ...edition, scope: { ...scope, leftOut } }], missingMonths: [], warnings: [] },
  });

  it('stands on Catalogs, with the names of what was chosen', async () => {
    page = await mountPage('/catalogs', { fill: 'full', snapshot: catalogs(4208) });
    const section = page.all('main section').find((each) => each.textContent?.includes('What is taken'));
    expect(section?.textContent).toContain('4,208 updates of this edition are outside of the choice');
    expect(section?.textContent).toContain('Product 01');
    expect(section?.textContent).toContain('en, de');
    await noViolations();
  });

  it('stands over the list of updates and of a machine, and nowhere when nothing is left out', async () => {
    page = await mountPage('/updates', { fill: 'full', snapshot: catalogs(4208) });
    expect(document.querySelector('main')?.textContent).toContain(
      '4,208 updates of the Microsoft Update catalog',
    );
    const machine = (await page.engine.snapshot()).machines[0]?.id ?? '';
    await page.go(`/machines/${machine}`);
    await until(
      'noted',
      () => document.querySelector('main')?.textContent?.includes('4,208 updates') ?? false,
    );
    page.close();
    page = await mountPage('/updates', { fill: 'full', snapshot: catalogs(0) });
    expect(document.querySelector('main')?.textContent).not.toContain('chosen at import');
  });
});
