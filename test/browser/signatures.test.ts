import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { CatalogSignature, TrustedRoot } from '../../src/domain/index.ts';
import { readRoots } from '../../src/formats/authenticode/index.ts';
import { editionsOf } from '../support/fake-snapshot.ts';
import { fakeUpdates } from '../support/fake-data.ts';
import { rootNamed, withSignatures } from '../support/fake-signatures.ts';
import { chooseFiles, mountPage, offerFiles, until, type MountedPage } from '../support/mount-page.ts';
import { madeCabinet, madeRoots } from '../support/signing/made-cabinet.ts';

let page: MountedPage | undefined;
afterEach(() => {
  page?.close();
  page = undefined;
});

const bytesOf = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
async function violations(): Promise<readonly string[]> {
  const found = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
  return found.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')}`));
}

async function checkedInWorker(bytes: Uint8Array<ArrayBuffer>): Promise<CatalogSignature> {
  const roots: TrustedRoot[] = [];
  for (const root of madeRoots) {
    const read = await readRoots(new File([bytesOf(root)], 'root.cer'));
    if (read.ok) roots.push(...read.value.roots.map((one) => ({ ...one, importedAt: 1, importedBy: '' })));
  }
  const worker = new Worker(new URL('../support/signing/check-worker.ts', import.meta.url), {
    type: 'module',
  });
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<CatalogSignature>) => resolve(data);
      worker.onerror = (event) => reject(new Error(event.message));
      worker.postMessage({ file: new File([bytes], 'x.cab'), roots, at: Date.UTC(2026, 10, 21) });
    });
  } finally {
    worker.terminate();
  }
}

const isOverride = (button: HTMLElement) => button.textContent === 'Use it all the same';
const fill = (selector: string, text: string) => {
  const input = document.querySelector<HTMLInputElement>(selector);
  if (!input) throw new Error(`no field ${selector}`);
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
};

/** Opens the question of the first file and gives a reason. */
async function overriding(reason: string): Promise<void> {
  await until('asked', () => page?.all('main button').some(isOverride) === true);
  page?.all('main button').find(isOverride)?.click();
  await until('dialog', () => document.querySelector('dialog[open] form') !== null);
  fill('dialog[open] form input', reason);
  document.querySelector<HTMLButtonElement>('dialog[open] [type=submit]')?.click();
}

