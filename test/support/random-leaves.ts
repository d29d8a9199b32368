import { scalarComparisons, stringComparisons } from '../../src/domain/index.ts';
import type { Leaf, MsiPatchMetadata, RegistryKeyPath, Rule } from '../../src/domain/index.ts';
import { pick, whole } from './seeded.ts';
import type { Random } from './seeded.ts';

/** Few names and values, so that leaves meet facts and machines answer all three ways. */
export const registryKeys = ['SOFTWARE\\A', 'SOFTWARE\\A\\B', 'SYSTEM\\C'] as const;
export const valueNames = ['', 'Level', 'Version'] as const;
export const numbers = [0, 1, 5, 7, 4_294_967_295] as const;
export const versions = ['0', '1.0', '1.0.0.0', '1.2.3.4', '5.10', '5.9', '10.0.4294967297.1'] as const;
export const texts = ['Acme', 'acme', 'Acme Widget', 'Widget'] as const;
export const files = ['C:\\x.dll', 'C:\\d\\y.exe'] as const;
export const times = ['2020-01-01T00:00:00Z', '2020-01-01T01:00:00+01:00', '2020-01-01T00:00:00.5Z'] as const;
export const products = ['{A-1}', '{A-2}'] as const;
export const patches = ['{F-1}', '{F-2}'] as const;
export const identities = [
  'Package_for_RollupFix~31bf3856ad364e35~amd64~~17763.1.1.1',
  'Package_for_KB1~31bf3856ad364e35~amd64~~10.0.1.0',
] as const;
export const names = ['alpha', 'beta'] as const;
export const kbs = [4_000_000, 4_010_001, 5_000_000] as const;
export const builds = ['10.0.17763', '10.0.19045', '6.1.7601'] as const;
export const query = "select * from Win32_X where Name = 'alpha'";

const comparison = (random: Random) => pick(random, scalarComparisons);
/** Families of SQL Server and of others order their versions in other ways. */
export const declaredNames = [
  'Microsoft SQL Server 2019',
  'Microsoft Exchange Server 2019',
  'Alpha',
] as const;
const askedProduct = (random: Random) => ({
  product: pick(random, declaredNames),
  family: pick(random, ['SQL Server', 'Other', null]),
  blocker: 'product-presence' as const,
});
const maybe = <T>(random: Random, value: T): T | null => (random() < 0.5 ? null : value);

function keyPath(random: Random): RegistryKeyPath {
  return { root: 'machine', view: pick(random, ['native', 'wow32']), key: pick(random, registryKeys) };
}

const valuePath = (random: Random) => ({ ...keyPath(random), value: pick(random, valueNames) });

const filePath = (random: Random) => {
  if (random() < 0.8) return { base: { from: 'absolute' } as const, path: pick(random, files) };
  const value = { root: 'machine', view: 'native', key: 'SOFTWARE\\A', value: 'Version' } as const;
  return { base: { from: 'registry', value } as const, path: 'x.dll' };
};

const bounds = (random: Random) => ({
  versionMin: maybe(random, pick(random, versions)),
  versionMax: maybe(random, pick(random, versions)),
  excludeMin: random() < 0.5,
  excludeMax: random() < 0.5,
  language: maybe(random, 1033),
});

const metadata = (random: Random): MsiPatchMetadata => ({
  patch: pick(random, patches),
  fallback: [],
  products: [pick(random, products)],
  targets: [
    {
      productCode: maybe(random, pick(random, products)),
      version: maybe(random, { comparison: 'Equal', filter: 'MajorMinor', version: '1.0' } as const),
      language: maybe(random, 1033),
    },
  ],
  obsoleted: random() < 0.5 ? [] : [pick(random, patches)],
  sequence: [],
});

const application = (random: Random) => ({
  product: pick(random, products),
  version: maybe(random, pick(random, versions)),
  recache: pick(random, ['Never', 'LowerVersion', 'AnyVersion'] as const),
});

const parts = (random: Random) => ({
  parts: [...names].slice(0, 1 + whole(random, 2)),
  products: [...products].slice(0, 1 + whole(random, 2)),
  allParts: random() < 0.5,
  allProducts: random() < 0.5,
});

type FieldsOf<L, K> = L extends { readonly kind: infer Kinds }
  ? K extends Kinds
    ? Omit<L, 'kind'>
    : never
  : never;
type Maker<K extends Leaf['kind']> = (random: Random) => FieldsOf<Leaf, K>;

