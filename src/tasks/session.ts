import { ok } from '../domain/index.ts';
import type { JournalAct, Result } from '../domain/index.ts';
import { applyChange } from '../store/index.ts';
import type { Change, JournalDraft, Store, WorkspaceData } from '../store/index.ts';
import { alteredAuthorizations } from './altered-authorizations.ts';
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

  private altered: readonly string[];
  private bundled: ReadonlySet<string>;

  private constructor(
    private readonly options: SessionOptions,
    data: WorkspaceData,
    altered: readonly string[],
    bundled: ReadonlySet<string>,
  ) {
    this.store = options.store;
    this.clock = options.clock;
    this.stored = data;
    this.altered = altered;
    this.bundled = bundled;
    // Not from zero: a session that follows another one must not look like the same state of things.
    this.changes = options.clock();
    this.hadData = options.hadData;
  }

  /** @throws StoreError when what is stored cannot be read */
  static async open(options: SessionOptions): Promise<Session> {
    const { data, altered, bundled } = await loaded(options.store);
    return new Session(options, data, altered, bundled);
  }

  get data(): WorkspaceData {
    return this.stored;
  }

  /** Updates whose stored decision is not what the journal says, and that nobody looked at again since. */
  get alteredAuthorizations(): readonly string[] {
    return this.altered;
  }

  /** Whether a bundle was written that carries all of this (`bundleContent`), with every file. */
  hasBundled(content: string): boolean {
    return this.bundled.has(content);
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
      this.settle(whole);
      this.bundled = new Set([...this.bundled, ...bundledIn(whole.journal)]);
      this.changed();
      return ok(null);
    });
  }

  /** What is decided anew is what the journal says again. */
  private settle({ authorizations = [], deleteAuthorizations = [] }: Change): void {
    if (this.altered.length === 0) return;
    const anew = new Set([...authorizations.map(({ update }) => update), ...deleteAuthorizations]);
    this.altered = this.altered.filter((update) => !anew.has(update));
  }

  /** A person removed the data on purpose: nobody else did. */
  forgetData(): void {
    this.hadData = false;
  }

  /** Reads everything again: another tab changed it, or everything was replaced. */
  async reload(): Promise<void> {
    const { data, altered, bundled } = await loaded(this.store);
    this.bundled = bundled;
    this.stored = data;
    this.altered = altered;
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

/** What is stored, and where the decisions differ from the journal. */
interface Loaded {
  readonly data: WorkspaceData;
  readonly altered: readonly string[];
  readonly bundled: ReadonlySet<string>;
}

async function loaded(store: Store): Promise<Loaded> {
  const data = await store.load();
  const { entries } = await store.journal(1, data.journalLength);
  return {
    data,
    altered: alteredAuthorizations(entries, data.authorizations),
    bundled: new Set(bundledIn(entries)),
  };
}

/** What the bundles of these entries carried whole. */
function bundledIn(entries: readonly JournalDraft[]): readonly string[] {
  return entries.flatMap(({ act, details }) =>
    act === 'bundle-written' && details?.['content'] ? [String(details['content'])] : [],
  );
}
