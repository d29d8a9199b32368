/** Random leaves of every kind of the rule language, over what the small worlds hold and do not hold. */
import fc from 'fast-check';
import { scalarComparisons, stringComparisons } from '../../src/domain/index.ts';
import type {
  FilePath,
  MsiBounds,
  RegistryKeyPath,
  RegistryValuePath,
  Rule,
  RuleLeaf,
} from '../../src/domain/index.ts';
import {
  worldFiles,
  worldKeys,
  worldPackages,
  worldPatches,
  worldProducts,
  worldValues,
} from './random-worlds.ts';

const scalar = fc.constantFrom(...scalarComparisons);
const maybe = <T>(values: readonly T[]): fc.Arbitrary<T | null> =>
  fc.constantFrom<(T | null)[]>(null, ...values);
const versions = ['1.0', '1.9.0.0', '1.10.0.0', '2.5.0.1', '10.0.26200.1000'] as const;

const roots = fc.constantFrom<RegistryKeyPath['root'][]>('machine', 'machine', 'machine', 'loop');
const views = fc.constantFrom<RegistryKeyPath['view'][]>('native', 'native', 'wow32');
const keys = fc
  .record({
    root: roots,
    view: views,
    key: fc.constantFrom(...worldKeys, 'software\\wow6432node\\A', 'B', ''),
  })
  .map((path): RegistryKeyPath => (path.root === 'loop' ? path : { ...path, key: path.key || 'SOFTWARE' }));
const values: fc.Arbitrary<RegistryValuePath> = fc
  .tuple(keys, fc.constantFrom(...worldValues))
  .map(([path, value]) => ({ ...path, value }));

const paths: fc.Arbitrary<FilePath> = fc
  .tuple(
    fc.oneof(
      fc.constant<FilePath['base']>({ from: 'csidl', csidl: 37 }),
      fc.constant<FilePath['base']>({ from: 'absolute' }),
      values.map((value): FilePath['base'] => ({ from: 'registry', value })),
    ),
    fc.constantFrom(...worldFiles),
  )
  .map(([base, name]) => ({
    base,
    path: base.from === 'absolute' ? `C:\\Windows\\System32\\${name}` : name,
  }));

const bounds: fc.Arbitrary<MsiBounds> = fc.record({
  versionMin: maybe(['1.0', '1.10.3.0']),
  versionMax: maybe(['1.10.3', '2.0']),
  excludeMin: fc.boolean(),
  excludeMax: fc.boolean(),
  language: maybe([1033]),
});
const products = fc.constantFrom(...worldProducts);
const metadata = fc.record({
  patch: fc.constantFrom(...worldPatches),
  fallback: fc.subarray(['{Q2}']),
  products: fc.subarray([...worldProducts]),
  targets: fc.array(
    fc.record({
      productCode: maybe([...worldProducts]),
      version: fc.option(
        fc.record({
          comparison: fc.constantFrom('LessThan' as const, 'Equal' as const, 'None' as const),
          filter: fc.constantFrom('Major' as const, 'MajorMinorUpdate' as const),
          version: fc.constantFrom('1.0', '1.10.3'),
        }),
      ),
      language: maybe([1033]),
    }),
    { maxLength: 2 },
  ),
  obsoleted: fc.constant([]),
  sequence: fc.constant([]),
});

const queries = [
  'select * from T',
  "select * from T where Product = '8053'",
  "select * from T where not Product = '8053'",
  "select * from T where DeviceID like '%VEN_8086%' or Product = '8102'",
  'select * from T where N >= 2 and Product is not null',
  "select * from Missing where A = '1'",
  'not a query',
] as const;