describe('in a worker of the browser', () => {
  it('an RSA signature, a P-256 chain and a counter-signature are checked by WebCrypto', async () => {
    expect(await checkedInWorker(bytesOf(madeCabinet))).toMatchObject({
      digest: 'matches',
      signature: 'valid',
      chain: 'to-trusted-root',
      time: 'valid-when-stamped',
      signedAt: '2023-05-01T00:00:00.000Z',
      problem: null,
    });
  });

  it('one changed bit is found', async () => {
    const changed = bytesOf(madeCabinet);
    changed[70] = (changed[70] ?? 0) ^ 1;
    expect(await checkedInWorker(changed)).toMatchObject({ digest: 'differs', problem: 'digest-differs' });
  });
});

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  const options = { fill: 'full', settings: { theme } } as const;

  it('Catalogs says of each signature what was found, and nothing is out of reach', async () => {
    const editions = withSignatures(editionsOf(fakeUpdates()));
    const snapshot = { catalogs: { editions, missingMonths: [], warnings: [] } };
    page = await mountPage('/catalogs', { ...options, snapshot });
    const text = document.querySelector('main')?.textContent ?? '';
    for (const said of ['legacy, weak', 'used on record', 'to an imported root', 'missing: CN=Other Root']) {
      expect(text).toContain(said);
    }
    expect(text).toContain('the archive has no other copy');
    expect(await violations()).toEqual([]);
  });

  it('Settings lists the roots with thumbprint, validity and who imported them', async () => {
    page = await mountPage('/settings', {
      ...options,
      snapshot: { trustedRoots: [rootNamed('a.cer'), rootNamed('b.cer', 1)] },
    });
    const text = document.querySelector('main')?.textContent ?? '';
    expect(text).toContain(rootNamed('a.cer').sha256);
    expect(text).toContain('by Kim');
    expect(text).toContain('expired');
    expect(await violations()).toEqual([]);
    page
      .all('main button')
      .find((button) => button.textContent === 'Remove')
      ?.click();
    await until('asked', () => document.querySelector('dialog[open]') !== null);
    expect(await violations()).toEqual([]);
  });

  it('an unsigned cabinet asks for a reason, and is used with one', async () => {
    page = await mountPage('/', options);
    await chooseFiles(page, [new File(['x'], 'unsigned.xml')]);
    await until('asked', () => document.querySelector('main')?.textContent?.includes('Not proven') === true);
    expect(document.querySelector('main')?.textContent).toContain('it carries no signature');
    expect(await violations()).toEqual([]);
    page
      .all('main button')
      .find((button) => button.textContent === 'Use it all the same')
      ?.click();
    await until('dialog', () => document.querySelector('dialog[open] form') !== null);
    expect(await violations()).toEqual([]);
    const input = document.querySelector<HTMLInputElement>('dialog[open] form input');
    if (!input) throw new Error('no field');
    input.value = 'the archive has no other copy';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    document.querySelector<HTMLButtonElement>('dialog[open] [type=submit]')?.click();
    await until('used', () => document.querySelector('dialog[open]') === null);
    await until('told', () => !(document.querySelector('main')?.textContent ?? '').includes('Not proven'));
  });

  it('a name is asked before a reason is recorded, and not asked again', async () => {
    page = await mountPage('/', { fill: 'full', settings: { operator: '' } });
    await chooseFiles(page, [new File(['x'], 'unsigned.xml'), new File(['x'], 'unsigned-2.xml')]);
    await overriding('the archive has no other copy');
    await until(
      'asked',
      () => document.querySelector('dialog[open] [autocomplete=name][aria-invalid=true]') !== null,
    );
    expect(document.querySelector('dialog[open]')?.textContent).toContain('the journal says who decided');
    expect(await violations()).toEqual([]);
    fill('dialog[open] [autocomplete=name]', 'Kim');
    document.querySelector<HTMLButtonElement>('dialog[open] [type=submit]')?.click();
    await until('used', () => document.querySelector('dialog[open]') === null);
    expect((await page.engine.snapshot()).settings.operator).toBe('Kim');
    await until('one left', () => page?.all('main button').filter(isOverride).length === 1);
    page.all('main button').find(isOverride)?.click();
    await until('dialog', () => document.querySelector('dialog[open] form') !== null);
    expect(document.querySelector('dialog[open] [autocomplete=name]')).toBeNull();
  });

  it('a file that waited over a reload can be answered when it was kept, and is asked for again when it was not', async () => {
    const error = {
      code: 'signature-not-proven' as const,
      file: '',
      place: '',
      details: { because: 'unsigned' },
    };
    const row = (file: string, kept: boolean) => ({
      key: file, file, at: 0, kind: 'signature' as const, kept, error: { ...error, file },
    }); // prettier-ignore
    const waiting = [row('mssecure.cab', true), row('wsusscn2.cab', false)];
    page = await mountPage('/import', { fill: 'full', snapshot: { waiting } });
    const rows = page.all('main tbody tr').map((each) => each.textContent ?? '');
    expect(rows[0]).toContain('Use it all the same');
    expect(rows[1]).toContain('too large to be kept');
    expect(rows[1]).not.toContain('Use it all the same');
    expect(await violations()).toEqual([]);
  });

  it('the choice of products is asked behind the reason, and both go into the import', async () => {
    page = await mountPage('/', options);
    await offerFiles(page, [new File(['x'], 'unsigned-wsusscn2.cab')]);
    (await page.find<HTMLInputElement>('dialog[open] input[value=choose]')).click();
    (await page.find('dialog[open] [data-import=start]:enabled')).click();
    await overriding('a test');
    await page.find('dialog[open] [role=tree]');
    (await page.find('[data-scope=start]')).click();
    await until('imported', () => page?.engine.asked.at(-1)?.scopes?.['unsigned-wsusscn2.cab'] !== undefined);
    expect(page.engine.asked.at(-1)?.signatureOverrides).toEqual({ 'unsigned-wsusscn2.cab': 'a test' });
  });
});
