import type { Declaration } from '../../domain/index.ts';

/** What the dialog begins with. */
export interface DeclareWish {
  readonly products: readonly string[];
  /** Ids of the machines the question came from; empty: all. */
  readonly machines: readonly string[];
  /** The declaration that is renewed or changed. */
  readonly before?: Declaration;
}

/** Opens the one dialog in which a product is declared, from wherever its absence of facts is shown. */
export class Declaring {
  #wish = $state.raw<DeclareWish | null>(null);

  get wish(): DeclareWish | null {
    return this.#wish;
  }

  open(wish: DeclareWish): void {
    this.#wish = wish;
  }

  close(): void {
    this.#wish = null;
  }
}
