import { updatesWithin } from '../../domain/index.ts';
import type { MuScope, ScopeChoices } from '../../domain/index.ts';

/** The three lists of a choice. */
export const scopeLists = ['products', 'classifications', 'languages'] as const;
export type ScopeList = (typeof scopeLists)[number];

/**
 * What is ticked of a catalog. All products are `null`, not a list: next month's new ones are among them. What was
 * ticked before and is not in this edition stays ticked for the one that has it.
 */
export class ScopeSelection {
  #choices = $state.raw<ScopeChoices>({} as ScopeChoices);
  #scope = $state.raw<MuScope>({} as MuScope);
  /** What was ticked when the question came. */
  readonly began: MuScope;
  readonly updates = $derived.by(() => updatesWithin(this.#choices, this.#scope));

  constructor(choices: ScopeChoices, scope: MuScope) {
    this.#choices = choices;
    this.#scope = scope;
    this.began = scope;
  }

  get choices(): ScopeChoices {
    return this.#choices;
  }

  /** The same edition, with names that were read meanwhile. */
  set choices(choices: ScopeChoices) {
    this.#choices = choices;
  }

  /** Languages in the order of the catalog, English first: the first one gives the titles. */
  get scope(): MuScope {
    return this.#scope;
  }

  has(list: ScopeList, id: string): boolean {
    const chosen = this.#scope[list];
    return chosen === null || chosen.includes(id);
  }

  chosen(list: ScopeList): number {
    return this.#choices[list].filter(({ id }) => this.has(list, id)).length;
  }

  /** The list that has nothing ticked, or null: without it nothing can be imported. */
  get empty(): ScopeList | null {
    return scopeLists.find((list) => this.chosen(list) === 0) ?? null;
  }

  /** Ticked before, and not in this edition. */
  get absent(): number {
    return scopeLists.reduce((sum, list) => {
      const there = new Set(this.#choices[list].map(({ id }) => id));
      return sum + (this.#scope[list] ?? []).filter((id) => !there.has(id)).length;
    }, 0);
  }

  set(list: ScopeList, ids: readonly string[], on: boolean): void {
    const all = this.#choices[list].map(({ id }) => id);
    const ticked = new Set(this.#scope[list] ?? all);
    for (const id of ids) {
      if (on) ticked.add(id);
      else ticked.delete(id);
    }
    const whole = list !== 'languages' && all.every((id) => ticked.has(id));
    this.#scope = { ...this.#scope, [list]: whole ? null : [...ticked] };
  }
}
