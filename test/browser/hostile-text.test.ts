import { afterEach, describe, expect, it } from 'vitest';
import type { Machine, Update } from '../../src/domain/index.ts';
import { fakeMachines, fakeUpdates } from '../support/fake-data.ts';
import { packageExplanation, regLeaf } from '../support/big-explanation.ts';
import { planesOf } from '../support/state-matrix.ts';
import { mountPage, press, type MountedPage } from '../support/mount-page.ts';

const shapes = [
  '<script>window.pwned=1</script>',
  '<img src=x onerror="window.pwned=1">',
  '<svg onload="window.pwned=1">',
  '"><iframe srcdoc="<script>parent.pwned=1</script>">',
  "javascript:window.pwned=1//'",
  '{@html "<b>x</b>"}',
  '</style><script>window.pwned=1</script>',
  '<a href="javascript:window.pwned=1">click</a>',
  '<math><mtext><table><mglyph><style><img src onerror=window.pwned=1>',
  '<details open ontoggle=window.pwned=1>',
];
/** A hundred payloads: ten shapes in ten wrappings. */
const payloads = shapes.flatMap((shape) =>
  ['', 'x', '\u0000', '\u202e', '&lt;', "'", '"', '`', '\n', '<!--'].map((before) => before + shape),
);
const pick = (i: number) => payloads[i % payloads.length] as string;

const machines = payloads.slice(0, 12).map((_, i): Machine => {
  const [base] = fakeMachines([`pc-${i}`]) as [Machine];
  const evidence = { file: pick(i + 3), sha256: 'ab', line: 1, text: pick(i + 4) };
  return {
    ...base,
    name: pick(i),
    os: { ...base.os, name: { state: 'known', value: pick(i + 1), evidence } },
    files: base.files.map((file) => ({ ...file, name: pick(i + 2) })),
    hotfixes: {
      completeness: 'complete',
      entries: [{ id: pick(i + 5), kb: null, installedOn: null, file: pick(i), line: 1 }],
    },
  };
});
const updates = payloads.map((payload, i): Update => ({
  ...(fakeUpdates()[i % 20] as Update),
  id: `msrc:KB${1_000_000 + i}`,
  kb: `KB${1_000_000 + i}`,
  kbNumber: 1_000_000 + i,
  title: payload,
  products: [{ id: `${i}`, name: pick(i + 7), family: pick(i + 8) }],
  subTypes: [pick(i + 9)],
  cves: [pick(i + 10)],
  url: 'javascript:window.pwned=1',
  knownIssues: [{ kb: null, text: pick(i + 11), url: 'javascript:window.pwned=1' }],
}));
const settings = { site: pick(20), marking: pick(21), operator: pick(22) };
const snapshot = {
  machines,
  updates,
  ignored: [{ file: pick(30), format: pick(31), reason: pick(32) }],
  missingFacts: [
    {
      kind: 'product-presence',
      subject: pick(33),
      machines: 1,
      states: 1,
      alone: 1,
      lacking: new Uint32Array([0]),
    },
  ],
  states: null,
};
const pages = [
  '/', '/catalogs', '/machines', '/machines?view=facts', '/machines?view=ignored', '/map', '/machines?view=facts&fact=product-presence%7C%3Cimg%20src%3Dx%20onerror%3Dwindow.pwned%3D1%3E', '/machines/pc-0', '/machines/pc-0?tab=facts',
  '/machines/pc-0?tab=files', '/updates', '/updates?q=%3Cimg%20src%3Dx%20onerror%3D%22window.pwned%3D1%22%3E',
  '/updates/msrc%3AKB1000003', '/updates/msrc%3AKB1000003?tab=fixes', '/updates/msrc%3AKB1000003?tab=products',
  '/updates/msrc%3AKB1000003?tab=issues', '/updates/msrc%3AKB1000003?tab=source', '/review', '/bundle', '/journal', '/settings', '/nowhere%3Cscript%3E',
]; // prettier-ignore

let page: MountedPage | undefined;
afterEach(() => {
  page?.close();
  page = undefined;
  delete (window as { pwned?: number }).pwned;
});

