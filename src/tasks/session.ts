import { ok } from '../domain/index.ts';
import type { JournalAct, Result } from '../domain/index.ts';
import { applyChange } from '../store/index.ts';
import type { Change, JournalDraft, Store, WorkspaceData } from '../store/index.ts';
import { History } from './history.ts';
import type { Clock } from './ports.ts';
import { cancelled, expectingFailures } from './rejections.ts';

export interface SessionOptions {
  readonly store: Store;
  readonly clock: Clock;
  /** The page remembers that this browser had data (STO06). */
  readonly hadData: boolean;
  /** Called after every stored change. */
  readonly onStored?: () => void;
}

/**
 * One open workspace: what is stored, kept in memory and current, and the one way to change it.
 * Use cases read `data` and hand changes to `commit`; long ones run one after another through `alone`.
 */
export class Session {
  readonly history = new History();
  readonly store: Store;
  readonly clock: Clock;
  private stored: WorkspaceData;
  private changes: number;
  private hadData: boolean;
  private queue: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly options: SessionOptions,
    data: WorkspaceData,
  ) {
    this.store = options.store;
    this.clock = options.clock;
    this.stored = data;
    // Not from zero: a session that follows another one must not look like the same state of things.
    this.changes = options.clock();
    this.hadData = options.hadData;
  }

  /** @throws StoreError when what is stored cannot be read */
  static async open(options: SessionOptions): Promise<Session> {
    return new Session(options, await options.store.load());
  }

  get data(): WorkspaceData {
    return this.stored;
  }

  /** Rises with every change. */
  get version(): number {
    return this.changes;
  }

  /** The browser removed the data although the page had stored some, and nothing was stored since. */
  get clearedByBrowser(): boolean {
    return this.hadData && this.stored.journalLength === 0;
  }

  /** Work that changes things, one after another: each begins with what the one before it left (SCN10). */
  alone<T>(signal: AbortSignal, work: () => Promise<Result<T>>): Promise<Result<T>> {
    const turn = this.queue.then(() => (signal.aborted ? cancelled() : expectingFailures(work)));
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  /** Stores a change in one transaction, or leaves everything as it was. */
  commit(change: Change, signal?: AbortSignal): Promise<Result<null>> {
    return expectingFailures(async () => {
      if (signal?.aborted) return cancelled();
      const whole: Change = { ...change, journal: [...this.firstEntries(), ...change.journal] };
      // The first name to be given is already the name of the person who gives it.
      const by = this.stored.settings.operator || (change.settings?.operator ?? '');
      await this.store.apply(whole, by, this.clock());
      this.stored = applyChange(this.stored, whole);
      this.changed();
      return ok(null);
    });
  }

  /** A person removed the data on purpose: nobody else did. */
  forgetData(): void {
    this.hadData = false;
  }

  /** Reads everything again: another tab changed it, or everything was replaced. */
  async reload(): Promise<void> {
    this.stored = await this.store.load();
    this.changes += 1;
  }

  /** Says that something changed that other tabs want to know about. */
  changed(): void {
    this.changes += 1;
    this.options.onStored?.();
  }

  /** A journal begins by saying so, and whether the browser had removed an earlier one. */
  firstEntries(): JournalDraft[] {
    if (this.stored.journalLength > 0) return [];
    const acts: JournalAct[] = this.clearedByBrowser
      ? ['storage-cleared-found', 'workspace-created']
      : ['workspace-created'];
    return acts.map((act) => ({ act }));
  }
}
