/** The products that a site can declare, as the rules ask for them (msrc-cvrf, section 3). */
import { normalisedProductName } from '../../domain/index.ts';
import type { AskedProduct, ProductsByKb } from '../../domain/index.ts';
import type { Context } from './context.ts';
import type { Product } from './pairs.ts';

export interface DeclarableProduct extends AskedProduct {
  /** A declared version settles some of its updates. */
  readonly versioned: boolean;
}

export interface DeclarableProducts {
  /** By name; one name in two families is two products. */
  readonly products: readonly DeclarableProduct[];
  /** KBs that are for such products alone: in a machine's list they prove that one of them is there. */
  readonly byKb: ProductsByKb;
}

export function declarableProducts(context: Context): DeclarableProducts {
  const products = new Map<string, DeclarableProduct>();
  const byKb = new Map<number, AskedProduct[] | null>();
  const add = (product: AskedProduct, versioned: boolean): AskedProduct => {
    const key = `${normalisedProductName(product.name)}\n${product.family ?? ''}`;
    const known = products.get(key);
    const made = { ...product, versioned: versioned || known?.versioned === true };
    products.set(key, made);
    return made;
  };
  for (const { kb, product, versions } of context.pairs) {
    const asked = askedOf(product);
    const others = byKb.get(kb);
    if (asked === null) byKb.set(kb, null);
    else {
      const made = add(asked, versions.length > 0);
      if (others !== null && !others?.some((other) => isSame(other, made))) {
        byKb.set(kb, [...(others ?? []), made]);
      }
    }
  }
  for (const { clickToRun } of context.documents) {
    for (const { productId } of clickToRun) {
      const product = context.products.get(productId);
      const name = (product?.name ?? productId).trim().replace(/\s+/g, ' ');
      add({ name, family: product?.family ?? null }, false);
    }
  }
  return {
    products: [...products.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
    byKb: new Map([...byKb].flatMap(([kb, asked]) => (asked === null ? [] : [[kb, asked] as const]))),
  };
}

/** As leaves name it; null for operating systems and names that are not understood. */
function askedOf({ meaning, family }: Product): AskedProduct | null {
  if (meaning.kind === 'outside') return { name: meaning.name, family };
  return meaning.kind === 'component' ? { name: meaning.component, family } : null;
}

function isSame(a: AskedProduct, b: AskedProduct): boolean {
  return a.family === b.family && normalisedProductName(a.name) === normalisedProductName(b.name);
}
