import { expect, it } from 'vitest';
import type { Engine } from '../../../src/tasks/engine.ts';
import { openTestEngine, profile, quiet } from '../../support/open-engine.ts';
import { february, january, systeminfo } from '../../support/small-site.ts';

const offer = async (engine: Engine) =>
  (await engine.snapshot()).next.find(({ kind }) => kind === 'build-bundle');

async function write(engine: Engine, files: readonly File[]): Promise<void> {
  const request = { machines: [], grades: [], name: 'North', files, allowEmpty: true };
  const written = await engine.writeBundleZip(request, quiet);
  if (!written.ok) throw new Error(written.error.code);
}

const file = () => new File(['content'], 'windows10.0-kb5000002-x64.msu');

it('Home offers a bundle until one was written that carries all of it, and again for new content', async () => {
  const indexedDb = profile();
  const first = await openTestEngine({ indexedDb });
  const brought = [january(), february(), systeminfo('WS1', ['KB5000001'])];
  await first.engine.importFiles(brought, {}, quiet);
  await first.engine.decide(['msrc:KB5000002'], 'authorized', '', null);
  expect(await offer(first.engine)).toEqual({ kind: 'build-bundle', updates: 1 });

  // A shopping list alone carries nothing.
  await write(first.engine, []);
  expect(await offer(first.engine)).toBeDefined();
  await write(first.engine, [file()]);
  expect(await offer(first.engine)).toBeUndefined();
  first.session.store.close();

  const { engine } = await openTestEngine({ indexedDb });
  expect(await offer(engine)).toBeUndefined();
  await engine.importFiles([systeminfo('WS2', ['KB5000001'])], {}, quiet);
  expect(await offer(engine)).toEqual({ kind: 'build-bundle', updates: 1 });
  await engine.removeMachine('ws2');
  expect(await offer(engine)).toBeUndefined();
  await engine.decide(['msrc:KB5000002'], null, '', null);
  expect(await offer(engine)).toBeUndefined();
});
