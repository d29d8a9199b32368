import { describe, expect, it } from 'vitest';
import type { Update } from '../../../src/domain/index.ts';
import type { Snapshot } from '../../../src/tasks/engine.ts';
import { bridgeOver, core, emptySnapshot } from './bridge-over.ts';
import { fakeWorkers } from './fake-worker.ts';
import type { FakeWorkers } from './fake-worker.ts';

/** Tells the length of every list of updates that a message brings to the page. */
function watched(workers: FakeWorkers, onList: (size: number) => void): FakeWorkers {
  const spawn: FakeWorkers['spawn'] = () => {
    const worker = workers.spawn();
    worker.endpoint.addEventListener('message', (event) => {
      const { value } = (event as MessageEvent<{ value?: { value?: unknown } }>).data.value ?? {};
      const { parts } = (value ?? {}) as { parts?: { updates?: { first: readonly Update[] } } };
      const list = Array.isArray(value) ? value : parts?.updates?.first;
      if (list) onList(list.length);
    });
    return worker;
  };
  return { ...workers, spawn };
}

describe('a long list of updates', () => {
  const listOf = (count: number, title: string) =>
    Array.from({ length: count }, (_, at) => ({ id: `mu:${String(at)}`, title }) as Update);

  it('comes whole, in several messages of bounded size, and not again while it is the same', async () => {
    let snapshot: Snapshot = { ...emptySnapshot, updates: listOf(1234, 'a') };
    const workers = fakeWorkers(async () => core(() => ({ snapshot: async () => snapshot })));
    const sizes: number[] = [];
    const bridge = bridgeOver(watched(workers, (size) => sizes.push(size)));
    expect(await bridge.engine.snapshot()).toEqual(snapshot);
    expect(sizes).toEqual([200, 200, 200, 200, 200, 200, 34]);
    snapshot = { ...snapshot, version: 2 };
    expect(await bridge.engine.snapshot()).toEqual(snapshot);
    expect(sizes).toHaveLength(7);
  });

  it('that changes on its way is asked for anew, also by two questions at once', async () => {
    let snapshot: Snapshot = { ...emptySnapshot, updates: listOf(700, 'a') };
    const workers = fakeWorkers(async () => core(() => ({ snapshot: async () => snapshot })));
    let messages = 0;
    const bridge = bridgeOver(
      watched(workers, () => {
        messages += 1;
        if (messages === 2) snapshot = { ...snapshot, version: 2, updates: listOf(450, 'b') };
      }),
    );
    const both = await Promise.all([bridge.engine.snapshot(), bridge.engine.snapshot()]);
    for (const { updates } of both) expect(new Set(updates.map(({ title }) => title)).size).toBe(1);
    expect(both[1]).toEqual(snapshot);
  });
});
