import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { fakeInventory } from '../support/fake-inventory.ts';
import { mountPage, until, type MountedPage } from '../support/mount-page.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
let page: MountedPage | undefined;
afterEach(() => {
  page?.close();
  page = undefined;
});

const address = '/machines/srv-file01?tab=inventory';

async function open(more = '', options: { theme?: 'light' | 'dark'; language?: 'en' | 'de' } = {}) {
  const { theme = 'light', language = 'en' } = options;
  page = await mountPage('/machines', { fill: 'full', settings: { theme, language } });
  page.engine.machineInventory = async () => fakeInventory();
  await page.go(address + more);
  await until('the tree', () => document.querySelector('.explorer') !== null);
  return page;
}

const text = () => page?.root.textContent?.replace(/\s+/g, ' ') ?? '';

async function violations(): Promise<readonly string[]> {
  await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  const found = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
  return found.violations.flatMap((v) =>
    v.nodes.map((n) => `${v.id}: ${n.target.join(' ')} ${n.failureSummary ?? ''}`),
  );
}

describe.each(['light', 'dark'] as const)('what was collected from a machine, in %s', (theme) => {
  it.each(['', '&class=Win32_LogicalDisk', '&record=1'])('is accessible: %j', async (more) => {
    await open(more, { theme });
    expect(await violations()).toEqual([]);
  });
});

describe('what was collected from a machine', () => {
  it('C31: Hardware has Software Updates and every class with its number of records', async () => {
    await open();
    const branches = page?.all('.branch').map((one) => one.textContent?.replace(/\s+/g, ' ').trim());
    expect(branches).toEqual(['Software Updates 4', 'Win32_BIOS 1', 'Win32_LogicalDisk 2']);
    expect(text()).toContain('Hardware');
  });

  it('C31: a row opens its raw record, with file and line', async () => {
    await open();
    (await page?.find('button.link'))?.click();
    await until('the record', () => text().includes('TimeDetected'));
    for (const said of ['Win32_PatchState', 'SRV-FILE01.xml', '20260620080000.000000+000', 'QNumbers']) {
      expect(text()).toContain(said);
    }
  });

  it('C31: a class is a table that can be sorted', async () => {
    await open('&class=Win32_LogicalDisk');
    expect(text()).toContain('FileSystem');
    const firstIsC = () => text().indexOf('476000') < text().indexOf('953000');
    const head = () =>
      page?.all('[role=columnheader] button, th button').find((one) => one.textContent?.includes('DeviceID'));
    expect(firstIsC()).toBe(true);
    head()?.click();
    await until('sorted by it', () => location.hash.includes('sort='));
    head()?.click();
    await until('sorted the other way', () => !firstIsC());
  });

  it('C07: collected, received and evaluated are told apart', async () => {
    await open();
    for (const said of ['Collected', '1 July 2026', 'Received', '3 July 2026', 'Evaluated', '4 July 2026']) {
      expect(text()).toContain(said);
    }
  });

  it('verdicts stand beside our own state with their agreement, stale ones marked', async () => {
    await open();
    for (const said of ['same as ours', 'not as ours', 'in no catalog', 'ours is open']) {
      expect(text()).toContain(said);
    }
    expect(text()).toContain('Applicable, stale');
    expect(text()).toContain('Windows Update');
  });

  it('C09: a waiting report of changes is named with its reason', async () => {
    await open();
    expect(text()).toContain('SRV-FILE01-delta.xml (a report between is missing)');
  });

  it('text of a file is text', async () => {
    await open('&class=Win32_BIOS');
    expect(text()).toContain('<b>Practice BIOS</b>');
    expect(document.querySelector('.leaf b')).toBeNull();
  });

  it('speaks German', async () => {
    await open('', { language: 'de' });
    for (const said of ['Inventar', 'Software-Updates', 'anders als unserer', 'Unser Zustand']) {
      expect(text()).toContain(said);
    }
  });
});
