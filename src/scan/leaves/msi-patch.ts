/** MsiPatchInstalled, MsiPatchInstallable, MsiPatchSuperseded with their metadata (applicability rules, section 4). */
import { factsOfKind, isComplete } from '../../domain/fact-table.ts';
import type { FactSubject, MsiPatchMetadata, MsiTarget, RecordedFact, RuleLeaf } from '../../domain/index.ts';
import { answered, combined, negated, notCollected, notUnderstood } from './answer.ts';
import type { LeafAnswer, LeafContext } from './answer.ts';
import { orderOfVersions, parseVersion, sameText } from './compare.ts';
import { languageIs, partAnswer, productData, productFact } from './msi-lookup.ts';

type PatchLeaf = Extract<
  RuleLeaf,
  { readonly kind: 'msi-patch-installed' | 'msi-patch-superseded' | 'msi-patch-installable' }
>;

export function answerOfPatch(leaf: PatchLeaf, context: LeafContext): LeafAnswer {
  const { metadata } = leaf;
  switch (leaf.kind) {
    case 'msi-patch-installed':
      if (metadata.products.length === 0) return notUnderstood('MsiPatchMetadata without TargetProductCode');
      return combined(
        'or',
        eachProduct(metadata.products, (product) => patchOn(metadata, product, context)),
      );
    case 'msi-patch-installable':
      return installable(metadata, context);
    case 'msi-patch-superseded':
      return superseded(metadata, context);
  }
}

function eachProduct(
  products: readonly string[],
  ask: (product: string) => LeafAnswer,
): readonly LeafAnswer[] {
  const answers: LeafAnswer[] = [];
  for (const product of products) answers.push(ask(product));
  return answers;
}

/** The patch, or one of those that stand in for it, is applied to the product. */
function patchOn(metadata: MsiPatchMetadata, product: string, context: LeafContext): LeafAnswer {
  const answers: LeafAnswer[] = [partAnswer('msi_patch', product, metadata.patch, context)];
  for (const patch of metadata.fallback) answers.push(partAnswer('msi_patch', product, patch, context));
  return combined('or', answers);
}

/** Some target matches an installed product in all it validates, and the patch is not on that product. */
function installable(metadata: MsiPatchMetadata, context: LeafContext): LeafAnswer {
  if (metadata.targets.length === 0) return notUnderstood('MsiPatchMetadata without TargetProduct');
  const answers: LeafAnswer[] = [];
  for (const target of metadata.targets) {
    for (const product of productsOf(metadata, target, context)) {
      answers.push(
        combined('and', [matches(target, product, context), negated(patchOn(metadata, product, context))]),
      );
    }
    if (listIsOpen(metadata, target, context)) answers.push(notCollected([wholeList]));
  }
  return answers.length === 0 ? answered(false, []) : combined('or', answers);
}

const wholeList: FactSubject = { kind: 'msi_product', product: '*' };

/** A target that does not test the product code may be any product the patch names, else any installed one. */
function productsOf(metadata: MsiPatchMetadata, target: MsiTarget, context: LeafContext): readonly string[] {
  if (target.productCode !== null) return [target.productCode];
  if (metadata.products.length > 0) return metadata.products;
  const products: string[] = [];
  for (const fact of factsOfKind(context.machine.facts, 'msi_product')) {
    if (fact.state === 'known' && fact.subject.kind === 'msi_product') products.push(fact.subject.product);
  }
  return products;
}

function listIsOpen(metadata: MsiPatchMetadata, target: MsiTarget, context: LeafContext): boolean {
  if (target.productCode !== null || metadata.products.length > 0) return false;
  const table = context.machine.facts;
  return table === undefined || !isComplete(table, 'msi');
}

function matches(target: MsiTarget, product: string, context: LeafContext): LeafAnswer {
  const fact = productFact(product, context);
  if (fact.state === 'unavailable') return notCollected([fact.subject]);
  if (fact.state === 'absent') return answered(false, [fact]);
  const parts: LeafAnswer[] = [answered(true, [fact])];
  const { version, language } = productData(fact);
  if (target.version !== null) parts.push(versionMatches(target.version, version, fact));
  if (target.language !== null) parts.push(languageIs(fact, language, target.language));
  if (target.upgradeCode !== undefined) parts.push(notUnderstood('MsiPatch UpgradeCode', [fact]));
  return combined('and', parts);
}

const filtered = { Major: 1, MajorMinor: 2, MajorMinorUpdate: 3, None: 4 } as const;

/** Equal looks at the parts the filter names; the orderings compare the whole version (section 4). */
function versionMatches(
  target: NonNullable<MsiTarget['version']>,
  version: string | undefined,
  fact: RecordedFact,
): LeafAnswer {
  if (target.comparison === 'None') return answered(true, [fact]);
  const wanted = parseVersion(target.version);
  if (wanted === null) return notUnderstood('MsiPatchMetadata TargetVersion', [fact]);
  const found = version === undefined ? null : parseVersion(version);
  if (found === null) return notCollected([fact.subject], [fact]);
  const order = orderOfVersions(found, wanted);
  switch (target.comparison) {
    case 'Equal':
      return answered(orderOfVersions(found, wanted, filtered[target.filter]) === 0, [fact]);
    case 'LessThan':
      return answered(order < 0, [fact]);
    case 'LessThanOrEqual':
      return answered(order <= 0, [fact]);
    case 'GreaterThanOrEqual':
      return answered(order >= 0, [fact]);
    case 'GreaterThan':
      return answered(order > 0, [fact]);
  }
}

/**
 * A later patch of the family may supersede this one, but which families an installed patch belongs to
 * no inventory says. So it is false where the products hold no patch at all, and unknown otherwise.
 */
function superseded(metadata: MsiPatchMetadata, context: LeafContext): LeafAnswer {
  if (metadata.products.length === 0) return notUnderstood('MsiPatchSuperseded');
  const table = context.machine.facts;
  const complete = table !== undefined && isComplete(table, 'msi_patches');
  const patched = patchedProducts(context);
  return combined(
    'or',
    eachProduct(metadata.products, (product) => {
      const fact = productFact(product, context);
      if (fact.state === 'absent') return answered(false, [fact]);
      for (const other of patched) if (sameText(other, product)) return notUnderstood('MsiPatchSuperseded');
      if (complete) return answered(false, fact.state === 'known' ? [fact] : []);
      return notCollected([{ kind: 'msi_patch', product, patch: '*' }]);
    }),
  );
}

function patchedProducts(context: LeafContext): readonly string[] {
  const products: string[] = [];
  for (const fact of factsOfKind(context.machine.facts, 'msi_patch')) {
    if (fact.state === 'known' && fact.subject.kind === 'msi_patch') products.push(fact.subject.product);
  }
  return products;
}
