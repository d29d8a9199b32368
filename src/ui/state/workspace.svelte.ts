import { patchStates, readPlanes, supersedingIds } from '../../domain/index.ts';
import type { Authorization, Machine, StateCode, StatePlanes, Update, Verdict } from '../../domain/index.ts';
import type { Engine, Snapshot } from '../../tasks/engine.ts';
import { indexOf, isPast } from './snapshot-index.ts';
import { replacedUpdates } from './replaced-updates.ts';
import { productsInQuestion } from './unknown-products.ts';
import { countStates, type StateCounts } from './state-counts.ts';

const required = patchStates.indexOf('Required') as StateCode;

/** The engine's snapshot and what pages derive from it. */
export class Workspace {
  readonly #engine: Engine;
  readonly #now: () => number;
  #snapshot = $state.raw<Snapshot | null>(null);
  #failure = $state.raw<string | null>(null);
  #reading = 0;

  readonly #index = $derived(indexOf(this.#snapshot));
  readonly #product = $derived(productsInQuestion(this.#snapshot));
  readonly #replaced = $derived(replacedUpdates(this.#snapshot?.updates ?? []));
  readonly counts = $derived(countStates(this.#snapshot?.states ?? null, this.#product));
  /** Required on some machine, not decided, and no newer one or other track makes the question idle. */
  readonly undecided = $derived.by(() => this.#undecided());
  readonly needing = $derived(
    (this.#snapshot?.machines ?? []).filter((m) => (this.counts.machine(m.id)?.Required ?? 0) > 0),
  );

  constructor(engine: Engine, now: () => number) {
    this.#engine = engine;
    this.#now = now;
  }

  get snapshot(): Snapshot | null {
    return this.#snapshot;
  }

  /** Message of the failure that kept the snapshot from being read, or null. */
  get failure(): string | null {
    return this.#failure;
  }

  get voided(): ReadonlySet<string> {
    return this.#index.voided;
  }

  get notServiced(): ReadonlySet<string> {
    return this.#index.notServiced;
  }

  /** Machines that may be this one under another name. */
  sameInstallation(machine: string): readonly Machine[] {
    const ids = this.#index.sameInstallation.get(machine) ?? [];
    return ids.flatMap((id) => this.machine(id) ?? []);
  }

  /** Updates of the catalogs in use that the choices at import leave out. */
  get leftOut(): number {
    const editions = this.#snapshot?.catalogs.editions ?? [];
    return editions.reduce((sum, { current, scope }) => sum + (current ? (scope?.leftOut ?? 0) : 0), 0);
  }

  get empty(): boolean {
    const s = this.#snapshot;
    return s !== null && s.catalogs.editions.length === 0 && s.machines.length === 0;
  }

  /** Reads the snapshot again; of two readings at once the later one counts. */
  async reload(): Promise<void> {
    const reading = ++this.#reading;
    try {
      const next = await this.#engine.snapshot();
      // Taking the snapshot over and drawing it are two tasks: each stays short.
      await new Promise((task) => setTimeout(task, 0));
      if (reading !== this.#reading) return;
      this.#failure = null;
      if (next.version !== this.#snapshot?.version) this.#snapshot = next;
    } catch (cause) {
      if (reading === this.#reading) this.#failure = cause instanceof Error ? cause.message : String(cause);
    }
  }

  update(id: string): Update | undefined {
    return this.#index.updates.get(id);
  }

  /** Ids of updates that are superseded by this one, though it may not name them. */
  replacedBy(id: string): readonly string[] {
    return this.#replaced.get(id) ?? [];
  }

  machine(id: string): Machine | undefined {
    return this.#index.machines.get(id);
  }

  decision(update: string): Authorization | undefined {
    return this.#index.decisions.get(update);
  }

  /** The newest update that supersedes this one and is Required wherever this one is, or null. */
  newerRequired(update: Update): Update | null {
    const states = this.#snapshot?.states;
    if (!states) return null;
    const above = supersedingIds(update).flatMap((id) => this.update(id) ?? []);
    const covering = above.filter((other) => this.#requiredWherever(states, update.id, other.id));
    return covering.sort((a, b) => (b.kbNumber ?? 0) - (a.kbNumber ?? 0))[0] ?? null;
  }

  /** Belongs to the track of earlier Windows that the site does not follow (msrc-cvrf, section 4, step 5). */
  isOtherTrack(update: Update): boolean {
    const other =
      this.#snapshot?.settings.track === 'security-only'
        ? ['Monthly Rollup']
        : ['Security Only', 'IE Cumulative'];
    return update.subTypes.length > 0 && update.subTypes.every((type) => other.includes(type));
  }

  /** Product an update's unknowns count to as one item, or null. */
  productInQuestion(update: string): string | null {
    return this.#product(update);
  }

  /** Decision as one word: `void` when the content changed since, `open` when there is none. */
  verdictOf(update: string): Verdict | 'open' | 'void' {
    if (this.voided.has(update)) return 'void';
    const decision = this.#index.decisions.get(update);
    if (!decision) return 'open';
    return decision.verdict === 'deferred' && isPast(decision.until, this.#now()) ? 'open' : decision.verdict;
  }

  /** Counts over all machines for one update, or undefined before a scan. */
  countsOfUpdate(id: string): StateCounts | undefined {
    return this.counts.update(id);
  }

  countsOfMachine(id: string): StateCounts | undefined {
    return this.counts.machine(id);
  }

  #requiredWherever(states: StatePlanes, update: string, other: string): boolean {
    const reader = readPlanes(states);
    const [own, newer] = [reader.indexOf(update), reader.indexOf(other)];
    if (own < 0 || newer < 0) return false;
    const covering = reader.having(newer, required);
    return reader.having(own, required).every((word, at) => (word & ~(covering[at] ?? 0)) === 0);
  }

  #undecided(): readonly Update[] {
    const states = this.#snapshot?.states ?? null;
    return (this.#snapshot?.updates ?? []).filter((update) => {
      const verdict = this.verdictOf(update.id);
      if (verdict !== 'open' && verdict !== 'void') return false;
      if ((this.counts.update(update.id)?.Required ?? 0) === 0) return false;
      return this.newerRequired(update) === null && !this.isOtherTrack(update) && states !== null;
    });
  }
}
