/** ClusteredOS, ClusterResourceOwner, License…, InstalledOnce, and MSSecure's products (section 3; MSSecure R2). */
import { factOf } from '../../domain/fact-table.ts';
import type { RuleLeaf } from '../../domain/index.ts';
import { answered, notCollected, notUnderstood } from './answer.ts';
import type { LeafAnswer, LeafContext } from './answer.ts';
import { holds, isUint32, sameText } from './compare.ts';
import { osFact } from './os-facts.ts';
import { lookUpValue } from './registry.ts';

type Of<K extends RuleLeaf['kind']> = Extract<RuleLeaf, { readonly kind: K }>;

export function answerOfClustered(context: LeafContext): LeafAnswer {
  const fact = osFact(context.machine, 'clustered');
  if (fact.state === 'unavailable') return notCollected([fact.subject]);
  return answered(fact.state === 'known' && (fact.value === true || fact.value === 1), [fact]);
}

/** The resource is named by prefix, the value's text and suffix; one that cannot be opened is not owned. */
export function answerOfResourceOwner(leaf: Of<'cluster-resource-owner'>, context: LeafContext): LeafAnswer {
  const looked = lookUpValue(leaf.path, context);
  if ('answer' in looked) return looked.answer;
  const { fact, data } = looked;
  if (data === null) return answered(false, [fact]);
  if (typeof data.data !== 'string') return notUnderstood('ClusterResourceOwner of another type', [fact]);
  const name = `${leaf.prefix}${data.data}${leaf.suffix}`;
  const resource = factOf(context.machine.facts, { kind: 'cluster_resource', name });
  if (resource.state === 'unavailable') return notCollected([resource.subject], [fact]);
  const owner = resource.value;
  const owned =
    resource.state === 'known' &&
    (typeof owner === 'string' ? sameText(owner, context.machine.name) : owner === true);
  return answered(owned, [resource, fact]);
}

export function answerOfLicenceExists(leaf: Of<'license-value-exists'>, context: LeafContext): LeafAnswer {
  const fact = factOf(context.machine.facts, { kind: 'license_dword', name: leaf.name });
  if (fact.state === 'unavailable') return notCollected([fact.subject]);
  return answered(fact.state === 'known', [fact]);
}

/** A value that is not there is false. */
export function answerOfLicence(leaf: Of<'license-dword'>, context: LeafContext): LeafAnswer {
  if (!isUint32(leaf.data)) return notUnderstood('LicenseDword Data');
  const fact = factOf(context.machine.facts, { kind: 'license_dword', name: leaf.name });
  if (fact.state === 'absent') return answered(false, [fact]);
  if (fact.state === 'unavailable' || typeof fact.value !== 'number') return notCollected([fact.subject]);
  return answered(holds(leaf.comparison, fact.value - leaf.data), [fact]);
}

export function answerOfInstalledOnce(leaf: Of<'installed-once'>, context: LeafContext): LeafAnswer {
  const fact = factOf(context.machine.facts, { kind: 'installed_once', update: leaf.update });
  if (fact.state === 'unavailable') return notCollected([fact.subject]);
  return answered(fact.state === 'known' && fact.value !== false, [fact]);
}

/** MSSecure R2: the product is there at one of the service packs; none given is any. */
export function answerOfCatalogProduct(leaf: Of<'catalog-product'>, context: LeafContext): LeafAnswer {
  const { source, product } = leaf;
  const fact = factOf(context.machine.facts, { kind: 'catalog_product', source, product });
  if (fact.state === 'unavailable') return notCollected([fact.subject]);
  if (fact.state === 'absent') return answered(false, [fact]);
  if (leaf.servicePacks.length === 0) return answered(true, [fact]);
  const value = fact.value;
  if (typeof value !== 'object' || !('servicePack' in value)) return notCollected([fact.subject], [fact]);
  for (const pack of leaf.servicePacks) {
    if (sameText(pack, (value as { readonly servicePack: string }).servicePack))
      return answered(true, [fact]);
  }
  return answered(false, [fact]);
}
