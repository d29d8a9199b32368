/** Everything the clauses of one pair look at beside the pair itself. */
import type { CatalogDocument, Rule } from '../../domain/index.ts';
import { normalisedProductName } from '../../domain/index.ts';
import { servicedRule } from './applicable.ts';
import { edgesOf } from './edges.ts';
import type { Edges } from './edges.ts';
import { kindsOf } from './kinds.ts';
import type { Kinds, PairKind } from './kinds.ts';
import { monthOf } from './months.ts';
import { pairsOf, productsOf, sortedDocuments } from './pairs.ts';
import type { Pair, Product } from './pairs.ts';

export interface Context {
  /** Oldest first. */
  readonly documents: readonly CatalogDocument[];
  readonly products: ReadonlyMap<string, Product>;
  readonly pairs: readonly Pair[];
  readonly edges: Edges;
  readonly kinds: Kinds;
  readonly importedMonths: ReadonlySet<number>;
  /** True where an imported document names the machine's OS level. */
  readonly serviced: Rule;
  /** Pairs of one product and kind. */
  peers(productId: string, kind: PairKind): readonly Pair[];
  /** Product id of an OS name, or null. */
  productNamed(name: string): string | null;
}

export function contextOf(imported: readonly CatalogDocument[]): Context {
  const documents = sortedDocuments(imported);
  const products = productsOf(documents);
  const pairs = pairsOf(documents, products);
  const kinds = kindsOf(pairs);
  const peers = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const key = `${pair.product.id}/${kinds.of(pair)}`;
    const group = peers.get(key);
    if (group === undefined) peers.set(key, [pair]);
    else group.push(pair);
  }
  const ids = new Map<string, string>();
  for (const product of products.values()) ids.set(normalisedProductName(product.name), product.id);
  return {
    documents,
    products,
    pairs,
    edges: edgesOf(documents),
    kinds,
    importedMonths: new Set(documents.map(({ id }) => monthOf(id)).filter((month) => month !== null)),
    serviced: servicedRule(products.values()),
    peers: (productId, kind) => peers.get(`${productId}/${kind}`) ?? [],
    productNamed: (name) => ids.get(normalisedProductName(name)) ?? null,
  };
}
