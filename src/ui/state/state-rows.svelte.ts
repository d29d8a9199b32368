import type { Rejection, StateRow } from '../../domain/index.ts';
import type { App } from './app.ts';
import { rejectionOf } from './failure.ts';

/** States with their reasons for one machine or one update, asked from the engine when they are needed. */
export class StateRows {
  readonly #app: App;
  #rows = $state.raw<readonly StateRow[] | null>(null);
  #failure = $state.raw<Rejection | null>(null);
  #asked = 0;

  constructor(app: App) {
    this.#app = app;
  }

  /** Null until the first answer is there. */
  get rows(): readonly StateRow[] | null {
    return this.#rows;
  }

  get failure(): Rejection | null {
    return this.#failure;
  }

  /** Asks anew; of two questions the later answer counts. Nothing is asked before a scan. */
  async load(query: { readonly machine?: string; readonly update?: string }): Promise<void> {
    const asked = ++this.#asked;
    if (!this.#app.workspace.snapshot?.states) return;
    try {
      const rows = await this.#app.engine.rows(query);
      if (asked !== this.#asked) return;
      this.#rows = rows;
      this.#failure = null;
    } catch (cause) {
      if (asked === this.#asked) this.#failure = rejectionOf(cause);
    }
  }
}
