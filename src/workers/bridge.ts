import type { Endpoint } from 'comlink';
import type { Rejection, ReportProgress, Update } from '../domain/index.ts';
import type { Engine, Snapshot } from '../tasks/engine.ts';
import { PartCache } from './snapshot-parts.ts';
import { methodTraits } from './wire.ts';
import type { EngineMethod, Reply, Role, SnapshotDelta } from './wire.ts';
import { WorkerLink } from './worker-link.ts';
import type { SpawnedWorker } from './worker-link.ts';
import { WriterRole } from './writer-role.ts';
import type { TabChannel } from './writer-role.ts';

export type { Role } from './wire.ts';

/** Remembers on the page that this browser had data (STO06); the worker has no localStorage. */
export interface DataMarker {
  read(): boolean;
  write(present: boolean): void;
}

export interface BridgePorts {
  readonly spawn: () => SpawnedWorker;
  readonly locks: Pick<LockManager, 'request'> | null;
  readonly channel: TabChannel | null;
  readonly marker: DataMarker;
  readonly newName: () => string;
}

/** A call that yields no `Result` failed; `rejection` has the words, null means a fault of the program. */
export class EngineFailure extends Error {
  override readonly name = 'EngineFailure';

  constructor(
    readonly rejection: Rejection | null,
    message: string,
  ) {
    super(message);
  }
}

/**
 * The page's side of the engine. Nothing starts before the first call. Every failure is data or an
 * `EngineFailure`; a worker that was ended or broke down is replaced at the next call.
 */
export class Bridge {
  readonly engine: Engine;
  private readonly link: WorkerLink;
  private readonly writerRole: WriterRole;
  private readonly cache = new PartCache();
  private readonly writes = new Set<Promise<unknown>>();
  private readonly listeners = new Set<() => void>();
  private started: Promise<Role> | null = null;
  private reading: Promise<unknown> = Promise.resolve();

  constructor(private readonly ports: BridgePorts) {
    const tell = (): void => this.listeners.forEach((listener) => listener());
    this.writerRole = new WriterRole({
      locks: ports.locks,
      channel: ports.channel,
      lockName: 'patchferry-writer',
      settled: () => Promise.allSettled([...this.writes]).then(() => undefined),
      onRole: (role) => void this.link.setRole(role).then(tell),
    });
    this.link = new WorkerLink({
      spawn: ports.spawn,
      locks: ports.locks,
      hadData: () => ports.marker.read(),
      role: () => this.writerRole.role,
      page: { changed: tell, storageHeld: tell },
      newName: ports.newName,
      onEnded: () => this.cache.forget(),
    });
    const methods = Object.keys(methodTraits) as EngineMethod[];
    const calls = methods.map((method) => [method, (...args: unknown[]) => this.invoke(method, args)]);
    this.engine = { ...Object.fromEntries(calls), snapshot: () => this.snapshot() } as Engine;
  }

  /** Whether this tab writes or looks on. */
  get role(): Role {
    return this.writerRole.role;
  }

  /** Makes this tab the one that writes; the other is told and looks on from then on (APR03). */
  takeOver(): Promise<void> {
    return this.writerRole.takeOver();
  }

  /** Stops everything under way: within a second, if need be by ending the worker. */
  cancel(): void {
    this.link.cancelAll();
  }

  /** Ends the worker at once; what it was doing counts as stopped, and the next call starts another. */
  endWorker(): void {
    this.link.end();
  }

  /** Lets everything go: the worker, and the right to write, which a waiting tab then gets. */
  close(): void {
    this.link.end();
    this.writerRole.close();
    this.ports.channel?.close();
  }

