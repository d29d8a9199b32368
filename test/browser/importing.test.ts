import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import { chooseFiles, mountPage, offerFiles, until, type MountedPage } from '../support/mount-page.ts';

let page: MountedPage | undefined;
afterEach(() => {
  page?.close();
  page = undefined;
});
const files = (...names: string[]) => names.map((name) => new File(['x'], name));
const tray = () => document.querySelector('.tray')?.textContent ?? '';
const submit = (text: string) => {
  const input = document.querySelector<HTMLInputElement>('dialog[open] form input');
  if (!input) throw new Error('no field');
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  document.querySelector<HTMLButtonElement>('dialog[open] [type=submit]')?.click();
};

it('an empty Home names the two things to bring, and the practice site is one click away', async () => {
  page = await mountPage('/', { fill: 'empty' });
  expect(page.all('main ol h3').map((h) => h.textContent)).toEqual(['Bring a catalog', 'Bring inventories']);
  page.all('main .actions .quiet')[0]?.click();
  await until('practice', () => document.querySelector('.practice') !== null);
  expect(document.querySelector('.practice')?.textContent).toContain('invented data');
});

it('files are read as one job with real progress, and a summary that leads to the report', async () => {
  page = await mountPage('/', { fill: 'full', pace: 30 });
  await chooseFiles(page, files('PC01.txt', 'PC02.txt', 'cut-1.xml'));
  await until('progress', () => /of 3 files/.test(tray()));
  expect(document.title).toMatch(/^\d+ % · Home/);
  await until('summary', () => tray().includes('2 imported, 0 ignored, 1 rejected'));
  expect(document.title).toBe('Home · Patchferry');
  await page.go('/import');
  expect(page.all('main tbody tr').length).toBe(1);
  expect(page.all('main .error dt').length).toBe(4);
});

it('files are shown before they are imported, with the button in focus; put away, nothing happens', async () => {
  page = await mountPage('/', { fill: 'empty' });
  await offerFiles(page, files('PC01.txt', '2026-feb.xml'));
  const start = await page.find('dialog[open] [data-import=start]:enabled');
  await until('focus', () => document.activeElement === start);
  const dialog = document.querySelector('dialog[open]');
  expect(dialog?.textContent).toContain('2 to import');
  expect([...(dialog?.querySelectorAll('tbody tr') ?? [])].map((row) => row.textContent?.trim())).toEqual([
    expect.stringMatching(/PC01\.txt.*Inventory.*Is read whole/),
    expect.stringMatching(/2026-feb\.xml.*Catalog document.*Is read whole/),
  ]);
  dialog?.querySelector<HTMLButtonElement>('.actions .button:not(.primary)')?.click();
  await until('put away', () => document.querySelector('dialog[open]') === null);
  expect((await page.engine.snapshot()).machines.length).toBe(0);
  expect(tray()).toBe('');
});

it('cancel stops a job, and nothing of it is there', async () => {
  page = await mountPage('/', { fill: 'empty', pace: 60 });
  await chooseFiles(page, files('PC01.txt', 'PC02.txt', 'PC03.txt', 'PC04.txt'));
  await until('running', () => document.querySelector('[role=progressbar]') !== null);
  page.all('.tray .quiet')[0]?.click();
  await until('cancelled', () => tray().includes('Cancelled'));
  expect((await page.engine.snapshot()).machines.length).toBe(0);
});

it('a nameless file asks for its machine, takes no wrong name, and is then imported', async () => {
  page = await mountPage('/import', { fill: 'full' });
  await chooseFiles(page, files('nameless_qfe.txt'));
  (await page.find('main td > button')).click();
  await page.find('dialog[open] form');
  submit('not a name!');
  await until('told', () => document.querySelector('dialog[open] [aria-invalid=true]') !== null);
  submit('PC-77');
  await until(
    'imported',
    () => document.querySelector('main tbody tr') === null || !tray().includes('need a name'),
  );
  await page.go('/import?tab=all');
  expect(document.querySelector('main tbody')?.textContent).toContain('PC-77');
});

it('an older edition needs a reason', async () => {
  page = await mountPage('/import', { fill: 'full' });
  await chooseFiles(page, files('older-2026-may.xml'));
  (await page.find('main td > button')).click();
  await page.find('dialog[open] form');
  submit('');
  await until('told', () => document.querySelector('dialog[open] [aria-invalid=true]') !== null);
  submit('The newer edition names a wrong build');
  await until('used', () => tray().includes('1 imported, 0 ignored, 0 rejected'));
});

