/** Pages in a real browser over the engine in memory. */
import { expect } from 'vitest';
import { mountApp } from '../../src/ui/mount.ts';
import { fakeNow } from './fake-data.ts';
import { FakeEngine, type FakeOptions } from './fake-engine.ts';

export interface MountedPage {
  readonly engine: FakeEngine;
  readonly root: HTMLElement;
  /** First element that matches, waited for. */
  find<E extends HTMLElement = HTMLElement>(selector: string): Promise<E>;
  all(selector: string): HTMLElement[];
  go(hash: string): Promise<void>;
  close(): void;
}

/** Waits until a condition holds; fails with its words after two seconds. */
export async function until(what: string, holds: () => boolean, patience = 4000): Promise<void> {
  const end = Date.now() + patience;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((next) => setTimeout(next, 15));
  }
}

/** Puts the application at an address, with an engine filled as asked, and waits for its heading. */
export async function mountPage(hash: string, options: FakeOptions): Promise<MountedPage> {
  location.hash = `#${hash}`;
  localStorage.clear();
  const root = document.createElement('div');
  document.body.append(root);
  const engine = new FakeEngine(options);
  const unmount = mountApp(root, { engine, cancel: () => engine.cancel(), now: () => fakeNow });
  const settled = async () => {
    await until(`heading of ${location.hash}`, () => root.querySelector('h1') !== null);
    const reading = () => root.querySelector('[data-reading], [aria-busy=true]') !== null;
    await until('no reading', () => !reading(), 20_000);
    await new Promise((next) => setTimeout(next, 60));
  };
  const close = () => {
    void unmount();
    root.remove();
  };
  await settled().catch((error: unknown) => {
    close();
    throw error;
  });
  return {
    engine,
    root,
    async find<E extends HTMLElement>(selector: string) {
      await until(selector, () => document.querySelector(selector) !== null);
      const found = document.querySelector<E>(selector);
      expect(found, selector).not.toBeNull();
      return found as E;
    },
    all: (selector) => [...document.querySelectorAll<HTMLElement>(selector)],
    async go(to) {
      location.hash = `#${to}`;
      await new Promise((next) => setTimeout(next, 30));
      await settled();
    },
    close,
  };
}

/** Chooses files as a person does with the file button, and agrees to the preview. */
export async function chooseFiles(page: MountedPage, files: readonly File[]): Promise<void> {
  await offerFiles(page, files);
  (await page.find('dialog[open] [data-import=start]:enabled')).click();
}

/** Chooses files and leaves the preview open. */
export async function offerFiles(page: MountedPage, files: readonly File[]): Promise<void> {
  const input = await page.find<HTMLInputElement>('[data-input=files]');
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Presses a key where the focus is. */
export function press(key: string, more: KeyboardEventInit = {}): void {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
}