const kinds: { readonly [K in RuleLeaf['kind']]: fc.Arbitrary<Extract<RuleLeaf, { kind: K }>> | null } = {
  'reg-key-exists': fc.record({ kind: fc.constant('reg-key-exists'), path: keys }),
  'reg-value-exists': fc.record({
    kind: fc.constant('reg-value-exists'),
    path: values,
    type: maybe(['REG_SZ', 'REG_DWORD'] as const),
  }),
  'reg-dword': fc.record({
    kind: fc.constant('reg-dword'),
    path: values,
    comparison: scalar,
    data: fc.constantFrom(0, 1, 4_294_967_295, 4_294_967_296),
  }),
  'reg-text': fc.record({
    kind: fc.constant('reg-text'),
    path: values,
    type: fc.constantFrom('REG_SZ', 'REG_EXPAND_SZ'),
    comparison: fc.constantFrom(...stringComparisons),
    data: fc.constantFrom('Acme', 'ACME', '2', 'x'),
  }),
  'reg-version': fc.record({
    kind: fc.constant('reg-version'),
    path: values,
    comparison: scalar,
    data: fc.constantFrom(...versions),
  }),
  'reg-equals': fc.record({
    kind: fc.constant('reg-equals'),
    path: values,
    data: fc.constantFrom('1', ' acme '),
  }),
  // Made apart: it holds a rule.
  'reg-key-loop': null,
  'file-exists': fc.record({
    kind: fc.constant('file-exists'),
    path: paths,
    version: maybe(versions),
    created: fc.constant(null),
    modified: maybe(['2005-05-26T01:16:30']),
    size: maybe([1000]),
    language: fc.constant(null),
  }),
  'file-version': fc.record({
    kind: fc.constant('file-version'),
    path: paths,
    comparison: scalar,
    version: fc.constantFrom(...versions),
  }),
  'file-time': fc.record({
    kind: fc.constant('file-time'),
    path: paths,
    which: fc.constantFrom('created', 'modified'),
    comparison: scalar,
    time: fc.constantFrom('2005-05-26T01:16:30.1Z', 'x'),
  }),
  'file-size': fc.record({
    kind: fc.constant('file-size'),
    path: paths,
    comparison: scalar,
    size: fc.constantFrom(0, 999),
  }),
  'file-checksum': fc.record({
    kind: fc.constant('file-checksum'),
    path: paths,
    checksum: fc.constantFrom('42'),
  }),
  'windows-version': fc.record({
    kind: fc.constant('windows-version'),
    comparison: scalar,
    major: maybe([5, 6, 10]),
    minor: maybe([0, 1]),
    build: maybe([7601, 26100]),
    servicePackMajor: maybe([0, 1]),
    servicePackMinor: maybe([0]),
    suiteMask: maybe([256, 258]),
    allSuites: fc.boolean(),
    productType: maybe([1, 3]),
  }),
  platform: fc.record({ kind: fc.constant('platform'), platform: fc.constantFrom(1, 2) }),
  'windows-language': fc.record({
    kind: fc.constant('windows-language'),
    language: fc.constantFrom('de', 'en-us'),
  }),
  'mui-installed': fc.constant({ kind: 'mui-installed' }),
  'mui-language-installed': fc.record({
    kind: fc.constant('mui-language-installed'),
    language: fc.constantFrom('de-de', 'fr'),
  }),
  'system-metric': fc.record({
    kind: fc.constant('system-metric'),
    index: fc.constantFrom(86, 87),
    comparison: scalar,
    value: fc.constantFrom(0, 48),
  }),
  processor: fc.record({
    kind: fc.constant('processor'),
    architecture: maybe([0, 9]),
    level: maybe([6]),
    revision: maybe([2]),
  }),
  'number-of-processors': fc.record({
    kind: fc.constant('number-of-processors'),
    comparison: scalar,
    number: fc.constantFrom(1, 4),
  }),
  'clustered-os': fc.constant({ kind: 'clustered-os' }),
  'cluster-resource-owner': fc.record({
    kind: fc.constant('cluster-resource-owner'),
    path: values,
    prefix: fc.constant(''),
    suffix: fc.constant(''),
  }),
  'license-value-exists': fc.record({
    kind: fc.constant('license-value-exists'),
    name: fc.constantFrom('kernel-productinfo', 'other'),
  }),
  'license-dword': fc.record({
    kind: fc.constant('license-dword'),
    name: fc.constant('Kernel-ProductInfo'),
    comparison: scalar,
    data: fc.constantFrom(0, 48),
  }),
  'wmi-query': fc.record({
    kind: fc.constant('wmi-query'),
    namespace: fc.constantFrom('', 'ROOT/cimv2', 'root\\vendor'),
    query: fc.constantFrom(...queries),
  }),
  'installed-once': fc.record({ kind: fc.constant('installed-once'), update: fc.constantFrom('u1', 'u2') }),
  'msi-product-installed': fc.record({
    kind: fc.constant('msi-product-installed'),
    product: products,
    bounds,
  }),
  'msi-feature-installed': fc.record({
    kind: fc.constant('msi-feature-installed'),
    parts: fc.subarray(['f', 'G']),
    products: fc.subarray([...worldProducts]),
    allParts: fc.boolean(),
    allProducts: fc.boolean(),
  }) as never,
  'msi-component-installed': fc.record({
    kind: fc.constant('msi-component-installed'),
    parts: fc.subarray(['{k}']),
    products: fc.subarray([...worldProducts]),
    allParts: fc.boolean(),
    allProducts: fc.boolean(),
  }) as never,
  'msi-patch-installed-for-product': fc.record({
    kind: fc.constant('msi-patch-installed-for-product'),
    patch: fc.constantFrom(...worldPatches),
    product: products,
    bounds,
  }),
  'msi-patch-installed': fc.record({ kind: fc.constant('msi-patch-installed'), metadata }) as never,
  'msi-patch-superseded': fc.record({ kind: fc.constant('msi-patch-superseded'), metadata }) as never,
  'msi-patch-installable': fc.record({ kind: fc.constant('msi-patch-installable'), metadata }) as never,
  'msi-application-installed': application('msi-application-installed'),
  'msi-application-superseded': application('msi-application-superseded'),
  'msi-application-installable': application('msi-application-installable'),
  'cbs-package-installed': fc.record({
    kind: fc.constant('cbs-package-installed'),
    identity: fc.constantFrom(...worldPackages),
  }),
  'cbs-package-installable': fc.record({
    kind: fc.constant('cbs-package-installable'),
    identity: fc.constantFrom(
      ...worldPackages,
      'Package_for_RollupFix~31bf3856ad364e35~amd64~~26200.1.1.1',
      'Package_for_RollupFix~31bf3856ad364e35~amd64~~26200.2000.1.1',
    ),
  }),
  'product-release-installed': fc.record({
    kind: fc.constant('product-release-installed'),
    name: fc.constantFrom('Client.OS.amd64', 'Server.OS.x86', 'Microsoft.NetFX.amd64', 'Some.Product'),
    version: fc.constantFrom('10.0.26200.500', '2400.26200.9300.1', '2.0.0.0'),
  }),
  'product-release-version': fc.record({
    kind: fc.constant('product-release-version'),
    name: fc.constantFrom('Client.OS.amd64', 'Some.Product'),
    comparison: fc.constantFrom('GreaterThan', 'LessThan'),
    version: fc.constant('0.0.0.0'),
  }),
  'device-attribute': fc.record({
    kind: fc.constant('device-attribute'),
    name: fc.constantFrom('OSVersion', 'sku', 'ProductType', 'CurrentBranch'),
    type: fc.constantFrom('String', 'Version'),
    comparison: scalar,
    value: fc.constantFrom('10.0.26200.500', '48', 'WinNT', 'rs2'),
  }),
  'catalog-product': fc.record({
    kind: fc.constant('catalog-product'),
    source: fc.constant('mssecure'),
    product: fc.constantFrom('3', '4'),
    servicePacks: fc.subarray(['9', '10']),
  }),
  'os-number': fc.record({
    kind: fc.constant('os-number'),
    name: fc.constantFrom('ubr', 'productType', 'servicePackMajor'),
    comparison: scalar,
    value: fc.constantFrom(0, 1, 3),
  }),
};

