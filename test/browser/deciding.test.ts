import { afterEach, describe, expect, it } from 'vitest';
import axe from 'axe-core';
import { mountPage, press, until, type MountedPage } from '../support/mount-page.ts';
import type { Settings } from '../../src/domain/index.ts';

let page: MountedPage | undefined;
afterEach(() => {
  page?.close();
  page = undefined;
});

const open = async (settings: Partial<Settings> = {}) =>
  (page = await mountPage('/review', { fill: 'full', settings }));
const rowCount = () => Number(document.querySelector('table')?.getAttribute('aria-rowcount')) - 1;
const heading = () => document.querySelector('dialog[open] h2')?.textContent ?? '';
const spoken = () => document.querySelector('[aria-live=polite]')?.textContent ?? '';
const kbOf = (row: number) => document.querySelector(`[data-row="${row}"] a`)?.textContent ?? '';
const focusRow = async (row: number) => {
  press('j');
  await until(`row ${row}`, () => document.activeElement?.closest(`[data-row="${row}"]`) !== null);
};
const fill = (input: HTMLInputElement | HTMLTextAreaElement, text: string) => {
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
};
const verdicts = async () => (await page?.engine.snapshot())?.authorizations ?? [];

describe('a, d and f', () => {
  it('say what to do where no row is chosen and the keyboard is on none', async () => {
    await open();
    for (const key of ['a', 'd', 'f']) {
      press(key);
      await until('said', () => spoken().includes('Select updates first'));
    }
    expect(document.querySelector('main .notice')?.textContent).toContain('Select updates first');
    expect(heading()).toBe('');
    await focusRow(0);
    await until('put away', () => document.querySelector('main .notice') === null);
  });

  it('act on the row the keyboard is on, and the keyboard goes to the next one', async () => {
    await open();
    const [all, kb, next] = [rowCount(), kbOf(0), kbOf(1)];
    await focusRow(0);
    press('a');
    await until('decided', () => rowCount() === all - 1);
    expect((await verdicts()).some((a) => a.update === `msrc:${kb}` && a.verdict === 'authorized')).toBe(
      true,
    );
    expect(spoken()).toContain(kb);
    await until('next row', () => document.activeElement?.textContent === next);
    press('d');
    await until('asked', () => heading() === 'Decline 1 update');
    expect(document.querySelector('dialog[open] form')?.textContent).toContain(next);
  });

  it('after the last decision the list says that nothing waits, and leads on', async () => {
    await open();
    (await page?.find<HTMLInputElement>('thead input'))?.click();
    press('a');
    await until('empty', () => document.querySelector('[role=tabpanel] a[href="#/bundle"]') !== null);
    expect(document.querySelector('[role=tabpanel]')?.textContent).toContain('Nothing waits for a decision.');
    expect(document.querySelector('.undo')?.textContent).toMatch(/Authorized: \d+ updates/);
  });

  it('act on the selection where there is one', async () => {
    await open();
    press('j');
    press('x');
    await until('chosen', () => document.querySelectorAll('tr.chosen').length === 1);
    press('ArrowDown', { shiftKey: true });
    await until('range', () => document.querySelectorAll('tr.chosen').length === 2);
    press('f');
    await until('asked', () => heading() === 'Defer 2 updates');
  });
});

describe('the bundle form', () => {
  const field = (label: string) =>
    [...document.querySelectorAll('.field')]
      .find((each) => each.querySelector('label')?.textContent === label)
      ?.querySelector('input') as HTMLInputElement;

  it('needs a name of a person, remembers it, and shows the folder name that will be written', async () => {
    await open({ operator: '' });
    const waiting = [...document.querySelectorAll('[data-row] a')].map((a) => `msrc:${a.textContent}`);
    await page?.engine.decide(waiting, 'authorized', '', null);
    await page?.go('/bundle');
    if (!page) throw new Error('no page');
    const write = page.all('button').find((b) => b.textContent === 'Write as one ZIP') as HTMLButtonElement;
    await until('plan', () => document.querySelector('[aria-busy=true]') === null);
    page
      .all('main .check')
      .find((each) => each.textContent.includes('Write it without'))
      ?.click();
    fill(field('Name of the bundle'), 'bad name/ü');
    await until('folder', () => document.querySelector('.hint .mono')?.textContent === 'bad-name-u');
    expect(write.disabled).toBe(true);
    expect(document.querySelector('main')?.textContent).toContain('Your name is needed');
    fill(field('Your name'), 'A. Berg');
    await until('ready', () => !write.disabled);
    write.click();
    await until(
      'written',
      () => document.querySelector('main')?.textContent.includes('Bundle written') ?? false,
    );
    expect((await page.engine.snapshot()).settings.operator).toBe('A. Berg');
  });
});

describe('the name of the person who decides', () => {
  it('is asked before the first decision, needed, and remembered', async () => {
    await open({ operator: '' });
    const [all, before] = [rowCount(), (await verdicts()).length];
    await focusRow(0);
    press('a');
    await until('asked', () => heading().startsWith('Authorize'));
    const found = await axe.run(document, { resultTypes: ['violations'] });
    expect(found.violations).toEqual([]);
    const form = document.querySelector('dialog[open] form') as HTMLFormElement;
    form.requestSubmit();
    await until('refused', () => document.querySelector('dialog[open] [aria-invalid=true]') !== null);
    expect((await verdicts()).length).toBe(before);
    fill(document.querySelector('dialog[open] input') as HTMLInputElement, ' A. Berg ');
    form.requestSubmit();
    await until('closed', () => heading() === '');
    await until('decided', () => spoken().includes('Authorized'));
    await until('next row', () => document.activeElement?.closest('[data-row="0"]') !== null);
    press('a');
    await until('decided too', () => rowCount() === all - 2);
    expect(heading()).toBe('');
    expect((await verdicts()).slice(before).map((a) => a.by)).toEqual(['A. Berg', 'A. Berg']);
  });

  it('stands in the same dialog as the reason', async () => {
    await open({ operator: '' });
    await focusRow(0);
    press('d');
    await until('asked', () => heading().startsWith('Decline'));
    fill(document.querySelector('dialog[open] textarea') as HTMLTextAreaElement, 'replaced');
    fill(document.querySelector('dialog[open] input') as HTMLInputElement, 'A. Berg');
    (document.querySelector('dialog[open] form') as HTMLFormElement).requestSubmit();
    await until('decided', () => heading() === '');
    await until('stored', () => spoken().includes('Declined'));
    expect((await verdicts()).at(-1)).toMatchObject({ by: 'A. Berg', reason: 'replaced' });
  });
});
