import { afterEach, describe, expect, it } from 'vitest';
import { nested, packageExplanation, regLeaf, wideOr } from '../support/big-explanation.ts';
import { mountPage, press, until, type MountedPage } from '../support/mount-page.ts';

let page: MountedPage | undefined;
afterEach(() => {
  page?.close();
  page = undefined;
});

/** The panel over an explanation of our own. */
async function proof(explanation: ReturnType<typeof packageExplanation>, view = ''): Promise<HTMLElement> {
  page = await mountPage('/machines', { fill: 'full' });
  page.engine.explain = async () => explanation;
  await page.go(`/machines?why=pc-1%7Csdp%3Ahp%2Fsp90131&proof=${view}`);
  return page.find('aside.explain');
}
const items = () => [...document.querySelectorAll<HTMLElement>('aside.explain [role=treeitem]')];
const here = () => document.activeElement?.getAttribute('data-node') ?? '';
const step = async (key: string) => {
  const before = here();
  press(key);
  await until(`a step by ${key}`, () => here() !== before);
};

describe.each(['', 'picture'])('a package of 600 questions, ten deep, as %s', (view) => {
  const explanation = packageExplanation(nested(9, wideOr(600, 437)));

  it('shows the sentence first and the deciding path only, with counts of the rest', async () => {
    const panel = await proof(explanation, view);
    const [first] = panel.querySelectorAll('.body > *');
    expect(first?.textContent).toBe('Required: sp90131 applies to PC-1 and is not installed.');
    expect(items().length).toBeLessThan(25);
    const text = panel.textContent ?? '';
    expect(text).toContain('599');
    expect(text).toContain('decides');
    expect(text.replace(/\s+/g, ' ')).toContain('Level437 >= 5');
  });

  it('n goes to the deciding fact, arrows step, Enter opens and closes, Escape closes the panel', async () => {
    await proof(explanation, view);
    press('n');
    await until('the deciding fact', () => here() !== '');
    expect(here()).toMatch(/\.437$/);
    expect((document.querySelector('aside.explain') as HTMLElement).textContent).toContain('sdp 3.2');
    await step('ArrowLeft');
    const parent = here();
    const shown = items().length;
    press('Enter');
    await until('closed', () => items().length < shown);
    expect(here()).toBe(parent);
    press('Enter');
    await until('open again', () => items().length === shown);
    await step('Home');
    expect(here()).toBe(items()[0]?.getAttribute('data-node'));
    await step('ArrowDown');
    await step('End');
    press('Escape');
    await until('no panel', () => document.querySelector('aside.explain') === null);
  });

  it('what is folded opens fifty at a time', async () => {
    await proof(explanation, view);
    const fold = items().find((item) => item.getAttribute('data-node')?.endsWith('/o'));
    const before = items().length;
    fold?.focus();
    press('ArrowRight');
    await until('more', () => items().length > before);
    expect(items().length - before).toBe(51);
  });
});

it('list and picture say the same: every node of one stands in the other, with its values', async () => {
  const explanation = packageExplanation(nested(2, wideOr(12, 3)));
  await proof(explanation);
  const list = items().map((item) => item.getAttribute('data-node'));
  await page?.go('/machines?why=pc-1%7Csdp%3Ahp%2Fsp90131&proof=picture');
  await until('a picture', () => document.querySelector('svg[role=tree]') !== null);
  expect(items().map((item) => item.getAttribute('data-node'))).toEqual(list);
  const leaf = items().find((item) => item.getAttribute('data-node')?.endsWith('.3'));
  expect(leaf?.querySelector('title')?.textContent).toMatch(
    /^Registry number \(DWORD\), true, decides, wanted .*Level3 >= 5, found 4, facts\.json, line 3$/,
  );
});

