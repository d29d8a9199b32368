import { afterEach, describe, expect, it, vi } from 'vitest';
import { ok } from '../../../src/domain/index.ts';
import type { Machine } from '../../../src/domain/index.ts';
import { StoreError } from '../../../src/store/index.ts';
import type { Snapshot } from '../../../src/tasks/engine.ts';
import { bridgeOver, core, emptySnapshot } from './bridge-over.ts';
import { FakeLocks, fakeChannels } from './fake-locks.ts';
import { fakeWorkers } from './fake-worker.ts';

function waitsFor(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')));
  });
}

afterEach(() => void vi.useRealTimers());

describe('bridge', () => {
  it('starts no worker before the first call, and one for all calls', async () => {
    const workers = fakeWorkers(async () => core(() => ({ rows: async () => [] })));
    const bridge = bridgeOver(workers);
    expect(workers.started()).toBe(0);
    await Promise.all([bridge.engine.rows({ machine: 'a' }), bridge.engine.snapshot()]);
    expect(workers.started()).toBe(1);
  });

  it('passes arguments, results and progress', async () => {
    const seen: unknown[] = [];
    const workers = fakeWorkers(async () =>
      core(() => ({
        decide: async (...args) => {
          seen.push(args);
          return ok(null);
        },
        scan: async (report) => {
          report({ phase: 'scan', done: 3, total: 9, unit: 'machines', item: 'ws1' });
          return { ok: false, error: { code: 'storage-full', file: '', place: '', details: { needed: 5 } } };
        },
      })),
    );
    const bridge = bridgeOver(workers);
    const reports: unknown[] = [];
    expect(await bridge.engine.decide(['msrc:KB1'], 'declined', 'no', null)).toEqual({
      ok: true,
      value: null,
    });
    expect(await bridge.engine.scan((progress) => reports.push(progress))).toMatchObject({
      error: { code: 'storage-full', details: { needed: 5 } },
    });
    expect(seen).toEqual([[['msrc:KB1'], 'declined', 'no', null]]);
    const report = { phase: 'scan', done: 3, total: 9, unit: 'machines', item: 'ws1' };
    await vi.waitFor(() => expect(reports).toEqual([report]));
  });

  it('sends big parts of the snapshot only when they changed', async () => {
    const machines = [{ id: 'ws1' }] as unknown as Machine[];
    let snapshot: Snapshot = { ...emptySnapshot, machines };
    const workers = fakeWorkers(async () => core(() => ({ snapshot: async () => snapshot })));
    const bridge = bridgeOver(workers);
    const first = await bridge.engine.snapshot();
    expect(first).toEqual(snapshot);
    snapshot = { ...snapshot, version: 2, updates: [] };
    const second = await bridge.engine.snapshot();
    expect(second.version).toBe(2);
    // The same object, not an equal one: it did not cross again.
    expect(second.machines).toBe(first.machines);
    expect(second.updates).not.toBe(first.updates);
  });

  it('gives a bug in the engine back as a rejection or a failure, never as a hang', async () => {
    const workers = fakeWorkers(async () =>
      core(() => ({
        undo: () => Promise.reject(new TypeError('x is undefined')),
        rows: () => Promise.reject(new TypeError('y is undefined')),
      })),
    );
    const bridge = bridgeOver(workers);
    expect(await bridge.engine.undo()).toMatchObject({
      error: { code: 'internal', details: { message: 'x is undefined' } },
    });
    await expect(bridge.engine.rows({})).rejects.toMatchObject({
      name: 'EngineFailure',
      message: 'y is undefined',
    });
  });

  it('STO09 says why the engine could not be opened, and tries again when asked again', async () => {
    let newer = true;
    const workers = fakeWorkers(async () => {
      if (newer) throw new StoreError('storage-newer', { found: 2, known: 1 });
      return core(() => ({}));
    });
    const bridge = bridgeOver(workers);
    await expect(bridge.engine.snapshot()).rejects.toMatchObject({
      rejection: { code: 'storage-newer', details: { found: 2, known: 1 } },
    });
    newer = false;
    expect((await bridge.engine.snapshot()).version).toBe(1);
  });

  it('cancels through the signal and keeps the worker', async () => {
    const workers = fakeWorkers(async () =>
      core((signal) => ({
        scan: () =>
          waitsFor(signal).catch(() => ({
            ok: false,
            error: { code: 'cancelled', file: '', place: '', details: {} },
          })),
      })),
    );
    const bridge = bridgeOver(workers);
    const scan = bridge.engine.scan(() => undefined);
    await bridge.engine.snapshot();
    bridge.cancel();
    expect(await scan).toMatchObject({ error: { code: 'cancelled' } });
    expect(workers.terminated()).toBe(0);
  });

  it('ends a worker that does not heed a cancel within a second, and starts another', async () => {
    const workers = fakeWorkers(async () => core(() => ({ scan: () => new Promise(() => undefined) })));
    const bridge = bridgeOver(workers);
    const scan = bridge.engine.scan(() => undefined);
    await bridge.engine.snapshot();
    const timers = vi.spyOn(globalThis, 'setTimeout');
    bridge.cancel();
    expect(await scan).toMatchObject({ error: { code: 'cancelled' } });
    expect(timers.mock.calls.map(([, delay]) => delay)).toContain(1000);
    timers.mockRestore();
    expect(workers.terminated()).toBe(1);
    await bridge.engine.snapshot();
    expect(workers.started()).toBe(2);
  });

  it('SCN03 a worker that dies in mid-scan is reported and replaced, with no result', async () => {
    const locks = new FakeLocks();
    const workers = fakeWorkers(
      async () => core(() => ({ scan: () => new Promise(() => undefined) })),
      locks,
    );
    const bridge = bridgeOver(workers, { locks });
    const scan = bridge.engine.scan(() => undefined);
    await bridge.engine.snapshot();
    workers.kill();
    expect(await scan).toMatchObject({ ok: false, error: { code: 'worker-stopped' } });
    expect((await bridge.engine.snapshot()).version).toBe(1);
    expect(workers.started()).toBe(2);
  });

  it('SCN03 a worker that reports an error is replaced, and what only reads is asked again', async () => {
    let asked = 0;
    const workers = fakeWorkers(async () =>
      core(() => ({ rows: () => ((asked += 1) === 1 ? new Promise(() => undefined) : Promise.resolve([])) })),
    );
    const bridge = bridgeOver(workers);
    const rows = bridge.engine.rows({ machine: 'ws1' });
    await bridge.engine.snapshot();
    workers.fail();
    expect(await rows).toEqual([]);
    expect(workers.started()).toBe(2);
  });

  it('STO06 remembers on the page that there was data, and passes that on', async () => {
    const opened: boolean[] = [];
    const marker = { present: false };
    const workers = fakeWorkers(async (options) => {
      opened.push(options.hadData);
      return core(() => ({}));
    });
    const ports = {
      marker: { read: () => marker.present, write: (present: boolean) => (marker.present = present) },
    };
    await bridgeOver(workers, ports).engine.snapshot();
    expect(marker.present).toBe(true);
    await bridgeOver(workers, ports).engine.snapshot();
    expect(opened).toEqual([false, true]);
  });
});

