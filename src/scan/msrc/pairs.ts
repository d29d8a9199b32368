/**
 * (KB, product) pairs united over all imported documents (msrc-cvrf, section 2: one KB = one update,
 * supersedences united, the highest build kept, texts from the newest document).
 */
import {
  compareVersions,
  fourNumbers,
  parseProductName,
  revisionFamily,
  splitFixedBuild,
} from '../../domain/index.ts';
import type { MsrcDocument, CatalogProduct, ProductMeaning, WindowsProduct } from '../../domain/index.ts';
import { compareDocuments } from './months.ts';

export interface Product {
  readonly id: string;
  readonly name: string;
  readonly family: string | null;
  readonly meaning: ProductMeaning;
  /** The operating system, or the OS half of a component; null outside Windows. */
  readonly os: WindowsProduct | null;
}

export interface Pair {
  readonly kb: number;
  readonly product: Product;
  /** Document ids that hold this pair, oldest first. */
  readonly documents: readonly string[];
  /** As the newest document spells it. */
  readonly subType: string;
  /** Family of the product in the newest of these documents: the same product moves to ESU later. */
  readonly family: string | null;
  /** Highest revision (fourth number) inside the product's family, or null. */
  readonly revision: number | null;
  /** Builds of a product outside Windows whose one version tells what it has; one a branch, the highest. */
  readonly versions: readonly string[];
  /** FixedBuilds of other families: ignored with a warning. */
  readonly outsideBuilds: readonly string[];
  /** The newest document with such a build, or null. */
  readonly outsideIn: string | null;
}

/** Documents in month order, whatever order they were imported in. */
export function sortedDocuments(documents: readonly MsrcDocument[]): MsrcDocument[] {
  return [...documents].sort((a, b) => compareDocuments(a.id, b.id));
}

/** Every product of every product tree by id; name and family as in the newest document. */
export function productsOf(documents: readonly MsrcDocument[]): ReadonlyMap<string, Product> {
  const products = new Map<string, Product>();
  for (const document of documents) {
    for (const product of document.products) products.set(product.id, meaningOf(product));
  }
  return products;
}

function meaningOf(product: CatalogProduct): Product {
  const meaning = parseProductName(product.name);
  const os = meaning.kind === 'os' || meaning.kind === 'component' ? meaning.os : null;
  return { id: product.id, name: product.name, family: product.family, meaning, os };
}

/** All pairs, sorted by KB, then by product id (code units). */
export function pairsOf(
  documents: readonly MsrcDocument[],
  products: ReadonlyMap<string, Product>,
): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  for (const document of documents) {
    const families = new Map(document.products.map(({ id, family }) => [id, family]));
    for (const remediation of document.remediations) {
      const key = `${String(remediation.kb)}/${remediation.productId}`;
      const before = pairs.get(key);
      const product =
        products.get(remediation.productId) ??
        meaningOf({ id: remediation.productId, name: remediation.productId, family: null });
      const builds = splitBuilds(remediation.fixedBuilds, product.os);
      const revisions = [before?.revision ?? null, builds.revision].filter((x) => x !== null);
      pairs.set(key, {
        kb: remediation.kb,
        product,
        documents: before === undefined ? [document.id] : [...new Set([...before.documents, document.id])],
        subType: remediation.subType,
        family: families.get(remediation.productId) ?? null,
        revision: revisions.length === 0 ? null : Math.max(...revisions),
        versions: productVersions(product, [...(before?.versions ?? []), ...remediation.fixedBuilds]),
        outsideBuilds: [...new Set([...(before?.outsideBuilds ?? []), ...builds.outside])].sort(),
        outsideIn: builds.outside.length > 0 ? document.id : (before?.outsideIn ?? null),
      });
    }
  }
  return [...pairs.values()].sort(
    (a, b) => a.kb - b.kb || (a.product.id < b.product.id ? -1 : a.product.id > b.product.id ? 1 : 0),
  );
}

/** Section 4, step 2: a FixedBuild counts only inside the product's family. */
function splitBuilds(
  texts: readonly string[],
  os: WindowsProduct | null,
): { revision: number | null; outside: string[] } {
  if (os === null) return { revision: null, outside: [] };
  const family = os.builds.flatMap((build) => revisionFamily(build, os.role));
  let revision: number | null = null;
  const outside: string[] = [];
  for (const text of texts) {
    const split = splitFixedBuild(text);
    if (split === null) continue;
    if (!family.includes(split.build)) outside.push(text);
    else if (revision === null || split.revision > revision) revision = split.revision;
  }
  return { revision, outside };
}

/**
 * Of SQL Server and Exchange only: their updates raise one version of the product. FixedBuilds of Office,
 * SharePoint and Visual Studio are those of single files (one product has several in a month), and those of
 * .NET are numbered by the operating system.
 */
function productVersions({ meaning, name }: Product, texts: readonly string[]): readonly string[] {
  if (meaning.kind !== 'outside' || !/^microsoft (sql|exchange) server /i.test(name.trim())) return [];
  const highest = new Map<string, string>();
  for (const text of texts) {
    const numbers = fourNumbers(text);
    if (numbers === null) continue;
    const branch = numbers.slice(0, 3).join('.');
    const other = highest.get(branch);
    if (other === undefined || compareVersions(text.trim(), other) > 0) highest.set(branch, text.trim());
  }
  return [...highest.values()].sort(compareVersions);
}
