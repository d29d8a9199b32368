/** A worker without a thread: host and page joined by a message channel, as comlink would over a real one. */
import { expose } from 'comlink';
import type { Endpoint } from 'comlink';
import { EngineHost } from '../../../src/workers/engine-host.ts';
import type { OpenEngine } from '../../../src/workers/engine-host.ts';
import type { SpawnedWorker } from '../../../src/workers/worker-link.ts';
import type { FakeLocks } from './fake-locks.ts';

export interface FakeWorkers {
  readonly spawn: () => SpawnedWorker;
  /** Workers started so far. */
  readonly started: () => number;
  readonly terminated: () => number;
  /** The newest worker dies without a word. */
  readonly kill: () => void;
  /** The newest worker reports an error event. */
  readonly fail: () => void;
}

export function fakeWorkers(open: OpenEngine, locks: FakeLocks | null = null): FakeWorkers {
  let started = 0;
  let terminated = 0;
  let lifeLock = '';
  let failing: (message: string) => void = () => undefined;
  let port: MessagePort | null = null;
  return {
    spawn: () => {
      started += 1;
      const { port1, port2 } = new MessageChannel();
      port = port2;
      const opened: OpenEngine = (options, page) => {
        lifeLock = options.lifeLock;
        if (locks && lifeLock)
          void locks.request(lifeLock, () => new Promise(() => undefined)).catch(() => undefined);
        return open(options, page);
      };
      expose(new EngineHost(opened, () => performance.now()), port2 as unknown as Endpoint);
      return {
        endpoint: port1 as unknown as Endpoint,
        terminate: () => {
          terminated += 1;
          port1.close();
          port2.close();
          locks?.kill(lifeLock);
        },
        onFailure: (listener) => (failing = listener),
      };
    },
    started: () => started,
    terminated: () => terminated,
    kill: () => {
      port?.close();
      locks?.kill(lifeLock);
    },
    fail: () => failing('out of memory'),
  };
}