describe('two tabs', () => {
  function tabs() {
    const locks = new FakeLocks();
    const channel = fakeChannels();
    const claims: string[] = [];
    const tab = (name: string, undo: () => Promise<ReturnType<typeof ok<null>>>) => {
      const workers = fakeWorkers(
        async () =>
          core(
            () => ({ undo, rows: async () => [] }),
            async () => void claims.push(name),
          ),
        locks,
      );
      return bridgeOver(workers, { locks, channel: channel() });
    };
    return { tab, claims, locks };
  }

  it('APR03 the second tab looks on and says so', async () => {
    const { tab, claims } = tabs();
    const first = tab('first', async () => ok(null));
    const second = tab('second', async () => ok(null));
    await first.engine.snapshot();
    expect(await second.engine.rows({})).toEqual([]);
    expect([first.role, second.role]).toEqual(['writer', 'reader']);
    expect(await second.engine.undo()).toMatchObject({ ok: false, error: { code: 'read-only' } });
    expect(claims).toEqual([]);
  });

  it('APR03 taking over waits for what the other tab is writing, then tells it', async () => {
    const { tab, claims } = tabs();
    let finish: () => void = () => undefined;
    const writing = new Promise<void>((resolve) => (finish = resolve));
    const order: string[] = [];
    const first = tab('first', async () => {
      await writing;
      order.push('first wrote');
      return ok(null);
    });
    const second = tab('second', async () => ok(null));
    await first.engine.snapshot();
    await second.engine.snapshot();
    const told = vi.fn();
    first.onChanged(told);

    const undo = first.engine.undo();
    await first.engine.rows({});
    const takeOver = second.takeOver().then(() => order.push('second took over'));
    setTimeout(finish, 50);
    await takeOver;

    expect(await undo).toEqual({ ok: true, value: null });
    expect(order).toEqual(['first wrote', 'second took over']);
    expect([first.role, second.role]).toEqual(['reader', 'writer']);
    expect(told).toHaveBeenCalled();
    expect(await first.engine.undo()).toMatchObject({ error: { code: 'read-only' } });
    expect(await second.engine.undo()).toMatchObject({ ok: true });
    expect(claims.at(-1)).toBe('second');
  });

  it('APR03 closing the writer hands over by itself', async () => {
    const { tab, locks } = tabs();
    const first = tab('first', async () => ok(null));
    const second = tab('second', async () => ok(null));
    await first.engine.snapshot();
    await second.engine.snapshot();
    locks.kill('patchferry-writer');
    await vi.waitFor(() => expect(second.role).toBe('writer'));
    expect(await second.engine.undo()).toMatchObject({ ok: true });
  });
});
