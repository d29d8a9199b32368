import { proxy, releaseProxy, wrap } from 'comlink';
import type { Endpoint, Remote } from 'comlink';
import type { ReportProgress } from '../domain/index.ts';
import type { EngineMethod, OpenOptions, PageCallbacks, Reply, Role, WireApi } from './wire.ts';

/** A worker as the link needs it; tests make one that is none. */
export interface SpawnedWorker {
  readonly endpoint: Endpoint;
  terminate(): void;
  /** Called when the worker broke down or could not be loaded. */
  onFailure(listener: (message: string) => void): void;
}

export interface LinkPorts {
  readonly spawn: () => SpawnedWorker;
  readonly locks: Pick<LockManager, 'request'> | null;
  readonly hadData: () => boolean;
  readonly role: () => Role;
  readonly page: PageCallbacks;
  /** A name that no other worker has. */
  readonly newName: () => string;
  /** The worker is gone: what it said about snapshots no longer counts. */
  readonly onEnded: () => void;
}

/** How long a worker may take to heed a raised signal before it is ended. */
const graceMs = 1000;

type Ending = 'cancelled' | 'worker-stopped';

interface Live {
  readonly remote: Remote<WireApi>;
  end(ending: Ending): void;
}

interface Pending {
  readonly settle: (reply: Reply<never>) => void;
  aborted: boolean;
}

function ended(ending: Ending): Reply<never> {
  const rejection = { code: ending, file: '', place: '', details: {} };
  return { ok: false, rejection, message: ending };
}

/**
 * The page's line to the worker: starts it when first needed, knows what is under way, ends it when
 * it does not heed a cancel, and notices when it is gone (SCN03). The next call starts a new one.
 */
export class WorkerLink {
  private starting: Promise<Reply<Live>> | null = null;
  private readonly pending = new Map<number, Pending>();
  private nextId = 1;

  constructor(private readonly ports: LinkPorts) {}

  /** Asks the worker something; a call that outlives its worker yields `worker-stopped` or `cancelled`. */
  ask<T>(question: (remote: Remote<WireApi>, id: number) => Promise<Reply<T>>): Promise<Reply<T>> {
    const id = this.nextId++;
    return new Promise((resolve) => {
      const settle = (reply: Reply<T>): void => {
        if (this.pending.delete(id)) resolve(reply);
      };
      this.pending.set(id, { settle, aborted: false });
      this.start()
        .then((started) => (started.ok ? question(started.value.remote, id) : started))
        .then(settle, (error: unknown) => settle({ ok: false, rejection: null, message: String(error) }));
    });
  }

  call(
    method: EngineMethod,
    args: readonly unknown[],
    report: ReportProgress | null,
  ): Promise<Reply<unknown>> {
    return this.ask((remote, id) => remote.call(id, method, args, report && proxy(report)));
  }

  /** Tells a running worker which role this tab has; one that starts later learns it at its start. */
  async setRole(role: Role): Promise<void> {
    if (this.starting) await this.ask((remote) => remote.setRole(role));
  }

  /** Raises the signal of everything under way, and ends the worker if that is not heeded in time. */
  cancelAll(): void {
    const wanted = [...this.pending];
    for (const [id, pending] of wanted) {
      pending.aborted = true;
      void this.starting?.then(async (started) => started.ok && (await started.value.remote.abort(id)));
    }
    setTimeout(() => {
      if (wanted.some(([id]) => this.pending.has(id))) this.end('cancelled');
    }, graceMs);
  }

  /** Ends the worker; what was under way and not cancelled counts as stopped. */
  end(ending: Ending = 'worker-stopped'): void {
    const { starting } = this;
    this.starting = null;
    void starting?.then((started) => started.ok && started.value.end(ending));
    this.ports.onEnded();
    for (const pending of [...this.pending.values()]) {
      pending.settle(ended(pending.aborted ? 'cancelled' : 'worker-stopped'));
    }
  }

  private start(): Promise<Reply<Live>> {
    this.starting ??= this.launch().then((started) => {
      // So that asking again tries again.
      if (!started.ok) this.starting = null;
      return started;
    });
    return this.starting;
  }

  private async launch(): Promise<Reply<Live>> {
    const worker = this.ports.spawn();
    const remote = wrap<WireApi>(worker.endpoint);
    const watch = new AbortController();
    const live: Live = {
      remote,
      end: () => {
        watch.abort();
        remote[releaseProxy]();
        worker.terminate();
      },
    };
    worker.onFailure(() => this.end());
    const lifeLock = this.ports.locks ? this.ports.newName() : '';
    const options: OpenOptions = { hadData: this.ports.hadData(), role: this.ports.role(), lifeLock };
    const opened = await remote.open(options, proxy(this.ports.page));
    if (!opened.ok) {
      live.end('worker-stopped');
      return opened;
    }
    if (lifeLock) this.watchOver(lifeLock, watch.signal);
    return { ok: true, value: live };
  }

  /** The worker holds the lock as long as it lives: getting it means that the worker is gone. */
  private watchOver(lifeLock: string, signal: AbortSignal): void {
    this.ports.locks?.request(lifeLock, { signal }, () => this.end()).catch(() => undefined);
  }
}
