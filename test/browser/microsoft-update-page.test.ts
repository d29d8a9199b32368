import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { fakeMuPageDetail, fakeMuUpdate, muPageId } from '../support/fake-mu-update.ts';
import { mountPage, type MountedPage } from '../support/mount-page.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
let page: MountedPage | undefined;
afterEach(() => {
  page?.close();
  page = undefined;
});

async function violations(): Promise<readonly string[]> {
  const found = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
  return found.violations.flatMap((v) =>
    v.nodes.map((n) => `${v.id}: ${n.target.join(' ')} ${n.failureSummary ?? ''}`),
  );
}

const address = (tab: string) => `/updates/${encodeURIComponent(muPageId)}?tab=${tab}`;

/** A page of the update; what it reads is ours. */
async function open(tab: string, options: { theme?: 'light' | 'dark'; kept?: boolean; language?: 'en' | 'de' } = {}) {
  const { theme = 'light', kept = true, language = 'en' } = options;
  page = await mountPage('/updates', {
    fill: 'full',
    settings: { theme, language },
    snapshot: { updates: [fakeMuUpdate()], states: null },
  });
  page.engine.updateDetail = async () => fakeMuPageDetail(kept);
  await page.go(address(tab));
  return page.root.textContent?.replace(/\s+/g, ' ') ?? '';
} // prettier-ignore

const tabs = ['needs', 'chain', 'files', 'install', 'rules', 'products', 'source'];

describe.each(['light', 'dark'] as const)('the page of a Microsoft update in %s', (theme) => {
  it.each(tabs)('tab %s is accessible', async (tab) => {
    await open(tab, { theme });
    expect(await violations()).toEqual([]);
  });
});

describe('the page of a Microsoft update', () => {
  it('says what an administrator knows it by', async () => {
    const text = await open('needs');
    for (const said of ['KB5101650', 'Longest Named', 'Critical', 'Security Updates', 'x64', '100']) {
      expect(text).toContain(said);
    }
    expect(text).not.toContain('Exploited');
  });

  it('prerequisites have their state in counts; what is not there says so', async () => {
    const text = await open('needs');
    expect(text).toContain('Plant Windows 11');
    expect(text).toContain('met on 40 · not met on 8 · not known on 2');
    expect(text).toContain('not in the catalog: met nowhere');
  });

  it('files have sizes and both hashes, and the checkpoint set names its target', async () => {
    const text = await open('files');
    expect(text).toContain('Windows11.0-KB5101650-x64.msu (target)');
    expect(text).toContain('Windows11.0-KB5043080-x64.msu (checkpoint)');
    expect(text).toContain('SHA-256');
    expect(text).toContain('d'.repeat(64));
    expect(text).toContain('2,461,590,545');
  });

  it('installation: command, exit codes, restart, user input, uninstalling, licence terms', async () => {
    const text = await open('install');
    for (const said of ['setup.exe', '-2145124329', 'may ask for one', 'Can be uninstalled', 'terms.rtf']) {
      expect(text).toContain(said);
    }
    expect(text).toContain('Part 1 of 2');
    expect(text).toContain('core-malformed');
  });

  it('rules in words and as source', async () => {
    const text = await open('rules');
    expect(text).toContain('Installed if');
    expect(text).toContain('Client.OS.RS2.AMD64 10.0.26100.8875');
    expect(page?.root.querySelector('pre')?.textContent).toContain('<ProductReleaseInstalled');
  });

  it('ninety superseded ids are drawn in part and counted', async () => {
    const text = await open('chain');
    const boxes = [...(page?.root.querySelectorAll('svg:has(rect) rect') ?? [])];
    expect(boxes.length).toBeLessThanOrEqual(9);
    expect(text).toContain('82');
    // No name sticks out of its box.
    for (const box of boxes) {
      const name = box.nextElementSibling as SVGTextElement;
      expect(name.getBoundingClientRect().right).toBeLessThanOrEqual(box.getBoundingClientRect().right);
    }
  });

  it.each(['files', 'install', 'rules'])(
    'without kept details tab %s says so and stays accessible',
    async (tab) => {
      const text = await open(tab, { kept: false });
      if (tab !== 'rules') expect(text).toContain('The workspace keeps no files and texts');
      expect(await violations()).toEqual([]);
    },
  );

  it('in German', async () => {
    const text = await open('needs', { language: 'de' });
    expect(text).toContain('erfüllt auf 40 · nicht erfüllt auf 8 · nicht bekannt auf 2');
  });

  it.each(tabs)('nothing sticks out at 1366 x 768: %s', async (tab) => {
    await open(tab);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth);
  });
});
