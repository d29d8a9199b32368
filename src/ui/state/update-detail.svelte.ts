import type { Rejection, UpdateDetail } from '../../domain/index.ts';
import type { App } from './app.ts';
import { rejectionOf } from './failure.ts';

/** Details of one Microsoft update, asked from the engine when its page shows them. */
export class UpdateDetailLoader {
  readonly #app: App;
  #detail = $state.raw<UpdateDetail | null>(null);
  #failure = $state.raw<Rejection | null>(null);
  #reading = $state(false);
  #asked = 0;

  constructor(app: App) {
    this.#app = app;
  }

  /** Null where no current edition has the update, and until the first answer is there. */
  get detail(): UpdateDetail | null {
    return this.#detail;
  }

  get failure(): Rejection | null {
    return this.#failure;
  }

  get reading(): boolean {
    return this.#reading;
  }

  /** Asks anew; of two questions the later answer counts. */
  async load(update: string): Promise<void> {
    const asked = ++this.#asked;
    this.#reading = true;
    try {
      const detail = await this.#app.engine.updateDetail(update);
      if (asked !== this.#asked) return;
      this.#detail = detail;
      this.#failure = null;
    } catch (cause) {
      if (asked === this.#asked) this.#failure = rejectionOf(cause);
    } finally {
      if (asked === this.#asked) this.#reading = false;
    }
  }
}
