import type { CatalogWarning } from '../../domain/index.ts';

/** Different names and faults that are told apart; more of them are counted together. */
const maxDifferent = 1000;

/** How often each rule element occurs in a document, and which ones are not understood. */
export class RuleTally {
  readonly #elements = new Map<string, number>();
  readonly #faults = new Map<
    string,
    { readonly element: string; readonly fault: string; readonly first: string; count: number }
  >();

  count(name: string): void {
    const key = this.#elements.has(name) || this.#elements.size < maxDifferent ? name.slice(0, 60) : '…';
    this.#elements.set(key, (this.#elements.get(key) ?? 0) + 1);
  }

  fault(element: string, fault: string, update: string): void {
    const key = `${element}: ${fault}`;
    const known = this.#faults.get(key);
    if (known !== undefined) known.count += 1;
    else if (this.#faults.size < maxDifferent) {
      this.#faults.set(key, { element, fault, first: update, count: 1 });
    }
  }

  /** Counts by local name, in code unit order of the names. */
  elements(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#elements].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** One warning for each different fault. */
  warnings(): readonly CatalogWarning[] {
    return [...this.#faults.keys()].sort().flatMap((key) => {
      const details = this.#faults.get(key);
      return details === undefined ? [] : [{ code: 'rule-not-understood' as const, details: { ...details } }];
    });
  }
}
