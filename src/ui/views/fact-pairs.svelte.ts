import type { StateRow } from '../../domain/index.ts';
import type { App } from '../state/app.ts';

/** The Unknown states that wait for one fact: looked for machine by machine, so that nothing waits. */
export class FactPairs {
  readonly #app: App;
  #rows = $state.raw<readonly StateRow[]>([]);
  #done = $state(0);
  #all = $state(0);
  #asked = 0;

  constructor(app: App) {
    this.#app = app;
  }

  get rows(): readonly StateRow[] {
    return this.#rows;
  }
  get done(): number {
    return this.#done;
  }
  /** Machines to look through. */
  get all(): number {
    return this.#all;
  }

  /** @param most states after which nothing more is looked for */
  async load(kind: string, subject: string, most: number): Promise<void> {
    const asked = ++this.#asked;
    const machines = this.#lacking(kind, subject);
    this.#rows = [];
    this.#done = 0;
    this.#all = machines.length;
    for (const machine of machines) {
      const rows = await this.#app.engine.rows({ machine }).catch(() => []);
      if (asked !== this.#asked) return;
      const waiting = rows.filter((row) =>
        row.blockers.some((blocker) => blocker.kind === kind && blocker.subject === subject),
      );
      if (waiting.length > 0) this.#rows = [...this.#rows, ...waiting].slice(0, most);
      this.#done += 1;
      if (this.#rows.length >= most) break;
    }
    this.#done = this.#all;
  }

  stop(): void {
    this.#asked += 1;
  }

  /** Machines that lack the fact, as the list of missing facts has them. */
  #lacking(kind: string, subject: string): readonly string[] {
    const { snapshot } = this.#app.workspace;
    const fact = snapshot?.missingFacts.find((each) => each.kind === kind && each.subject === subject);
    return [...(fact?.lacking ?? [])].flatMap((at) => snapshot?.machines[at]?.id ?? []);
  }
}
