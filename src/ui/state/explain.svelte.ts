import type { Explanation, Rejection } from '../../domain/index.ts';
import type { App } from './app.ts';
import { rejectionOf } from './failure.ts';

/** Which (machine, update) pair the panel explains: kept in the address as `why=machine|update`. */
export class Explain {
  readonly #app: App;
  readonly #pair = $derived.by(() => parse(this.#app.route.get('why')));
  #explanation = $state.raw<Explanation | null>(null);
  #failure = $state.raw<Rejection | null>(null);
  #loading = $state(false);
  #asked = 0;

  constructor(app: App) {
    this.#app = app;
  }

  get pair(): { readonly machine: string; readonly update: string } | null {
    return this.#pair;
  }

  get explanation(): Explanation | null {
    return this.#explanation;
  }

  get failure(): Rejection | null {
    return this.#failure;
  }

  get loading(): boolean {
    return this.#loading;
  }

  open(machine: string, update: string): void {
    this.#app.route.set({ why: `${machine}|${update}` });
  }

  close(): void {
    this.#app.route.set({ why: '' });
  }

  /** Asks the engine for the pair in the address; of two questions the later answer counts. */
  async load(): Promise<void> {
    const asked = ++this.#asked;
    const pair = this.#pair;
    if (!pair) {
      this.#explanation = null;
      this.#loading = false;
      return;
    }
    this.#loading = true;
    try {
      const found = await this.#app.engine.explain(pair.machine, pair.update);
      if (asked !== this.#asked) return;
      this.#explanation = found;
      this.#failure = null;
    } catch (cause) {
      if (asked !== this.#asked) return;
      this.#explanation = null;
      this.#failure = rejectionOf(cause);
    }
    this.#loading = false;
  }
}

function parse(text: string): { machine: string; update: string } | null {
  const at = text.indexOf('|');
  return at < 0 ? null : { machine: text.slice(0, at), update: text.slice(at + 1) };
}
