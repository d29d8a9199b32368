/** MSI rules (applicability rules, section 4). */
import type { RuleLeaf } from '../../domain/index.ts';
import { answered, combined, negated, notCollected, notUnderstood } from './answer.ts';
import type { LeafAnswer, LeafContext } from './answer.ts';
import { orderOfVersions, parseVersion } from './compare.ts';
import { partAnswer, productData, productFact, productWithin } from './msi-lookup.ts';

type Of<K extends RuleLeaf['kind']> = Extract<RuleLeaf, { readonly kind: K }>;

/** Any (all) of the parts for a product, then any (all) of the products. */
export function answerOfParts(
  leaf: Of<'msi-feature-installed' | 'msi-component-installed'>,
  context: LeafContext,
): LeafAnswer {
  const kind = leaf.kind === 'msi-feature-installed' ? 'msi_feature' : 'msi_component';
  if (leaf.parts.length === 0 || leaf.products.length === 0) {
    return notUnderstood(
      kind === 'msi_feature' ? 'MsiFeatureInstalledForProduct' : 'MsiComponentInstalledForProduct',
    );
  }
  const products: LeafAnswer[] = [];
  for (const product of leaf.products) {
    const parts: LeafAnswer[] = [];
    for (const part of leaf.parts) parts.push(partAnswer(kind, product, part, context));
    products.push(combined(leaf.allParts ? 'and' : 'or', parts));
  }
  return combined(leaf.allProducts ? 'and' : 'or', products);
}

export function answerOfPatchForProduct(
  leaf: Of<'msi-patch-installed-for-product'>,
  context: LeafContext,
): LeafAnswer {
  return combined('and', [
    productWithin(leaf.product, leaf.bounds, context),
    partAnswer('msi_patch', leaf.product, leaf.patch, context),
  ]);
}

/** Installed is the product installed; how it may be superseded (its Upgrade table) no catalog says. */
export function answerOfApplication(
  leaf: Of<'msi-application-installed' | 'msi-application-superseded' | 'msi-application-installable'>,
  context: LeafContext,
): LeafAnswer {
  if (leaf.kind === 'msi-application-superseded') return notUnderstood('MsiApplicationSuperseded');
  const { product, version, recache } = leaf.metadata;
  const fact = productFact(product, context);
  if (fact.state === 'unavailable') return notCollected([fact.subject]);
  const installed = answered(fact.state === 'known', [fact]);
  if (leaf.kind === 'msi-application-installed') return installed;
  if (fact.state === 'absent' || recache === 'Never') return negated(installed);
  if (recache === 'AnyVersion') return answered(true, [fact]);
  const wanted = version === null ? null : parseVersion(version);
  if (wanted === null) return notUnderstood('MsiApplicationMetadata Version', [fact]);
  const data = productData(fact);
  const found = data.version === undefined ? null : parseVersion(data.version);
  return found === null
    ? notCollected([fact.subject], [fact])
    : answered(orderOfVersions(found, wanted) < 0, [fact]);
}
