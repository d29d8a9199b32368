import { afterEach, describe, expect, it } from 'vitest';
import { mountPage, press, until, type MountedPage } from '../support/mount-page.ts';

let page: MountedPage | undefined;
afterEach(() => {
  page?.close();
  page = undefined;
});
const open = async (hash: string, fill: 'full' | 'huge' = 'full') => (page = await mountPage(hash, { fill }));
/** A long list is put together in slices: it is there a little later than the page. */
const openHuge = async () => {
  await open('/updates', 'huge');
  await until('the list', () => rowCount() === 100_000, 20_000);
};
const type = (text: string) => {
  const input = document.querySelector<HTMLInputElement>('[data-filter]');
  if (!input) throw new Error('no filter');
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  return input;
};
const footer = () => document.querySelector('.footer [role=status]')?.textContent;
const rowCount = () => Number(document.querySelector('table')?.getAttribute('aria-rowcount')) - 1;

describe('100,000 updates', () => {
  it('the document holds some forty rows, and says how many there are', async () => {
    await openHuge();
    expect(rowCount()).toBe(100_000);
    expect(page?.all('[data-row]').length).toBeLessThan(60);
    expect(footer()).toBe('100,000 updates shown');
  });

  it('scrolled to the end, the last row is there with its number', async () => {
    await openHuge();
    const scroller = document.querySelector('.scroller') as HTMLElement;
    scroller.scrollTop = scroller.scrollHeight;
    await until('last row', () => document.querySelector('[data-row="99999"]') !== null);
    expect(document.querySelector('[data-row="99999"]')?.getAttribute('aria-rowindex')).toBe('100001');
  });

  it('sorting and facets work over the whole list', async () => {
    await openHuge();
    const first = () => document.querySelector('[data-row="0"]')?.textContent ?? '';
    const before = first();
    page?.all('main thead th button').at(1)?.click();
    await until('sorted', () => first() !== before && first() !== '', 20_000);
    await until(
      'counted',
      () => page?.all('.facets .count').some((each) => each.textContent !== '0') === true,
    );
    const counts = page
      ?.all('.facets [role=group]')
      .find((group) => /Severity/.test(group.textContent ?? ''));
    const sum = [...(counts?.querySelectorAll('.count') ?? [])]
      .map((each) => Number(each.textContent?.replaceAll(',', '')))
      .reduce((a, b) => a + b, 0);
    expect(sum).toBe(100_000);
  });

  it('a key press filters at once', async () => {
    const began = performance.now();
    await open('/updates', 'huge');
    await until('all of them', () => rowCount() === 100_000, 20_000);
    const opened = performance.now();
    type('kb:40999');
    await until('filtered', () => rowCount() === 100);
    const filtered = performance.now();
    console.info(
      `figure lists: opened ${(opened - began).toFixed(0)} ms, filtered ${(filtered - opened).toFixed(0)} ms`,
    );
    // Less than it took to make the page: no row is made that is not seen.
    expect(filtered - opened).toBeLessThan(opened - began);
    expect(footer()).toBe('100 of 100,000 updates shown (99,900 hidden by the filter)');
  });
});

