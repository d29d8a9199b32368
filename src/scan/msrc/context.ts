/** Everything the clauses of one pair look at beside the pair itself. */
import type { MsrcDocument, Clause, Rule } from '../../domain/index.ts';
import { monthOf, normalisedProductName } from '../../domain/index.ts';
import { applicableClauses, matchRule, servicedRule } from './applicable.ts';
import { edgesOf } from './edges.ts';
import type { Edges } from './edges.ts';
import { kindsOf } from './kinds.ts';
import type { Kinds, PairKind } from './kinds.ts';
import { pairsOf, productsOf, sortedDocuments } from './pairs.ts';
import type { Pair, Product } from './pairs.ts';
import { neighboursOf, newestFirst } from './ranking.ts';
import type { Neighbours } from './ranking.ts';
import { never } from '../rules.ts';

export interface Context {
  /** Oldest first. */
  readonly documents: readonly MsrcDocument[];
  readonly products: ReadonlyMap<string, Product>;
  readonly pairs: readonly Pair[];
  readonly edges: Edges;
  readonly kinds: Kinds;
  readonly importedMonths: ReadonlySet<number>;
  /** True where an imported document names the machine's OS level. */
  readonly serviced: Rule;
  /** Pairs of one product and kind, newest first. */
  peers(productId: string, kind: PairKind): readonly Pair[];
  /** Where the other pairs of the same product and kind rank, seen from this one. */
  ranked(pair: Pair): Neighbours;
  /** Step 0 for a product: the same clauses for all its pairs. */
  guards(product: Product): readonly Clause[];
  /** Product id of an OS name, or null. */
  productNamed(name: string): string | null;
}

export function contextOf(imported: readonly MsrcDocument[]): Context {
  const documents = sortedDocuments(imported);
  const products = productsOf(documents);
  const pairs = pairsOf(documents, products);
  const kinds = kindsOf(pairs);
  const peers = new Map<string, Pair[]>();
  for (const pair of newestFirst(pairs)) {
    const key = `${pair.product.id}/${kinds.of(pair)}`;
    const group = peers.get(key);
    if (group === undefined) peers.set(key, [pair]);
    else group.push(pair);
  }
  const ids = new Map<string, string>();
  for (const product of products.values()) ids.set(normalisedProductName(product.name), product.id);
  const serviced = servicedRule(products.values());
  const guards = new Map<string, readonly Clause[]>();
  for (const { id, os } of products.values()) {
    guards.set(id, applicableClauses(serviced, os === null ? never : matchRule(os)));
  }
  const edges = edgesOf(documents);
  const peersOf = (productId: string, kind: PairKind) => peers.get(`${productId}/${kind}`) ?? [];
  const ranks = new Map<Pair, Neighbours>();
  return {
    documents,
    products,
    pairs,
    edges,
    kinds,
    importedMonths: new Set(documents.map(({ id }) => monthOf(id)).filter((month) => month !== null)),
    serviced,
    guards: ({ id }) => guards.get(id) ?? [],
    peers: peersOf,
    ranked(pair) {
      const known = ranks.get(pair);
      if (known !== undefined) return known;
      const ranked = neighboursOf(pair, peersOf(pair.product.id, kinds.of(pair)), edges);
      ranks.set(pair, ranked);
      return ranked;
    },
    productNamed: (name) => ids.get(normalisedProductName(name)) ?? null,
  };
}
