import type { PoolPorts, PoolWorker } from './scan-pool.ts';

/** Workers of this program come from this origin, or not at all (as in main.ts; every worker has a policy of its own). */
function createPolicy(): void {
  const { trustedTypes } = globalThis as {
    trustedTypes?: { readonly defaultPolicy: unknown; createPolicy(name: string, rules: object): unknown };
  };
  if (!trustedTypes || trustedTypes.defaultPolicy) return;
  trustedTypes.createPolicy('default', {
    createScriptURL(url: string): string {
      if (new URL(url, location.href).origin === location.origin) return url;
      throw new TypeError(`refused: ${url} is no script of this application`);
    },
  });
}

export function spawnScanWorker(): PoolWorker {
  createPolicy();
  const worker = new Worker(new URL('./scan.worker.ts', import.meta.url), { type: 'module' });
  return {
    post: (order) => worker.postMessage(order),
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