describe('filter', () => {
  it('Enter makes chips, the address follows, and a chip can be taken away', async () => {
    await open('/updates');
    const input = type('severity:critical -exploited:yes');
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await until('chips', () => document.querySelectorAll('.chip').length === 2);
    await until('address', () => decodeURIComponent(location.hash).includes('q=severity:critical'));
    const filtered = rowCount();
    (document.querySelector('.chip') as HTMLElement).click();
    await until('more rows', () => rowCount() > filtered);
    expect(document.querySelectorAll('.chip').length).toBe(1);
  });

  it('a word that is none of its facet is named as not known, never shown as another', async () => {
    await open('/updates?q=state:banana');
    expect(document.querySelector('.chip')?.textContent).toContain('State: “banana” is not known');
    expect(document.querySelector('.list .none')?.textContent).toContain('“banana” is not known');
  });

  it('an address with a query shows that view', async () => {
    await open('/updates?q=state:required');
    const all = rowCount();
    expect(document.querySelectorAll('.chip').length).toBe(1);
    await page?.go('/updates?q=state:required%20severity:critical');
    await until('fewer', () => rowCount() < all);
  });

  it('no match is told apart from an empty list, and can be cleared', async () => {
    await open('/updates?q=nothing-is-called-so');
    expect(document.querySelector('.none')?.textContent).toContain('None of 48 updates matches.');
    (document.querySelector('.none button') as HTMLElement).click();
    await until('all', () => rowCount() === 48);
  });

  it('a facet counts, filters, and keeps its other values in sight', async () => {
    await open('/machines');
    const facet = page?.all('.facets [role=group]')[0]?.querySelector('button') as HTMLElement;
    const count = Number(facet.querySelector('.count')?.textContent);
    facet.click();
    await until('filtered', () => rowCount() === count);
    expect(page?.all('.facets [role=group]')[0]?.querySelectorAll('button').length).toBeGreaterThan(1);
  });
});

describe('numbers open lists of exactly that many rows', () => {
  it.each([0, 1])('number %i of Home', async (index) => {
    await open('/');
    const link = page?.all('.first ul a')[index] as HTMLAnchorElement;
    const number = Number(link.querySelector('.value')?.textContent);
    expect(number).toBeGreaterThan(0);
    await page?.go(link.getAttribute('href')?.slice(1) ?? '');
    await until('rows', () => rowCount() === number);
  });

  it('missing facts of Home', async () => {
    await open('/');
    const link = page?.all('.first ul a')[2] as HTMLAnchorElement;
    const number = Number(link.querySelector('.value')?.textContent);
    await page?.go(link.getAttribute('href')?.slice(1) ?? '');
    await until('rows', () => document.querySelectorAll('main tbody tr').length === number);
  });

  it('the badge of Review is the number that waits there', async () => {
    await open('/review');
    const badge = document.querySelector('nav a[href="#/review"] .count')?.textContent;
    expect(Number(badge?.trim().split(' ')[0])).toBe(rowCount());
  });
});

describe('each number says what it counts', () => {
  it('updates that stand elsewhere on the page of a machine are named with the rest', async () => {
    await open('/machines/kiosk-07');
    const [shown, all, elsewhere] = [...(footer() ?? '').matchAll(/\d+/g)].map(Number);
    expect(footer()).toMatch(/^\d+ of 48 updates shown \(\d+ stand under their products above\)$/);
    expect(shown).toBe(Number(document.querySelector('.scroller table')?.getAttribute('aria-rowcount')) - 1);
    expect((shown ?? 0) + (elsewhere ?? 0)).toBe(all);
  });

  it('updates set aside are named beside those that wait', async () => {
    await open('/review');
    const text = footer() ?? '';
    expect(text).toMatch(/updates? shown/);
    if (document.querySelector('main .check')) expect(text).toContain('set aside');
  });

  it('the number beside a page is said in words', async () => {
    await open('/');
    expect(page?.all('nav .count').map((count) => count.title)).toContain(
      `${rowCountOf('review')} updates wait for a decision`,
    );
  });
});

const rowCountOf = (name: string) =>
  document.querySelector(`nav a[href="#/${name}"] .count [aria-hidden]`)?.textContent ?? '';

it('several sort keys show their rank, and one head carries the sorting for assistive technology', async () => {
  await open('/review');
  const heads = page?.all('thead th') ?? [];
  expect(heads.filter((head) => head.hasAttribute('aria-sort')).length).toBe(1);
  expect(heads.flatMap((head) => head.querySelector('sup')?.textContent ?? [])).toEqual(['2', '1', '3']);
  expect(heads.map((head) => head.textContent).join(' ')).toContain('sort key 2, descending');
});

it.each(['/', '/catalogs', '/machines', '/updates', '/review', '/journal', '/machines/srv-file01'])(
  'the tables of %s fit at 1366 pixels',
  async (hash) => {
    await open(hash);
    for (const box of page?.all('.scroller') ?? []) {
      expect(box.scrollWidth, box.textContent).toBeLessThanOrEqual(box.clientWidth);
    }
  },
);

