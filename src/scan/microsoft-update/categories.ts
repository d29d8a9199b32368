/** Names of categories from the catalog itself (wsusscn2, section 5). */
import { classificationNames } from '../../domain/index.ts';
import type { CatalogProduct } from '../../domain/index.ts';
import type { CurrentRevision } from './revisions.ts';

export interface CategoryNames {
  /** Title of the category; of a classification without text the page's name; else its id. */
  nameOf(id: string): string;
  /** One object a product and family, whichever update asks. */
  product(id: string, families: readonly string[]): CatalogProduct;
}

export function categoryNames(byId: ReadonlyMap<string, CurrentRevision>): CategoryNames {
  const products = new Map<string, CatalogProduct>();
  const nameOf = (id: string): string => {
    const title = byId.get(id)?.revision.title ?? '';
    return title !== '' ? title : (classificationNames[id] ?? id);
  };
  /** The family a product stands under in the tree, else the only one the update names. */
  const familyOf = (id: string, families: readonly string[]): string | null => {
    const above = byId
      .get(id)
      ?.revision.prerequisites.flatMap((clause) => (clause.isCategory ? clause.anyOf : []));
    const inTree = families.find((family) => above?.includes(family));
    return inTree ?? (families.length === 1 ? (families[0] ?? null) : null);
  };
  return {
    nameOf,
    product(id, families) {
      const family = familyOf(id, families);
      const key = `${id} ${family ?? ''}`;
      const known = products.get(key);
      if (known !== undefined) return known;
      const made = { id: `mu:${id}`, name: nameOf(id), family: family === null ? null : nameOf(family) };
      products.set(key, made);
      return made;
    },
  };
}