it('of an Unknown the missing facts are named in words, with what to do', async () => {
  const base = packageExplanation(regLeaf(3, 'unknown', true));
  const [part] = base.parts;
  if (!part) throw new Error('no part');
  const panel = await proof({
    ...base,
    row: {
      ...base.row,
      state: 'Unknown',
      reason: 'fact-not-collected',
      grade: null,
      possible: ['Required', 'NotRequired'],
      blockers: [{ kind: 'fact', subject: 'reg_value|native|software\\acme|level' }],
    },
    parts: [{ ...part, state: 'Unknown', reason: 'fact-not-collected' }],
  });
  const text = (panel.textContent ?? '').replace(/\s+/g, ' ');
  expect(text).toContain('Unknown: a fact that sp90131 asks for was not collected on PC-1.');
  expect(text).toContain('Registry value: HKLM\\software\\acme\\level');
  expect(text).toContain('It remains possible: Required, Not required.');
});

it('the catalog’s own word is kept, and the update that decides has its name', async () => {
  const base = packageExplanation(regLeaf(3, 'true', true));
  const panel = await proof({
    ...base,
    row: {
      ...base.row,
      state: 'NotRequired',
      reason: 'superseded-by-patch',
      original: 'EFFECTIVELY INSTALLED',
      byUpdate: 'mssecure:MS01-002#1',
    },
  });
  expect(panel.textContent).toContain('MS01-002#1 replaces sp90131');
  expect(panel.textContent).toContain('EFFECTIVELY INSTALLED');
});

it('the same proof read again, as after every change of the workspace, keeps what is open and the place', async () => {
  const explanation = packageExplanation(nested(9, wideOr(600, 437)));
  page = await mountPage('/machines', { fill: 'full' });
  page.engine.explain = async () => structuredClone(explanation);
  await page.go('/machines?why=pc-1%7Csdp%3Ahp%2Fsp90131');
  await page.find('aside.explain');
  press('n');
  await until('the deciding fact', () => here() !== '');
  await step('ArrowLeft');
  press('Enter');
  const place = here();
  await until('closed', () => document.activeElement?.getAttribute('aria-expanded') === 'false');
  const open = items().map((item) => item.getAttribute('data-node'));
  let read = 0;
  page.engine.explain = async () => (read++, structuredClone(explanation));
  await page.engine.decide(['msrc:KB5083022'], 'authorized', '', null);
  (await page.find('aside.explain .head .button')).click();
  (await page.find('dialog[open] .way button')).click();
  await until('read again', () => read > 0);
  (await page.find('dialog[open] .icon-button')).click();
  await until('closed', () => document.querySelector('dialog[open]') === null);
  await new Promise((next) => setTimeout(next, 100));
  expect(items().map((item) => item.getAttribute('data-node'))).toEqual(open);
  expect(
    items()
      .find((item) => item.tabIndex === 0)
      ?.getAttribute('data-node'),
  ).toBe(place);
});

it('a proof is saved under a name of its own, and the panel says so', async () => {
  page = await mountPage('/machines/srv-file01?why=srv-file01%7Cmsrc%3AKB5083022', { fill: 'full' });
  const asked: { form: string; file: string; title: string }[] = [];
  const original = page.engine.exportProof.bind(page.engine);
  page.engine.exportProof = (request) => {
    asked.push({ form: request.form, file: request.file, title: request.texts.title });
    return original(request);
  };
  (await page.find('aside.explain .head .button')).click();
  const dialog = await page.find('dialog[open]');
  for (const button of dialog.querySelectorAll<HTMLElement>('.way button')) {
    button.click();
    const before = asked.length;
    await until('saved', () => asked.length >= before && (dialog.textContent ?? '').includes('Saved:'));
    await new Promise((next) => setTimeout(next, 80));
  }
  expect(asked.map(({ form }) => form)).toEqual(['html', 'json']);
  expect(asked[0]?.file).toBe('proof-KB5083022-SRV-FILE01-2026-11-21T0930Z.html');
  expect(asked[0]?.title).toBe('Proof: KB5083022 on SRV-FILE01');
});