function application<K extends Extract<RuleLeaf['kind'], `msi-application-${string}`>>(
  kind: K,
): fc.Arbitrary<never> {
  return fc.record({
    kind: fc.constant(kind),
    metadata: fc.record({
      product: products,
      version: maybe(['1.10', '3.0']),
      recache: fc.constantFrom('Never', 'LowerVersion', 'AnyVersion'),
    }),
  }) as never;
}

/** Every kind but the loop. */
export const plainLeaves: fc.Arbitrary<RuleLeaf> = fc.oneof(
  ...Object.values(kinds).filter((kind): kind is NonNullable<typeof kind> => kind !== null),
) as fc.Arbitrary<RuleLeaf>;

export const leafKinds = Object.keys(kinds) as readonly RuleLeaf['kind'][];

/** Random rules; loops hold rules of their own, some of which ask HKEY_LOOP_TARGET. */
export const ruleTrees: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule; leaf: RuleLeaf }>((tie) => ({
  leaf: fc.oneof(
    { maxDepth: 3 },
    { arbitrary: plainLeaves, weight: 20 },
    {
      arbitrary: fc.record({
        kind: fc.constant('reg-key-loop' as const),
        path: keys,
        trueIf: fc.constantFrom('Any' as const, 'All' as const, 'None' as const),
        of: tie('rule'),
      }),
      weight: 2,
    },
  ),
  rule: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { arbitrary: tie('leaf').map((leaf): Rule => ({ op: 'leaf', leaf })), weight: 6 },
    {
      arbitrary: fc.record({
        op: fc.constantFrom('and' as const, 'or' as const),
        of: fc.array(tie('rule'), { maxLength: 3 }),
      }),
      weight: 2,
    },
    { arbitrary: fc.record({ op: fc.constant('not' as const), of: tie('rule') }), weight: 2 },
  ),
})).rule;