/** One maker a kind: a kind without one does not compile. */
const makers: { readonly [K in Leaf['kind']]: Maker<K> } = {
  'os-build': (random) => ({ builds: [pick(random, builds), '10.0.99999'] }),
  'os-build-known': () => ({}),
  'os-service-pack': (random) => ({ servicePack: whole(random, 3) }),
  'os-role': (random) => ({ role: pick(random, ['client', 'server']) }),
  'os-architecture': (random) => ({ architecture: pick(random, ['x86', 'x64']) }),
  'os-installation': (random) => ({ installation: pick(random, ['full', 'core']) }),
  ubr: (random) => ({ comparison: pick(random, ['>=', '=']), value: pick(random, numbers) }),
  hotfix: (random) => ({ kb: pick(random, kbs) }),
  'hotfixes-below': (random) => ({ kb: pick(random, kbs) }),
  product: (random) => askedProduct(random),
  'product-version': (random) => ({
    ...askedProduct(random),
    version: `15.${String(whole(random, 2))}.${pick(random, ['2000', '2155', '4430'])}.${String(whole(random, 3))}`,
  }),
  'not-understood': (random) => ({ name: pick(random, names) }),
  'reg-key-exists': (random) => ({ path: keyPath(random) }),
  'reg-value-exists': (random) => ({ path: valuePath(random), type: maybe(random, 'REG_DWORD' as const) }),
  'reg-dword': (random) => ({
    path: valuePath(random),
    comparison: comparison(random),
    data: pick(random, [...numbers, 1.5]),
  }),
  'reg-text': (random) => ({
    path: valuePath(random),
    type: pick(random, ['REG_SZ', 'REG_EXPAND_SZ']),
    comparison: pick(random, stringComparisons),
    data: pick(random, texts),
  }),
  'reg-version': (random) => ({
    path: valuePath(random),
    comparison: comparison(random),
    data: pick(random, [...versions, 'none']),
  }),
  'reg-equals': (random) => ({ path: valuePath(random), data: pick(random, [...texts, '5']) }),
  'reg-key-loop': (random) => ({
    path: { root: 'machine', view: 'native', key: 'SOFTWARE\\A' },
    trueIf: pick(random, ['Any', 'All', 'None']),
    of: {
      op: 'leaf',
      leaf: {
        kind: 'reg-dword',
        path: { root: 'loop', view: 'native', key: '', value: 'Level' },
        comparison: comparison(random),
        data: pick(random, numbers),
      },
    } satisfies Rule,
  }),
  'file-exists': (random) => ({
    path: filePath(random),
    version: maybe(random, pick(random, versions)),
    created: maybe(random, pick(random, times)),
    modified: null,
    size: maybe(random, pick(random, numbers)),
    language: null,
  }),
  'file-version': (random) => ({
    path: filePath(random),
    comparison: comparison(random),
    version: pick(random, versions),
  }),
  'file-time': (random) => ({
    path: filePath(random),
    which: pick(random, ['created', 'modified']),
    comparison: comparison(random),
    time: pick(random, times),
  }),
  'file-size': (random) => ({
    path: filePath(random),
    comparison: comparison(random),
    size: pick(random, numbers),
  }),
  'file-checksum': (random) => ({ path: filePath(random), checksum: pick(random, ['1', '2']) }),
  'windows-version': (random) => ({
    comparison: comparison(random),
    major: maybe(random, 10),
    minor: maybe(random, 0),
    build: maybe(random, 17763),
    servicePackMajor: maybe(random, 1),
    servicePackMinor: null,
    suiteMask: maybe(random, 256),
    allSuites: random() < 0.5,
    productType: maybe(random, pick(random, [1, 3])),
  }),
  platform: (random) => ({ platform: 1 + whole(random, 2) }),
  'windows-language': (random) => ({ language: pick(random, ['en', 'de-DE']) }),
  'mui-installed': () => ({}),
  'mui-language-installed': (random) => ({ language: pick(random, ['en-US', 'de-DE']) }),
  'system-metric': (random) => ({
    index: 1 + whole(random, 2),
    comparison: comparison(random),
    value: pick(random, numbers),
  }),
  processor: (random) => ({
    architecture: maybe(random, pick(random, [0, 9])),
    level: maybe(random, 6),
    revision: null,
  }),
  'number-of-processors': (random) => ({ comparison: comparison(random), number: pick(random, numbers) }),
  'clustered-os': () => ({}),
  'cluster-resource-owner': (random) => ({ path: valuePath(random), prefix: '', suffix: '' }),
  'license-value-exists': (random) => ({ name: pick(random, names) }),
  'license-dword': (random) => ({
    name: pick(random, names),
    comparison: comparison(random),
    data: pick(random, numbers),
  }),
  'wmi-query': (random) => ({ namespace: 'root\\cimv2', query: pick(random, [query, 'select']) }),
  'update-installed': (random) => ({
    update: pick(random, names),
    why: pick(random, ['prerequisite-not-imported', 'rule-cycle']),
  }),
  'installed-once': (random) => ({ update: pick(random, names) }),
  'msi-product-installed': (random) => ({ product: pick(random, products), bounds: bounds(random) }),
  'msi-feature-installed': parts,
  'msi-component-installed': parts,
  'msi-patch-installed-for-product': (random) => ({
    patch: pick(random, patches),
    product: pick(random, products),
    bounds: bounds(random),
  }),
  'msi-patch-installed': (random) => ({ metadata: metadata(random) }),
  'msi-patch-superseded': (random) => ({ metadata: metadata(random) }),
  'msi-patch-installable': (random) => ({ metadata: metadata(random) }),
  'msi-application-installed': (random) => ({ metadata: application(random) }),
  'msi-application-superseded': (random) => ({ metadata: application(random) }),
  'msi-application-installable': (random) => ({ metadata: application(random) }),
  'cbs-package-installed': (random) => ({ identity: pick(random, identities) }),
  'cbs-package-installable': (random) => ({ identity: pick(random, identities) }),
  'product-release-installed': (random) => ({ name: pick(random, names), version: pick(random, versions) }),
  'product-release-version': (random) => ({
    name: pick(random, names),
    comparison: comparison(random),
    version: pick(random, versions),
  }),
  'device-attribute': (random) => ({
    name: pick(random, names),
    type: pick(random, ['String', 'Version']),
    comparison: comparison(random),
    value: pick(random, versions),
  }),
  'catalog-product': (random) => ({
    source: 'mssecure',
    product: pick(random, ['1', '2']),
    servicePacks: random() < 0.5 ? [] : ['3'],
  }),
  'os-number': (random) => ({
    name: pick(random, ['productType', 'ubr', 'suiteMask', 'processors', 'servicePackMajor']),
    comparison: comparison(random),
    value: pick(random, numbers),
  }),
};

export const leafKinds = Object.keys(makers) as Leaf['kind'][];

/** A leaf of a random kind, all kinds alike. */
export function randomLeaf(random: Random): Leaf {
  const kind = pick(random, leafKinds);
  return { kind, ...(makers[kind] as (from: Random) => object)(random) } as Leaf;
}
