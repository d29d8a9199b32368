import type { CatalogWarning } from '../../domain/index.ts';

/** Different remarks that are told apart. */
const maxDifferent = 1000;

/**
 * Where a file differs from the schema and is read all the same (sdp, section 5.4): each difference
 * once, with how often it occurs and where first.
 */
export class SchemaNotes {
  readonly #notes = new Map<
    string,
    { readonly field: string; readonly value: string; readonly first: string; count: number }
  >();

  /** @param field `InstallProperties/Impact` */
  add(field: string, value: string, packageId: string): void {
    const short = value.slice(0, 60);
    const key = JSON.stringify([field, short]);
    const known = this.#notes.get(key);
    if (known !== undefined) known.count += 1;
    else if (this.#notes.size < maxDifferent) {
      this.#notes.set(key, { field, value: short, first: packageId, count: 1 });
    }
  }

  warnings(): readonly CatalogWarning[] {
    return [...this.#notes]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, details]) => ({ code: 'value-not-in-schema', details: { ...details } }));
  }
}
