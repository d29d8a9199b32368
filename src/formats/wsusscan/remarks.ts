import type { CatalogWarning } from '../../domain/index.ts';

const maxDifferent = 1000;

/** What is odd about a master list and read all the same: each remark once, with a count. */
export class RemarkCounter {
  readonly #values = new Map<string, { field: string; value: string; first: string; count: number }>();
  readonly #elements = new Map<string, number>();
  readonly #others: CatalogWarning[] = [];

  /** @param field `Update/@RevisionId` */
  value(field: string, value: string, first: string): void {
    const short = value.slice(0, 60);
    const key = JSON.stringify([field, short]);
    const known = this.#values.get(key);
    if (known !== undefined) known.count += 1;
    else if (this.#values.size < maxDifferent) {
      this.#values.set(key, { field, value: short, first: first.slice(0, 60), count: 1 });
    }
  }

  element(name: string): void {
    const key = this.#elements.has(name) || this.#elements.size < maxDifferent ? name.slice(0, 60) : '…';
    this.#elements.set(key, (this.#elements.get(key) ?? 0) + 1);
  }

  duplicate(updateId: string, other: number, kept: number): void {
    const [edition, keptEdition] = [`${updateId}@${String(other)}`, `${updateId}@${String(kept)}`];
    if (other === kept) this.#add('duplicate-id', { element: 'Update', id: edition });
    else this.#add('older-edition-not-used', { edition, kept: keptEdition });
  }

  sameRevisionId(id: number): void {
    this.#add('duplicate-id', { element: 'Update/@RevisionId', id });
  }

  warnings(): readonly CatalogWarning[] {
    const values = [...this.#values].sort(([a], [b]) => (a < b ? -1 : 1));
    const elements = [...this.#elements].sort(([a], [b]) => (a < b ? -1 : 1));
    return [
      ...this.#others,
      ...values.map(([, details]) => ({ code: 'value-not-in-schema' as const, details: { ...details } })),
      ...elements.map(([element, count]) => ({
        code: 'elements-not-known' as const,
        details: { element, count },
      })),
    ];
  }

  #add(code: CatalogWarning['code'], details: CatalogWarning['details']): void {
    if (this.#others.length < maxDifferent) this.#others.push({ code, details });
  }
}