describe('keys', () => {
  it('j and k walk the rows, x selects, Shift and arrows select a range', async () => {
    await open('/review');
    press('j');
    await until('first', () => document.activeElement?.closest('[data-row="0"]') !== null);
    press('j');
    await until('second', () => document.activeElement?.closest('[data-row="1"]') !== null);
    press('k');
    await until('first again', () => document.activeElement?.closest('[data-row="0"]') !== null);
    press('x');
    await until('chosen', () => document.querySelectorAll('tr.chosen').length === 1);
    press('ArrowDown', { shiftKey: true });
    await until('range', () => document.querySelectorAll('tr.chosen').length === 2);
  });

  it('e explains the row, Escape closes; the row stays in sight', async () => {
    await open('/machines/srv-file01');
    press('j');
    await until('first', () => document.activeElement?.closest('[data-row="0"]') !== null);
    press('e');
    const panel = await page?.find('aside .sentence');
    expect(panel?.textContent).toMatch(/^Required: /);
    const row = document.querySelector('[data-row="0"]')?.getBoundingClientRect();
    const aside = document.querySelector('aside')?.getBoundingClientRect();
    expect(row?.top).toBeGreaterThan(0);
    expect(document.querySelector('.scroller')?.getBoundingClientRect().right).toBeLessThanOrEqual(
      aside?.left ?? 0,
    );
    press('Escape');
    await until('closed', () => document.querySelector('aside') === null);
  });

  it('g and a letter go to a page, ? lists the keys, Ctrl+K finds a machine', async () => {
    await open('/');
    press('g');
    press('m');
    await until('machines', () => location.hash === '#/machines');
    await page?.find('[data-row]');
    press('?');
    expect((await page?.find('dialog[open]'))?.textContent).toContain('Next row');
    (document.querySelector('dialog[open] .icon-button') as HTMLElement).click();
    await until('closed', () => document.querySelector('dialog[open]') === null);
    press('k', { ctrlKey: true });
    const input = await page?.find<HTMLInputElement>('dialog[open] input');
    if (!input) throw new Error('no palette');
    input.value = 'srv-file';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await until('one finding', () => document.querySelectorAll('[role=option]').length === 1);
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await until('machine', () => location.hash === '#/machines/srv-file01');
  });

  it('single letters can be switched off', async () => {
    page = await mountPage('/', { fill: 'full', settings: { singleKeys: false } });
    press('?');
    await new Promise((next) => setTimeout(next, 100));
    expect(document.querySelector('dialog[open]')).toBeNull();
    press('k', { ctrlKey: true });
    await page.find('dialog[open]');
  });
});

it('columns can be chosen and are remembered', async () => {
  await open('/updates');
  const heads = () => page?.all('thead th').map((th) => th.textContent?.trim());
  expect(heads()).not.toContain('CVEs');
  (await page?.find('.chooser button'))?.click();
  const box = [...((await page?.find('.floating')) as HTMLElement).querySelectorAll('label')].find((l) => l.textContent?.includes('CVEs')); // prettier-ignore
  box?.querySelector('input')?.click();
  await until('column', () => heads()?.includes('CVEs') ?? false);
  expect(localStorage.getItem('patchferry.columns.updates')).toContain('cves');
});

it('what a row cuts off is shown whole below the list, with pointer and keys', async () => {
  page = await mountPage('/updates', { fill: 'full' });
  const list = await page.find('.scroller');
  list.style.maxWidth = '420px';
  await new Promise((next) => setTimeout(next, 50));
  const line = () => document.querySelector('.cut')?.textContent ?? '';
  const rows = page.all('.scroller tbody tr[data-row]');
  rows[1]?.dispatchEvent(new PointerEvent('pointerenter'));
  await until('hovered', () => line() !== '');
  const title = line();
  expect(rows[1]?.textContent?.replace(/\s+/g, ' ')).toContain(title.split(' · ')[0]);
  rows[0]?.querySelector<HTMLElement>('a')?.focus();
  await until('focused', () => line() !== '' && line() !== title);
});