  /** Called when another tab changed what is stored, and when this tab's role changed. */
  onChanged(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** One after the other: what a snapshot leaves out is told by the one before. */
  private snapshot(): Promise<Snapshot> {
    const next = this.reading.then(() => this.readSnapshot());
    this.reading = next.catch(() => undefined);
    return next;
  }

  private async readSnapshot(): Promise<Snapshot> {
    await this.start();
    const ask = () => this.link.ask((remote) => remote.snapshot(this.cache.known));
    const first = await ask();
    const reply = isStopped(first) ? await ask() : first;
    if (!reply.ok) throw new EngineFailure(reply.rejection, reply.message);
    const updates = await this.updatesOf(reply.value);
    const snapshot = updates === 'other' ? null : this.cache.join(reply.value, updates);
    if (snapshot === null) {
      this.cache.forget();
      return this.readSnapshot();
    }
    this.mark(snapshot);
    return snapshot;
  }

  /**
   * The announced updates, slice by slice, each a message of its own; null where the page has them. `other`: the list
   * changed meanwhile, so the snapshot is asked for anew.
   */
  private async updatesOf({ parts, numbers }: SnapshotDelta): Promise<readonly Update[] | null | 'other'> {
    if (!parts.updates) return null;
    const { count, first } = parts.updates;
    const updates = [...first];
    while (updates.length < count) {
      const reply = await this.link.ask((remote) => remote.updates(numbers.updates ?? 0, updates.length));
      if (!reply.ok || reply.value === null || reply.value.length === 0) return 'other';
      updates.push(...reply.value);
    }
    return updates;
  }

  private mark({ storage }: Snapshot): void {
    if (storage.mode !== 'browser' || storage.clearedByBrowser) return;
    const present = storage.changesSinceExport > 0 || storage.lastExportAt !== null;
    if (present !== this.ports.marker.read()) this.ports.marker.write(present);
  }

  private async invoke(method: EngineMethod, given: readonly unknown[]): Promise<unknown> {
    const traits = methodTraits[method];
    const role = await this.start();
    if (traits.writes && role === 'reader') return { ok: false, error: rejected('read-only') };
    const args = [...given];
    let report: ReportProgress | null = null;
    if (traits.report !== null) {
      report = args[traits.report] as ReportProgress;
      args[traits.report] = null;
    }
    const call = this.link.call(method, args, report);
    if (traits.writes) this.track(call);
    const first = await call;
    // What only reads may be asked again after the worker was lost.
    const reply = isStopped(first) && !traits.result ? await this.link.call(method, args, report) : first;
    if (reply.ok) return reply.value;
    if (!traits.result) throw new EngineFailure(reply.rejection, reply.message);
    return { ok: false, error: reply.rejection ?? rejected('internal', { message: reply.message }) };
  }

  private track(call: Promise<unknown>): void {
    this.writes.add(call);
    void call.finally(() => this.writes.delete(call));
  }

  private async start(): Promise<Role> {
    this.started ??= this.writerRole.start();
    await this.started;
    return this.writerRole.role;
  }
}

function isStopped(reply: Reply<unknown>): boolean {
  return !reply.ok && reply.rejection?.code === 'worker-stopped';
}

function rejected(code: Rejection['code'], details: Rejection['details'] = {}): Rejection {
  return { code, file: '', place: '', details };
}

function tabChannel(): TabChannel | null {
  if (typeof BroadcastChannel === 'undefined') return null;
  const channel = new BroadcastChannel('patchferry-tabs');
  return {
    post: (message) => channel.postMessage(message),
    listen: (listener) => (channel.onmessage = (event) => listener(event.data)),
    close: () => channel.close(),
  };
}

function spawnWorker(): SpawnedWorker {
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });
  return {
    endpoint: worker as Endpoint,
    terminate: () => worker.terminate(),
    onFailure: (listener) => (worker.onerror = (event) => listener(event.message)),
  };
}

/** The bridge of a page: a module worker, Web Locks where the browser has them, tabs by BroadcastChannel. */
export function startBridge(marker: DataMarker): Bridge {
  return new Bridge({
    spawn: spawnWorker,
    locks: (navigator as { readonly locks?: LockManager }).locks ?? null,
    channel: tabChannel(),
    marker,
    newName: () => `patchferry-worker-${Date.now()}-${Math.random().toString(36).slice(2)}`,
  });
}
