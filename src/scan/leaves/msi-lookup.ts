/** Windows Installer facts: products, patches, features, components (applicability rules, section 4). */
import { factOf } from '../../domain/fact-table.ts';
import type { FactSubject, MsiBounds, RecordedFact } from '../../domain/index.ts';
import { answered, combined, notCollected, notUnderstood } from './answer.ts';
import type { LeafAnswer, LeafContext } from './answer.ts';
import { orderOfVersions, parseVersion } from './compare.ts';

export function productFact(product: string, context: LeafContext): RecordedFact {
  return factOf(context.machine.facts, { kind: 'msi_product', product });
}

export interface ProductData {
  readonly version?: string;
  readonly language?: number;
}

export function productData(fact: RecordedFact): ProductData {
  return typeof fact.value === 'object' ? (fact.value as ProductData) : {};
}

/** Installed and within the bounds; bounds are inclusive unless excluded, an exclusion alone is nothing. */
export function productWithin(product: string, bounds: MsiBounds, context: LeafContext): LeafAnswer {
  const fact = productFact(product, context);
  if (fact.state === 'unavailable') return notCollected([fact.subject]);
  if (fact.state === 'absent') return answered(false, [fact]);
  const { version, language } = productData(fact);
  const parts: LeafAnswer[] = [answered(true, [fact])];
  if (bounds.versionMin !== null) {
    parts.push(
      bound(fact, version, bounds.versionMin, (order) => order > 0 || (order === 0 && !bounds.excludeMin)),
    );
  }
  if (bounds.versionMax !== null) {
    parts.push(
      bound(fact, version, bounds.versionMax, (order) => order < 0 || (order === 0 && !bounds.excludeMax)),
    );
  }
  if (bounds.language !== null) parts.push(languageIs(fact, language, bounds.language));
  return combined('and', parts);
}

function bound(
  fact: RecordedFact,
  version: string | undefined,
  limit: string,
  within: (order: number) => boolean,
): LeafAnswer {
  const wanted = parseVersion(limit);
  if (wanted === null) return notUnderstood('MSI version bound', [fact]);
  const found = version === undefined ? null : parseVersion(version);
  if (found === null) return notCollected([fact.subject], [fact]);
  return answered(within(orderOfVersions(found, wanted)), [fact]);
}

export function languageIs(fact: RecordedFact, found: number | undefined, wanted: number): LeafAnswer {
  if (found === undefined) return notCollected([fact.subject], [fact]);
  return answered(found === wanted, [fact]);
}

/** Patch, feature or component of a product; a product that is not there has none. */
export function partAnswer(
  kind: 'msi_patch' | 'msi_feature' | 'msi_component',
  product: string,
  part: string,
  context: LeafContext,
): LeafAnswer {
  const subject: FactSubject =
    kind === 'msi_patch'
      ? { kind, product, patch: part }
      : kind === 'msi_feature'
        ? { kind, product, feature: part }
        : { kind, product, component: part };
  const fact = factOf(context.machine.facts, subject);
  if (fact.state === 'absent') return answered(false, [fact]);
  if (fact.state === 'known') {
    const installed = isInstalled(fact);
    return installed === null ? notCollected([subject], [fact]) : answered(installed, [fact]);
  }
  const owner = productFact(product, context);
  return owner.state === 'absent' ? answered(false, [owner]) : notCollected([subject]);
}

/** INSTALLSTATE by number or by word; null where it is something else. */
function isInstalled(fact: RecordedFact): boolean | null {
  const value = fact.value;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'object') return true;
  const word = String(value).toLowerCase();
  // 3 local, 4 source, 5 default; 1 advertised, 2 absent.
  if (/^(3|4|5|local|source|default|installed|applied|true)$/.test(word)) return true;
  return /^(1|2|-1|advertised|absent|false)$/.test(word) ? false : null;
}
