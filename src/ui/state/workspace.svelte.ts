import type { Authorization, Machine, Update, Verdict } from '../../domain/index.ts';
import type { Engine, Snapshot } from '../../tasks/engine.ts';
import { countStates, type StateCounts } from './state-counts.ts';

/** The engine's snapshot and what pages derive from it. */
export class Workspace {
  readonly #engine: Engine;
  #snapshot = $state.raw<Snapshot | null>(null);
  #failure = $state.raw<string | null>(null);
  #reading = 0;

  readonly updates = $derived(new Map((this.#snapshot?.updates ?? []).map((u) => [u.id, u])));
  readonly machines = $derived(new Map((this.#snapshot?.machines ?? []).map((m) => [m.id, m])));
  readonly updateByKb = $derived(
    new Map((this.#snapshot?.updates ?? []).flatMap((u) => (u.kbNumber === null ? [] : [[u.kbNumber, u]]))),
  );
  readonly counts = $derived(countStates(this.#snapshot?.states ?? null));
  readonly decisions = $derived(new Map((this.#snapshot?.authorizations ?? []).map((a) => [a.update, a])));
  readonly voided = $derived(new Set(this.#snapshot?.voided ?? []));
  readonly notServiced = $derived(new Set(this.#snapshot?.notServiced ?? []));
  /** Required on some machine, and neither decided nor superseded by another required one. */
  readonly undecided = $derived.by(() => this.#undecided());
  readonly needing = $derived(
    (this.#snapshot?.machines ?? []).filter((m) => (this.counts.machine(m.id)?.Required ?? 0) > 0),
  );

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  get snapshot(): Snapshot | null {
    return this.#snapshot;
  }

  /** Message of the failure that kept the snapshot from being read, or null. */
  get failure(): string | null {
    return this.#failure;
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
      if (reading !== this.#reading) return;
      this.#failure = null;
      if (next.version !== this.#snapshot?.version) this.#snapshot = next;
    } catch (cause) {
      if (reading === this.#reading) this.#failure = cause instanceof Error ? cause.message : String(cause);
    }
  }

  update(id: string): Update | undefined {
    return this.updates.get(id);
  }

  machine(id: string): Machine | undefined {
    return this.machines.get(id);
  }

  decision(update: string): Authorization | undefined {
    return this.decisions.get(update);
  }

  /** Decision as one word: `void` when the content changed since, `open` when there is none. */
  verdictOf(update: string): Verdict | 'open' | 'void' {
    if (this.voided.has(update)) return 'void';
    return this.decisions.get(update)?.verdict ?? 'open';
  }

  /** Counts over all machines for one update, or undefined before a scan. */
  countsOfUpdate(id: string): StateCounts | undefined {
    return this.counts.update(id);
  }

  countsOfMachine(id: string): StateCounts | undefined {
    return this.counts.machine(id);
  }

  #undecided(): readonly Update[] {
    const required = (id: string) => (this.counts.update(id)?.Required ?? 0) > 0;
    return (this.#snapshot?.updates ?? []).filter(
      (u) => required(u.id) && (!this.decisions.has(u.id) || this.voided.has(u.id)),
    );
  }
}
