import type { Rejection } from '../../domain/index.ts';
import type { MachineInventory } from '../../tasks/engine.ts';
import type { App } from './app.ts';
import { rejectionOf } from './failure.ts';

/** Records and verdicts of one machine, asked from the engine when they are shown. */
export class MachineInventoryState {
  readonly #app: App;
  #inventory = $state.raw<MachineInventory | null>(null);
  #failure = $state.raw<Rejection | null>(null);
  #asked = 0;

  constructor(app: App) {
    this.#app = app;
  }

  /** Null until the first answer is there. */
  get inventory(): MachineInventory | null {
    return this.#inventory;
  }

  get failure(): Rejection | null {
    return this.#failure;
  }

  /** Asks anew; of two questions the later answer counts. */
  async load(machine: string): Promise<void> {
    const asked = ++this.#asked;
    try {
      const inventory = await this.#app.engine.machineInventory(machine);
      if (asked !== this.#asked) return;
      this.#inventory = inventory;
      this.#failure = null;
    } catch (cause) {
      if (asked === this.#asked) this.#failure = rejectionOf(cause);
    }
  }
}
