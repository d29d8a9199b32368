import { afterEach, describe, expect, it, vi } from 'vitest';
import { startBridge } from '../../src/workers/bridge.ts';
import type { Bridge, DataMarker } from '../../src/workers/bridge.ts';
import { february, systeminfo } from '../support/small-site.ts';

const quiet = (): void => undefined;
const opened: Bridge[] = [];

function memoryMarker(present = false): DataMarker {
  let stored = present;
  return { read: () => stored, write: (value) => (stored = value) };
}

function tab(marker = memoryMarker()): Bridge {
  const bridge = startBridge(marker);
  opened.push(bridge);
  return bridge;
}

/** Removes what the tests of this file stored, and lets every worker and lock go. */
afterEach(async () => {
  const last = opened.at(-1);
  if (last?.role === 'reader') await last.takeOver();
  await last?.engine.clearAll();
  for (const bridge of opened.splice(0)) bridge.close();
});

describe('engine in a module worker', () => {
  it('imports, scans with the kernel, and finds everything again with another worker', async () => {
    const first = tab();
    const report = await first.engine.importFiles([february(), systeminfo('WS1')], {}, quiet);
    expect(report).toMatchObject({ ok: true, value: { scan: { engine: 'wasm', machines: 1, updates: 1 } } });
    const before = await first.engine.snapshot();
    first.close();
    const second = tab();
    const after = await second.engine.snapshot();
    expect(after.states).toEqual(before.states);
    expect(after.machines).toEqual(before.machines);
    expect(after.storage.mode).toBe('browser');
  });

  it('SCN03 a worker that was ended is replaced, and nothing stored is lost', async () => {
    const bridge = tab();
    await bridge.engine.importFiles([february(), systeminfo('WS1')], {}, quiet);
    // At the first word of progress, so that the import has begun and is not yet stored.
    const end = (): void => bridge.endWorker();
    const importing = bridge.engine.importFiles([systeminfo('WS2'), february()], {}, end);
    expect(await importing).toMatchObject({ ok: false, error: { code: 'worker-stopped' } });
    const { machines } = await bridge.engine.snapshot();
    expect(machines.map((machine) => machine.id)).toContain('ws1');
  });

  it('STO06 tells that the browser removed the data when only the marker is left', async () => {
    const bridge = tab(memoryMarker(true));
    expect((await bridge.engine.snapshot()).storage.clearedByBrowser).toBe(true);
  });

  it('APR03 the second tab looks on, hears of changes, takes over, and the first is told', async () => {
    const first = tab();
    await first.engine.importFiles([february(), systeminfo('WS1')], {}, quiet);
    const second = tab();
    expect((await second.engine.snapshot()).machines).toHaveLength(1);
    expect([first.role, second.role]).toEqual(['writer', 'reader']);
    expect(await second.engine.undo()).toMatchObject({ error: { code: 'read-only' } });

    const heard = vi.fn();
    second.onChanged(heard);
    await first.engine.decide(['msrc:KB5000002'], 'authorized', '', null);
    await vi.waitFor(() => expect(heard).toHaveBeenCalled());
    expect((await second.engine.snapshot()).authorizations).toHaveLength(1);

    await second.takeOver();
    await vi.waitFor(() => expect([first.role, second.role]).toEqual(['reader', 'writer']));
    expect(await first.engine.decide(['msrc:KB5000002'], null, '', null)).toMatchObject({
      error: { code: 'read-only' },
    });
    expect((await second.engine.decide(['msrc:KB5000002'], 'declined', 'no', null)).ok).toBe(true);
    await vi.waitFor(async () => {
      const { authorizations } = await first.engine.snapshot();
      expect(authorizations.map((each) => each.verdict)).toEqual(['declined']);
    });
  });
});
