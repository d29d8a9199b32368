import { allowOwnWorkers } from './own-workers.ts';
import type { PoolPorts, PoolWorker } from './scan-pool.ts';

export function spawnScanWorker(): PoolWorker {
  allowOwnWorkers();
  const worker = new Worker(new URL('./scan.worker.ts', import.meta.url), { type: 'module' });
  return {
    post: (order, transfer) => worker.postMessage(order, { transfer: [...transfer] }),
    onAnswer: (listener) => worker.addEventListener('message', ({ data }) => listener(data)),
    onFailure: (listener) => {
      worker.addEventListener('error', ({ message }) => listener(message));
      worker.addEventListener('messageerror', () => listener('an answer could not be read'));
    },
    terminate: () => worker.terminate(),
  };
}

/** As many workers as there are processors, one left for the rest. */
export const browserPool: PoolPorts = {
  spawn: spawnScanWorker,
  get size() {
    return Math.max(1, (navigator.hardwareConcurrency || 1) - 1);
  },
  get locks() {
    return (navigator as { readonly locks?: LockManager }).locks ?? null;
  },
  newName: () => `patchferry-scan-${Date.now()}-${Math.random().toString(36).slice(2)}`,
};
