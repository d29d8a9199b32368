import { readPlanes } from '../../domain/index.ts';
import type { Authorization, Machine, Update, Verdict } from '../../domain/index.ts';
import type { Engine, Snapshot } from '../../tasks/engine.ts';
import { nextTask, pauses } from './next-task.ts';
import { isOtherTrackIn, newerRequiredIn, verdictIn, viewOf, type SnapshotView } from './snapshot-view.ts';
import { countStates, type CountTable, type StateCounts } from './state-counts.ts';

const noCounts = countStates(null);
const noIds: ReadonlySet<string> = new Set();

/** The engine's snapshot and what pages derive from it. */
export class Workspace {
  readonly #engine: Engine;
  readonly #now: () => number;
  #view = $state.raw<SnapshotView | null>(null);
  #failure = $state.raw<string | null>(null);
  #reading = 0;

  readonly needing = $derived(
    (this.#view?.snapshot.machines ?? []).filter((m) => (this.counts.machine(m.id)?.Required ?? 0) > 0),
  );

  constructor(engine: Engine, now: () => number) {
    this.#engine = engine;
    this.#now = now;
  }

  get snapshot(): Snapshot | null {
    return this.#view?.snapshot ?? null;
  }

  /** Message of the failure that kept the snapshot from being read, or null. */
  get failure(): string | null {
    return this.#failure;
  }

  get counts(): CountTable {
    return this.#view?.counts ?? noCounts;
  }

  /** Required on some machine, not decided, and no newer one or other track makes the question idle. */
  get undecided(): readonly Update[] {
    return this.#view?.undecided ?? [];
  }

  get voided(): ReadonlySet<string> {
    return this.#view?.index.voided ?? noIds;
  }

  get notServiced(): ReadonlySet<string> {
    return this.#view?.index.notServiced ?? noIds;
  }

  /** Machines that may be this one under another name. */
  sameInstallation(machine: string): readonly Machine[] {
    const ids = this.#view?.index.sameInstallation.get(machine) ?? [];
    return ids.flatMap((id) => this.machine(id) ?? []);
  }

  /** Updates of the catalogs in use that the choices at import leave out. */
  get leftOut(): number {
    const editions = this.snapshot?.catalogs.editions ?? [];
    return editions.reduce((sum, { current, scope }) => sum + (current ? (scope?.leftOut ?? 0) : 0), 0);
  }

  get empty(): boolean {
    const s = this.snapshot;
    return s !== null && s.catalogs.editions.length === 0 && s.machines.length === 0;
  }

  /** Reads the snapshot again; of two readings at once the later one counts. */
  async reload(): Promise<void> {
    const reading = ++this.#reading;
    try {
      const next = await this.#engine.snapshot();
      if (reading !== this.#reading) return;
      this.#failure = null;
      if (next.version === this.snapshot?.version) return;
      // Taking the snapshot over, deriving from it and drawing it are tasks of their own: each stays short.
      await nextTask();
      const view = await viewOf(next, this.#now(), pauses());
      await nextTask();
      if (reading === this.#reading) this.#view = view;
    } catch (cause) {
      if (reading === this.#reading) this.#failure = cause instanceof Error ? cause.message : String(cause);
    }
  }

  update(id: string): Update | undefined {
    return this.#view?.index.updates.get(id);
  }

  /** Ids of updates that are superseded by this one, though it may not name them. */
  replacedBy(id: string): readonly string[] {
    return this.#view?.replaced.get(id) ?? [];
  }

  machine(id: string): Machine | undefined {
    return this.#view?.index.machines.get(id);
  }

  decision(update: string): Authorization | undefined {
    return this.#view?.index.decisions.get(update);
  }

  /** The newest update that supersedes this one and is Required wherever this one is, or null. */
  newerRequired(update: Update): Update | null {
    const states = this.snapshot?.states;
    return this.#view && states ? newerRequiredIn(this.#view, readPlanes(states), update) : null;
  }

  /** Belongs to the track of earlier Windows that the site does not follow (msrc-cvrf, section 4, step 5). */
  isOtherTrack(update: Update): boolean {
    return this.#view !== null && isOtherTrackIn(this.#view.snapshot, update);
  }

  /** Product an update's unknowns count to as one item, or null. */
  productInQuestion(update: string): string | null {
    return this.#view?.productOf(update) ?? null;
  }

  /** Decision as one word: `void` when the content changed since, `open` when there is none. */
  verdictOf(update: string): Verdict | 'open' | 'void' {
    return this.#view === null ? 'open' : verdictIn(this.#view, update, this.#now());
  }

  /** Counts over all machines for one update, or undefined before a scan. */
  countsOfUpdate(id: string): StateCounts | undefined {
    return this.counts.update(id);
  }

  countsOfMachine(id: string): StateCounts | undefined {
    return this.counts.machine(id);
  }
}
