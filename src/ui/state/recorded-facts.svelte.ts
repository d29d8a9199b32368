import type { RecordedFact, Rejection } from '../../domain/index.ts';
import type { App } from './app.ts';
import { rejectionOf } from './failure.ts';

/** Recorded facts of one machine, asked from the engine when they are shown. */
export class RecordedFactList {
  readonly #app: App;
  #facts = $state.raw<readonly RecordedFact[] | null>(null);
  #failure = $state.raw<Rejection | null>(null);
  #asked = 0;

  constructor(app: App) {
    this.#app = app;
  }

  /** Null until the first answer is there. */
  get facts(): readonly RecordedFact[] | null {
    return this.#facts;
  }

  get failure(): Rejection | null {
    return this.#failure;
  }

  /** Asks anew; of two questions the later answer counts. */
  async load(machine: string): Promise<void> {
    const asked = ++this.#asked;
    try {
      const facts = await this.#app.engine.recordedFacts(machine);
      if (asked !== this.#asked) return;
      this.#facts = facts;
      this.#failure = null;
    } catch (cause) {
      if (asked === this.#asked) this.#failure = rejectionOf(cause);
    }
  }
}