it('a workspace file is held back until a person agrees', async () => {
  page = await mountPage('/', { fill: 'full' });
  await offerFiles(page, files('backup.patchferry'));
  await page.find('dialog[open] .danger');
  const dialog = await page.find('dialog[open]');
  expect(dialog.textContent).toContain('backup.patchferry');
  const acts = async () => (await page?.engine.journal(0, 99))?.entries.map((e) => e.act);
  expect(await acts()).not.toContain('workspace-restored');
  dialog.querySelector<HTMLButtonElement>('.danger')?.click();
  await until('restored', () => document.querySelector('dialog[open]') === null);
  await new Promise((next) => setTimeout(next, 50));
  expect(await acts()).toContain('workspace-restored');
});

it('the question shows what the file holds beside what is here, and goes when the page changes', async () => {
  page = await mountPage('/settings', { fill: 'full' });
  await offerFiles(page, files('backup.patchferry'));
  // The files are looked at first; the question follows with its rows.
  await page.find('dialog[open] tbody tr');
  const dialog = await page.find('dialog[open]');
  const rows = [...dialog.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent.trim()).join(' '),
  );
  expect(rows[0]).toContain('Werk Nord');
  expect(rows[1]).toContain('18 November 2026, 3 days old');
  expect(rows.slice(2)).toEqual(['Machines 12 12', 'Catalog documents in use 4 4', 'Updates decided 9 4']);
  const found = await axe.run(document, { resultTypes: ['violations'] });
  expect(found.violations).toEqual([]);
  await page.go('/journal');
  expect(document.querySelector('dialog[open]')).toBeNull();
});

it('a damaged workspace file is refused by name, and nothing is asked', async () => {
  page = await mountPage('/settings', { fill: 'full' });
  await offerFiles(page, files('damaged.patchferry'));
  await until('refused', () => tray().includes('workspace-damaged'));
  expect(tray()).toContain('damaged.patchferry');
  expect(document.querySelector('dialog[open]')).toBeNull();
});

it('a restore that works says what came back, and takes the refusal before it away', async () => {
  page = await mountPage('/settings', { fill: 'full' });
  await offerFiles(page, files('damaged.patchferry'));
  await until('refused', () => tray().includes('workspace-damaged'));
  const card = document.querySelector('.tray .job')?.getBoundingClientRect();
  expect(card?.bottom).toBeLessThanOrEqual(innerHeight);
  await offerFiles(page, files('backup.patchferry'));
  (await page.find('dialog[open] .danger')).click();
  await until('restored', () => tray().includes('Restored from backup.patchferry: 12 machines'));
  expect(tray()).toContain('4 catalog documents, 9 decisions');
  expect(tray()).not.toContain('workspace-damaged');
});

it('a preview of many files draws a page of rows, and all of them on demand', async () => {
  page = await mountPage('/settings', { fill: 'full' });
  await offerFiles(page, files(...Array.from({ length: 45 }, (_, index) => `PC${index}.txt`)));
  await page.find('dialog[open] [data-import=start]:enabled');
  const rows = () => document.querySelectorAll('dialog[open] tbody tr').length;
  expect(rows()).toBe(15);
  (await page.find('dialog[open] .rows button')).click();
  await until('all rows', () => rows() === 45);
});

it('files dropped anywhere are taken', async () => {
  page = await mountPage('/settings', { fill: 'full' });
  const dataTransfer = new DataTransfer();
  for (const file of files('PC01.txt')) dataTransfer.items.add(file);
  document.body.dispatchEvent(new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true }));
  await page.find('.veil');
  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  (await page.find('dialog[open] [data-import=start]:enabled')).click();
  await until('taken', () => tray().includes('1 imported, 0 ignored, 0 rejected'));
  expect(document.querySelector('.veil')).toBeNull();
});

it('a typed UBR is saved and named as typed by a person; a wrong one is not', async () => {
  page = await mountPage('/machines/srv-file01?tab=facts', { fill: 'full' });
  const field = await page.find<HTMLInputElement>('main form input');
  const set = (text: string) => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    page?.all('main form [type=submit]')[0]?.click();
  };
  set('17763.5122');
  await until('told', () => field.getAttribute('aria-invalid') === 'true');
  set('5122');
  await until('saved', () => document.querySelector('main table')?.textContent?.includes('5122') ?? false);
  expect(document.querySelector('main table')?.textContent).toContain('typed by a person');
});

it('a removed machine is gone from the list, after a question', async () => {
  page = await mountPage('/machines/kiosk-07', { fill: 'full' });
  page.all('main .page-head button')[0]?.click();
  (await page.find('dialog[open] .danger')).click();
  await until('list', () => location.hash === '#/machines');
  await until('eleven', () => document.querySelector('table')?.getAttribute('aria-rowcount') === '12');
});
