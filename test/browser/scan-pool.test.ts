import { describe, expect, it, vi } from 'vitest';
import { createKernelEngine } from '../../src/scan/index.ts';
import type { Machine } from '../../src/domain/index.ts';
import { loadKernel } from '../../src/workers/load-kernel.ts';
import { scanPool } from '../../src/workers/scan-pool.ts';
import type { PoolPorts, PoolWorker } from '../../src/workers/scan-pool.ts';
import { browserPool } from '../../src/workers/spawn-scan-worker.ts';
import { catalogOf, fleetOf, KeptRecords } from '../support/fleet-changes.ts';
import { matrixOf } from '../support/state-matrix.ts';

const module = await loadKernel();
const here = createKernelEngine(() => Promise.resolve(module));
const catalog = catalogOf(1);
const fleet = fleetOf(2, 900);

/** The pool of the application with `size` workers, and the workers it started. */
function pool(size: number, spawn = browserPool.spawn) {
  const started: PoolWorker[] = [];
  const { locks, newName } = browserPool;
  const ports: PoolPorts = {
    size,
    locks,
    newName,
    spawn: () => {
      const worker = spawn();
      started.push(worker);
      return worker;
    },
  };
  return { started, engine: createKernelEngine(() => Promise.resolve(module), scanPool(ports)) };
}

describe('small workers that decide blocks', () => {
  it('SCN01 SCN02 one and three of them come to the states of one thread', async () => {
    const expected = matrixOf((await here.scan(catalog, fleet)).states);
    for (const size of [1, 3]) {
      const { engine, started } = pool(size);
      const done: number[] = [];
      const records = new KeptRecords();
      const options = { onMachines: (count: number) => void done.push(count), records };
      const { states, decided } = await engine.scan(catalog, [...fleet].reverse(), options);
      expect(started).toHaveLength(size);
      expect(decided).toBe(8);
      expect(done.at(-1)).toBe(900);
      expect(matrixOf(states)).toEqual(expected);
      const previous = { catalog, states, changed: new Set<string>(), again: true };
      const again = await engine.scan(catalog, fleet, { records, previous });
      again.states.blocks.forEach((block, at) => expect(block).toBe(states.blocks[at]));
      expect(records.factsRead).toBe(8);
    }
  });

  it('few blocks start none', async () => {
    const { engine, started } = pool(2);
    await engine.scan(catalog, fleet.slice(0, 300));
    expect(started).toHaveLength(0);
  });

  it('SCN03 one that is killed in the middle is replaced, and nothing is missing', async () => {
    const { engine, started } = pool(2);
    let killed = false;
    const { states } = await engine.scan(catalog, fleet, {
      onMachines: () => {
        // As the browser would: nobody is told.
        if (!killed) started[0]?.terminate();
        killed = true;
      },
    });
    expect(started.length).toBeGreaterThanOrEqual(2);
    expect(matrixOf(states)).toEqual(matrixOf((await here.scan(catalog, fleet)).states));
  });

  it('SCN03 one that is killed with the facts of a block: they are read again', async () => {
    const records = new KeptRecords();
    const { states } = await here.scan(catalog, fleet, { records });
    const { engine, started } = pool(2);
    const previous = { catalog, states, changed: new Set<string>(), again: true };
    let killed = false;
    const again = await engine.scan(catalog, fleet, {
      records,
      previous,
      onMachines: () => {
        if (!killed) for (const worker of started) worker.terminate();
        killed = true;
      },
    });
    expect(killed).toBe(true);
    expect(matrixOf(again.states)).toEqual(matrixOf(states));
    expect(records.factsRead).toBeGreaterThanOrEqual(8);
  });

  it('SCN03 where all of them fail, or none can be started, this thread decides', async () => {
    const broken = (): PoolWorker => {
      const worker = new Worker(URL.createObjectURL(new Blob(['throw new Error("broken")'])));
      return {
        post: () => undefined,
        onAnswer: () => undefined,
        onFailure: (listener) => worker.addEventListener('error', ({ message }) => listener(message)),
        terminate: () => worker.terminate(),
      };
    };
    const refused = (): PoolWorker => {
      throw new Error('no further worker');
    };
    const expected = matrixOf((await here.scan(catalog, fleet)).states);
    for (const spawn of [broken, refused]) {
      expect(matrixOf((await pool(2, spawn).engine.scan(catalog, fleet)).states)).toEqual(expected);
    }
  });

  it('SCN03 a block that cannot be decided anywhere fails with its own error, and nothing comes out', async () => {
    const faulty = fleet.map((machine, at) =>
      at === 700 ? ({ ...machine, hotfixes: null } as unknown as Machine) : machine,
    );
    await expect(pool(2).engine.scan(catalog, faulty)).rejects.toThrow(/null/);
  });

  it('is stopped at once, with all workers ended', async () => {
    const large = Array.from({ length: 40 }, (_, part) =>
      fleet.slice(0, 500).map((machine) => ({ ...machine, id: `${String(part)}-${machine.id}` })),
    ).flat();
    const { engine, started } = pool(2);
    const stop = new AbortController();
    const ended = vi.fn();
    let endedAtOnce = -1;
    const scan = engine.scan(catalog, large, {
      signal: stop.signal,
      onMachines: () => {
        if (endedAtOnce >= 0) return;
        for (const worker of started) {
          const { terminate } = worker;
          worker.terminate = () => (ended(), terminate());
        }
        stop.abort();
        endedAtOnce = ended.mock.calls.length;
      },
    });
    await expect(scan).rejects.toMatchObject({ name: 'AbortError' });
    expect(endedAtOnce).toBe(2);
    expect(ended).toHaveBeenCalledTimes(2);
  });

  it('SCN10 a scan keeps to the catalog it began with, whatever is scanned meanwhile', async () => {
    const { engine } = pool(2);
    const other = catalogOf(3);
    const [one, two] = await Promise.all([engine.scan(catalog, fleet), engine.scan(other, fleet)]);
    expect(matrixOf(one.states)).toEqual(matrixOf((await here.scan(catalog, fleet)).states));
    expect(matrixOf(two.states)).toEqual(matrixOf((await here.scan(other, fleet)).states));
  });
});
