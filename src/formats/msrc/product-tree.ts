import type { CatalogProduct, CatalogWarning } from '../../domain/index.ts';
import type { Attributes } from '../text/index.ts';
import type { ElementAction } from './path-tree.ts';

/** Branches nest vendor > family today; two more levels are read alike. */
const maxBranches = 4;

/**
 * The product list of a document: every product is listed twice, inside its family's branch and in a
 * flat list (msrc-cvrf, section 1), so both are folded on ProductID.
 */
export class ProductTree {
  readonly #products = new Map<string, { name: string; other: string | null; family: string | null }>();
  readonly #families: (string | null)[] = [];
  #current = '';
  elements = 0;

  /** `readId` checks and returns a product id or throws. */
  actions(readId: (attributes: Attributes) => string): Record<string, ElementAction> {
    const branch: ElementAction = {
      open: (attributes) => {
        const isFamily = attributes.get('Type') === 'Product Family';
        const name = isFamily ? (attributes.get('Name') ?? '').trim() : '';
        this.#families.push(name === '' ? (this.#families.at(-1) ?? null) : name);
      },
      close: () => this.#families.pop(),
    };
    const product: ElementAction = {
      open: (attributes) => {
        this.elements += 1;
        this.#current = readId(attributes);
      },
      close: (text) => this.#add(text.trim()),
    };
    const actions: Record<string, ElementAction> = {};
    let path = 'cvrf:cvrfdoc/prod:ProductTree';
    for (let level = 0; level <= maxBranches; level += 1) {
      actions[`${path}/prod:FullProductName`] = product;
      path += '/prod:Branch';
      if (level < maxBranches) actions[path] = branch;
    }
    return actions;
  }

  has(id: string): boolean {
    return this.#products.has(id);
  }

  /** Products sorted by id, and those that are named twice and not alike. */
  finish(document: string): { readonly products: CatalogProduct[]; readonly warnings: CatalogWarning[] } {
    const sorted = [...this.#products].sort(([a], [b]) => (a < b ? -1 : 1));
    const products = sorted.map(([id, { name, family }]) => ({ id, name, family }));
    const warnings = sorted.flatMap(([product, { name, other }]): CatalogWarning[] => {
      if (other === null) return [];
      const details = { document, product, field: 'FullProductName', kept: name, other };
      return [{ code: 'content-differs', details }];
    });
    return { products, warnings };
  }

  #add(name: string): void {
    const family = this.#families.at(-1) ?? null;
    const known = this.#products.get(this.#current);
    if (!known) {
      this.#products.set(this.#current, { name, other: null, family });
      return;
    }
    known.family ??= family;
    if (name === known.name || name === '') return;
    const kept = known.name === '' || name < known.name ? name : known.name;
    known.other = known.name === '' ? null : kept === name ? known.name : name;
    known.name = kept;
  }
}
