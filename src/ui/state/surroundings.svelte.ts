/** How this tab stands to the others, and to newer versions of the program. */
export interface AppSurroundings {
  /** Whether another tab writes and this one looks on (two-tab rule). */
  readonly looksOn: () => boolean;
  readonly takeOver: () => Promise<void>;
  /** Called when what is stored changed elsewhere, and when this tab began or ceased to write. */
  readonly onChanged: (listener: () => void) => unknown;
  /** Called when a newer version of the program waits; `apply` changes over and reloads the page. */
  readonly onUpdate: (listener: (apply: () => void) => void) => void;
}

/** The same, as pages watch it. */
export class Surroundings {
  #looksOn = $state(false);
  #update = $state.raw<(() => void) | null>(null);
  readonly #ports: AppSurroundings | undefined;

  constructor(ports: AppSurroundings | undefined, reload: () => Promise<void>) {
    this.#ports = ports;
    ports?.onChanged(() => {
      void reload();
      this.look();
    });
    ports?.onUpdate((apply) => (this.#update = apply));
  }

  get looksOn(): boolean {
    return this.#looksOn;
  }

  /** Changes over to the newer version, or null while none waits. */
  get update(): (() => void) | null {
    return this.#update;
  }

  /** Asks again which part this tab plays: known once the first snapshot was read. */
  look(): void {
    this.#looksOn = this.#ports?.looksOn() ?? false;
  }

  async takeOver(): Promise<void> {
    await this.#ports?.takeOver();
    this.look();
  }

  /** Puts the notice away until the program is opened again. */
  later(): void {
    this.#update = null;
  }
}
