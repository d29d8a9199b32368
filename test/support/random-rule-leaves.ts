/** Random leaves of every kind of the rule language, over what the small worlds hold and do not hold. */
import fc from 'fast-check';
import { stringComparisons } from '../../src/domain/index.ts';
import type { Rule, RuleLeaf } from '../../src/domain/index.ts';
import {
  scalar,
  maybe,
  versions,
  keys,
  values,
  paths,
  bounds,
  products,
  metadata,
} from './random-leaf-parts.ts';
import { worldPackages, worldPatches, worldProducts } from './random-worlds.ts';

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
  'update-installed': fc.record({
    kind: fc.constant('update-installed'),
    update: fc.constant('u'),
    why: fc.constantFrom('rule-cycle', 'prerequisite-not-imported'),
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