describe('XSS01 a hundred payloads in every text field', () => {
  it.each(pages)('%s shows them as text and runs none', async (hash) => {
    const broken: string[] = [];
    const listen = (event: SecurityPolicyViolationEvent) => broken.push(event.violatedDirective);
    document.addEventListener('securitypolicyviolation', listen);
    page = await mountPage(hash, { fill: 'full', settings, snapshot });
    await new Promise((next) => setTimeout(next, 120));
    document.removeEventListener('securitypolicyviolation', listen);
    expect((window as { pwned?: number }).pwned).toBeUndefined();
    expect(broken).toEqual([]);
    expect(page.root.querySelector('script, iframe, img, math, object, embed, style')).toBeNull();
    for (const each of page.root.querySelectorAll('*')) {
      for (const { name } of each.attributes) expect(name, each.outerHTML).not.toMatch(/^on/);
    }
  });
});

describe('in a proof', () => {
  const texts = [...payloads.slice(0, 20), 'PC\u202egnp.exe', 'A'.repeat(10_000), 'constructor'];
  const leaf = (i: number) => {
    const text = texts[i % texts.length] as string;
    return regLeaf(i, 'true', true, { wanted: text, found: text, text });
  };
  const explanation = packageExplanation(
    { op: 'and', truth: 'true', decisive: true, of: texts.map((_, i) => leaf(i)) },
    { machineName: texts[21] as string, label: texts[20] as string },
  );
  it.each(['list', 'picture'])(
    'XSS01 XSS04 XSS05 as %s: every text is text and stays inside',
    async (view) => {
      page = await mountPage('/machines', { fill: 'full', settings, snapshot });
      page.engine.explain = async () => explanation;
      await page.go(`/machines?why=pc-0%7Cx&proof=${view === 'list' ? '' : view}`);
      for (let i = 0; i < 4; i++) press('n');
      await new Promise((next) => setTimeout(next, 120));
      const panel = await page.find('aside.explain');
      expect((window as { pwned?: number }).pwned).toBeUndefined();
      expect(panel.querySelector('script, iframe, img, math, object, embed, style')).toBeNull();
      expect(panel.scrollWidth).toBeLessThanOrEqual(panel.clientWidth);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth);
      for (const each of panel.querySelectorAll('*')) {
        for (const { name } of each.attributes) expect(name, each.outerHTML).not.toMatch(/^on/);
      }
    },
  );
});

it('XSS01 XSS04 XSS05 the fleet map tells hostile names as text and stays inside the page', async () => {
  const names = ['<img src=x onerror=window.pwned=1>', 'PC\u202egnp.exe', 'A'.repeat(10_000)];
  const odd = names.map((name, i): Machine => ({ ...(machines[i] as Machine), name }));
  const states = planesOf({
    catalogKey: '',
    updates: updates.map((u) => u.id),
    machines: odd.map((m) => m.id),
    codes: new Uint8Array(updates.length * odd.length).map((_, i) => i % 4),
  });
  page = await mountPage('/map', { fill: 'full', snapshot: { machines: odd, updates, states } });
  (await page.find('[role=application]')).focus();
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown']) {
    press(key);
    await new Promise((next) => setTimeout(next, 60));
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth);
  }
  expect((window as { pwned?: number }).pwned).toBeUndefined();
  expect(page.root.querySelector('script, iframe, img, style')).toBeNull();
});

it('XSS03 a javascript: address of a catalog is text, never a link', async () => {
  page = await mountPage('/updates/msrc%3AKB1000003?tab=fixes', { fill: 'full', snapshot });
  expect(page.root.textContent).toContain('javascript:window.pwned=1');
  for (const link of page.root.querySelectorAll('main a')) expect(link.getAttribute('href')).toMatch(/^#\//);
});

it('XSS04 a name of 5,000 characters without a gap does not push the page aside', async () => {
  const long = 'A'.repeat(5000);
  const [first, ...rest] = machines as [Machine, ...Machine[]];
  page = await mountPage('/machines/pc-0', {
    fill: 'full',
    snapshot: { ...snapshot, machines: [{ ...first, name: long }, ...rest] },
  });
  expect(page.root.querySelector('h1')?.textContent).toBe(long);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth);
  const main = page.root.querySelector('main') as HTMLElement;
  expect(main.scrollWidth).toBeLessThanOrEqual(main.clientWidth);
});

it('XSS05 names that turn the writing direction are isolated from the text around them', async () => {
  const [base] = fakeMachines(['pc-0']) as [Machine];
  const turned = { ...base, name: 'PC\u202egnp.exe' };
  page = await mountPage('/machines', { fill: 'full', snapshot: { machines: [turned], states: null } });
  const link = await page.find('tbody th a');
  expect(link.querySelector('bdi')?.textContent).toBe('PC\u202egnp.exe');
});
