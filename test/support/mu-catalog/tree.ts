/**
 * Categories and detectoids of a generated catalog. Names are our own; the ids of classifications and
 * architectures are the known ones (wsusscn2, section 5), for the rest of the program knows them.
 */
import { pick } from '../seeded.ts';
import { guidOf, randomOf } from './identity.ts';
import type { CatalogShape } from './shape.ts';

export type CategoryType = 'Company' | 'ProductFamily' | 'Product' | 'UpdateClassification';

export interface Category {
  readonly type: CategoryType;
  readonly id: string;
  readonly name: string;
  /** Id of the family of a product, of the company of a family. */
  readonly parent: string | null;
}

/** What kind of rules the updates of a product have. */
export type ProductStyle = 'release' | 'servicing' | 'installer' | 'files' | 'registry';
const styles: readonly ProductStyle[] = ['release', 'servicing', 'installer', 'files', 'registry'];

export interface Product extends Category {
  readonly index: number;
  readonly family: string;
  readonly style: ProductStyle;
}

export const company = '56309036-4c77-4dd9-951a-99ee9c246a94';

export const classifications: readonly (readonly [string, string])[] = [
  ['0fa1201d-4330-4fa8-8ae9-b877473b6441', 'Security Updates'],
  ['e6cf1350-c01b-414d-a61f-263d14d133b4', 'Critical Updates'],
  ['28bc880e-0592-4cbf-8f95-c79b17911d5f', 'Update Rollups'],
  ['68c5b0a3-d1a6-4553-ae49-01d3a7827828', 'Service Packs'],
  ['cd5ffd1e-e932-4e3a-bf74-18bf0b1bbd83', 'Updates'],
  ['b54e7d24-7add-428f-8b75-90a396fa584f', 'Feature Packs'],
  ['b4832bd8-e735-4761-8daf-37f882276dab', 'Tools'],
  ['434de588-ed14-48f5-8eed-a15e09a991f6', 'Connectors'],
  ['9511d615-35b2-47bb-927f-f73d8e9260bb', 'Guidance'],
];

/** Detectoids of the five architectures by their number in `Processor`. */
export const architectures: readonly (readonly [string, number, string])[] = [
  ['59653007-e2e9-4f71-8525-2ff588527978', 9, 'amd64'],
  ['3e0afb10-a9fb-4c16-a60e-5790c3803437', 0, 'x86'],
  ['6f4f15f9-589c-406b-8a4d-48ce3f715a96', 12, 'arm64'],
  ['aabd43ad-a183-4f0b-8eee-8dbbcd67687f', 6, 'ia64'],
  ['7af068bd-e532-41bd-8a11-a4099504e4a9', 5, 'arm'],
];

const makers = ['Harbour', 'Lantern', 'Meridian', 'Quarry', 'Sextant', 'Tideway', 'Willow', 'Zenith'];
const things = ['Desk', 'Ledger', 'Mail', 'Portal', 'Registry', 'Server', 'Studio', 'Vault', 'Workplace'];

export interface CategoryTree {
  readonly categories: readonly Category[];
  readonly products: readonly Product[];
}

export function categoryTree({ seed, families, products }: CatalogShape): CategoryTree {
  const root: Category = { type: 'Company', id: company, name: 'Northgate Software', parent: null };
  const familyList = Array.from({ length: families }, (_, index): Category => {
    const random = randomOf(seed, `family ${String(index)}`);
    const name = `${pick(random, makers)} ${pick(random, things)} ${String(index + 1)}`;
    return { type: 'ProductFamily', id: guidOf(seed, `family ${String(index)}`), name, parent: company };
  });
  const productList = Array.from({ length: products }, (_, index): Product => {
    const family = familyList[index % families];
    if (!family) throw new RangeError('a catalog has a family at least');
    const id = guidOf(seed, `product ${String(index)}`);
    const name = `${family.name} release ${String(2003 + Math.floor(index / families))}`;
    const style = styles[index % styles.length] ?? 'registry';
    return { type: 'Product', id, name, parent: family.id, family: family.id, index, style };
  });
  const classes = classifications.map(([id, name]): Category => ({
    type: 'UpdateClassification',
    id,
    name,
    parent: null,
  }));
  return { categories: [root, ...familyList, ...productList, ...classes], products: productList };
}
