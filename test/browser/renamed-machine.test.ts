import { afterEach, expect, it, vi } from 'vitest';
import { mountApp } from '../../src/ui/mount.ts';
import { fakeNow } from '../support/fake-data.ts';
import { FakeEngine } from '../support/fake-engine.ts';

let remove: () => void = () => undefined;

afterEach(() => {
  remove();
  document.body.replaceChildren();
  location.hash = '';
});

it('INV04 the page of a machine that may be a renamed one offers the link, and nothing else does', async () => {
  const [a, b, c] = (await new FakeEngine({ fill: 'full' }).snapshot()).machines;
  if (!a || !b || !c) throw new Error('three machines are needed');
  const engine = new FakeEngine({ fill: 'full', snapshot: { sameInstallation: [[a.id, b.id]] } });
  const link = vi.spyOn(engine, 'linkMachines');
  const root = document.body.appendChild(document.createElement('div'));
  const find = (text: string) =>
    [...root.querySelectorAll('button')].find((one) => one.textContent.includes(text));

  location.hash = `#/machines/${c.id}`;
  remove = mountApp(root, { engine, cancel: () => undefined, now: () => fakeNow });
  await vi.waitFor(() => expect(root.querySelector('h1')?.textContent).toBe(c.name));
  expect(root.textContent).not.toContain('share product id');

  location.hash = `#/machines/${a.id}`;
  await vi.waitFor(() => expect(root.textContent).toContain(`${a.name} and ${b.name} share product id`));
  expect(find(`use the name ${a.name}`)).toBeDefined();
  find(`use the name ${b.name}`)?.click();
  await vi.waitFor(() => expect(root.querySelector('h1')?.textContent).toBe(b.name));
  expect(link.mock.calls).toEqual([[a.id, b.id]]);
  expect(location.hash).toBe(`#/machines/${b.id}`);
  await vi.waitFor(() => expect(root.textContent).not.toContain('share product id'));
});
