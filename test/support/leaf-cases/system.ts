import type { FactValue, OsFactName, Rule, RuleLeaf } from '../../../src/domain/index.ts';
import { absent, fact } from '../facts-machine.ts';
import type { FactLine } from '../facts-machine.ts';
import { ask } from './case.ts';
import type { LeafCase } from './case.ts';

type VersionLeaf = Extract<RuleLeaf, { readonly kind: 'windows-version' }>;

const windows = (comparison: VersionLeaf['comparison'], also: Partial<VersionLeaf>): Rule =>
  ask({
    kind: 'windows-version',
    comparison,
    major: null,
    minor: null,
    build: null,
    servicePackMajor: null,
    servicePackMinor: null,
    suiteMask: null,
    allSuites: false,
    productType: null,
    ...also,
  });
const os = (name: OsFactName, value: FactValue): FactLine => fact({ kind: 'os', name }, value);
const language = (tag: string) => ask({ kind: 'windows-language', language: tag });
const device = (
  name: string,
  comparison: 'EqualTo' | 'GreaterThanOrEqualTo' | 'LessThan',
  value: string,
  type: 'String' | 'Version' = 'String',
) => ask({ kind: 'device-attribute', name, type, comparison, value });
const spoken = (tag: string, mui = false) => [os('language', tag), os('muiInstalled', mui)];
const metric = (value: number) => ask({ kind: 'system-metric', index: 86, comparison: 'EqualTo', value });
const xp64 = { version: '5.2.3790', servicePack: 1 };
const level = { major: 5, minor: 1, build: 2600, servicePackMajor: 3 };
const licence = (data: number) =>
  ask({ kind: 'license-dword', name: 'Kernel-ProductInfo', comparison: 'EqualTo', data });
const owner = ask({
  kind: 'cluster-resource-owner',
  path: { root: 'machine', view: 'native', key: 'Cluster', value: 'Name' },
  prefix: 'SQL (',
  suffix: ')',
});
const clusterName = fact(
  { kind: 'reg_value', view: 'native', key: 'Cluster', value: 'Name' },
  { type: 'REG_SZ', data: 'ONE' },
);
const product = (servicePacks: readonly string[]) =>
  ask({ kind: 'catalog-product', source: 'mssecure', product: '3', servicePacks });
const windows2000 = fact(
  { kind: 'catalog_product', source: 'mssecure', product: '3' },
  { servicePack: '10' },
);

export const systemCases: readonly LeafCase[] = [
  // WindowsVersion, the consequences the page draws.
  {
    name: '5.1 build 2600 SP3 or later on 5.2 SP1',
    rule: windows('GreaterThanOrEqualTo', level),
    os: xp64,
    expected: 'true',
  },
  {
    name: 'LessThan 5.1 SP2 on Windows 2000 SP4',
    rule: windows('LessThan', { major: 5, minor: 1, servicePackMajor: 2 }),
    os: { version: '5.0.2195', servicePack: 4 },
    expected: 'true',
  },
  {
    name: 'GreaterThanOrEqualTo 4 is true everywhere',
    rule: windows('GreaterThanOrEqualTo', { major: 4 }),
    os: { version: '10.0.26200' },
    expected: 'true',
  },
  {
    name: 'LessThan 6.0 build 5000 needs the build as well',
    rule: windows('LessThan', { major: 6, minor: 0, build: 5000 }),
    os: { version: '5.2.7000' },
    expected: 'false',
  },
  {
    name: 'ProductType is equal whatever Comparison says',
    rule: windows('GreaterThan', { major: 4, productType: 3 }),
    os: { version: '10.0.26200', role: 'client' },
    expected: 'false',
  },
  {
    name: 'a server may be a domain controller',
    rule: windows('EqualTo', { productType: 2 }),
    os: { role: 'server' },
    expected: 'unknown',
  },
  {
    name: 'but is no workstation',
    rule: windows('EqualTo', { productType: 1 }),
    os: { role: 'server' },
    expected: 'false',
  },
  {
    name: 'one part that fails decides beside an unknown one',
    rule: windows('GreaterThan', { major: 11, productType: 1 }),
    os: { version: '10.0.26200' },
    expected: 'false',
  },
  {
    name: 'recorded facts go before the inventory',
    rule: windows('EqualTo', { major: 6, minor: 1 }),
    facts: [os('version', '6.1.7601')],
    os: { version: '6.2.9200' },
    expected: 'true',
  },
  {
    name: 'service pack minor that nobody recorded',
    rule: windows('EqualTo', { major: 5, minor: 2, servicePackMajor: 1, servicePackMinor: 0 }),
    os: xp64,
    expected: 'unknown',
  },
  {
    name: 'Windows 10 has no service packs',
    rule: windows('EqualTo', { major: 10, servicePackMajor: 0, servicePackMinor: 0 }),
    os: { version: '10.0.17763' },
    expected: 'true',
  },
  {
    name: 'only SuiteMask',
    rule: windows('EqualTo', { suiteMask: 128 }),
    facts: [os('suiteMask', 272)],
    expected: 'false',
  },
  {
    name: 'no attribute at all',
    rule: windows('EqualTo', {}),
    os: { version: '10.0.26200' },
    expected: 'unknown',
  },
  // Processor, platform, metrics.
  {
    name: 'processor of an x64 machine',
    rule: ask({ kind: 'processor', architecture: 9, level: null, revision: null }),
    os: { architecture: 'x64' },
    expected: 'true',
  },
  {
    name: 'level that was not collected',
    rule: ask({ kind: 'processor', architecture: 9, level: 6, revision: null }),
    os: { architecture: 'x64' },
    expected: 'unknown',
  },
  {
    name: 'level that was not collected beside another architecture',
    rule: ask({ kind: 'processor', architecture: 0, level: 6, revision: null }),
    os: { architecture: 'x64' },
    expected: 'false',
  },
  {
    name: 'number of processors',
    rule: ask({ kind: 'number-of-processors', comparison: 'GreaterThan', number: 1 }),
    facts: [os('processors', 4)],
    expected: 'true',
  },
  {
    name: 'platform 2 is the NT family',
    rule: ask({ kind: 'platform', platform: 2 }),
    os: { version: '5.1.2600' },
    expected: 'true',
  },
  {
    name: 'a metric the system does not know is 0',
    rule: metric(0),
    facts: [absent({ kind: 'system_metric', index: 86 })],
    expected: 'true',
  },
  {
    name: 'a metric',
    rule: metric(0),
    facts: [fact({ kind: 'system_metric', index: 86 }, 1)],
    expected: 'false',
  },
  // Languages.
  { name: 'specific tag, another case', rule: language('en-us'), facts: spoken('en-US'), expected: 'true' },
  {
    name: 'neutral tag on its default region',
    rule: language('de'),
    facts: spoken('de-DE'),
    expected: 'true',
  },
  {
    name: 'neutral tag on another region',
    rule: language('de'),
    facts: spoken('de-AT'),
    expected: 'unknown',
  },
  {
    name: 'neutral tag of another language',
    rule: language('hu'),
    facts: spoken('de-AT'),
    expected: 'false',
  },
  {
    name: 'specific tag of another region',
    rule: language('zh-cn'),
    facts: spoken('zh-TW'),
    expected: 'false',
  },
  {
    name: 'MUI makes every language false',
    rule: language('en-us'),
    facts: spoken('en-US', true),
    expected: 'false',
  },
  {
    name: 'MUI not collected',
    rule: language('en-us'),
    facts: [os('language', 'en-US')],
    expected: 'unknown',
  },
  {
    name: 'MUI not collected, another language',
    rule: language('de-de'),
    facts: [os('language', 'en-US')],
    expected: 'false',
  },
  {
    name: 'MuiInstalled',
    rule: ask({ kind: 'mui-installed' }),
    facts: [os('muiInstalled', true)],
    expected: 'true',
  },
  {
    name: 'MUI language without MUI',
    rule: ask({ kind: 'mui-language-installed', language: 'de-de' }),
    facts: [os('muiInstalled', false)],
    expected: 'false',
  },
  {
    name: 'MUI language',
    rule: ask({ kind: 'mui-language-installed', language: 'de-de' }),
    facts: [os('muiInstalled', true), os('muiLanguages', ['en-US', 'de-DE'])],
    expected: 'true',
  },
  // Cluster, licences, history.
  {
    name: 'no cluster',
    rule: ask({ kind: 'clustered-os' }),
    facts: [os('clustered', false)],
    expected: 'false',
  },
  {
    name: 'a resource this node owns',
    rule: owner,
    facts: [clusterName, fact({ kind: 'cluster_resource', name: 'SQL (ONE)' }, true)],
    expected: 'true',
  },
  {
    name: 'a resource another node owns',
    rule: owner,
    facts: [clusterName, fact({ kind: 'cluster_resource', name: 'SQL (ONE)' }, 'NODE2')],
    expected: 'false',
  },
  {
    name: 'a resource that cannot be opened',
    rule: owner,
    facts: [clusterName],
    complete: ['cluster_resources'],
    expected: 'false',
  },
  {
    name: 'a licence value, case ignored',
    rule: licence(48),
    facts: [fact({ kind: 'license_dword', name: 'kernel-productinfo' }, 48)],
    expected: 'true',
  },
  { name: 'a licence value that is not there', rule: licence(0), complete: ['licenses'], expected: 'false' },
  {
    name: 'LicenseValueExists',
    rule: ask({ kind: 'license-value-exists', name: 'X' }),
    complete: ['licenses'],
    expected: 'false',
  },
  {
    name: 'InstalledOnce',
    rule: ask({ kind: 'installed-once', update: 'A-1' }),
    facts: [fact({ kind: 'installed_once', update: 'a-1' }, true)],
    expected: 'true',
  },
  {
    name: 'R2: product at one of the service packs',
    rule: product(['9', '10']),
    facts: [windows2000],
    expected: 'true',
  },
  {
    name: 'R2: product at another service pack',
    rule: product(['9']),
    facts: [windows2000],
    expected: 'false',
  },
  { name: 'R2: no service pack given', rule: product([]), facts: [windows2000], expected: 'true' },
  {
    name: 'R2: no such product',
    rule: product([]),
    complete: ['catalog_products:mssecure'],
    expected: 'false',
  },
  {
    name: 'a number of the OS',
    rule: ask({ kind: 'os-number', name: 'ubr', comparison: 'GreaterThan', value: 5 }),
    os: { ubr: 6 },
    expected: 'true',
  },
  {
    name: 'a number known in part',
    rule: ask({ kind: 'os-number', name: 'productType', comparison: 'GreaterThan', value: 1 }),
    os: { role: 'server' },
    expected: 'true',
  },
  // Device attributes.
  {
    name: 'OSVersion with revision',
    rule: device('OSVersion', 'GreaterThanOrEqualTo', '10.0.26200.1000', 'Version'),
    os: { version: '10.0.26200', ubr: 999 },
    expected: 'false',
  },
  {
    name: 'OSVersion decided by the build',
    rule: device('OSVersion', 'GreaterThanOrEqualTo', '10.0.22621.5909', 'Version'),
    os: { version: '10.0.26200' },
    expected: 'true',
  },
  {
    name: 'OSVersion while the revision is not known',
    rule: device('OSVersion', 'GreaterThanOrEqualTo', '10.0.26200.1', 'Version'),
    os: { version: '10.0.26200' },
    expected: 'unknown',
  },
  {
    name: 'ProductType of a workstation',
    rule: device('ProductType', 'EqualTo', 'WinNT'),
    os: { role: 'client' },
    expected: 'true',
  },
  {
    name: 'ProductType of some server',
    rule: device('ProductType', 'EqualTo', 'ServerNT'),
    os: { role: 'server' },
    expected: 'unknown',
  },
  {
    name: 'ProductType of a server is not WinNT',
    rule: device('ProductType', 'EqualTo', 'WinNT'),
    os: { role: 'server' },
    expected: 'false',
  },
  {
    name: 'HonorWufBDeferrals is not set',
    rule: device('HonorWufBDeferrals', 'EqualTo', '1'),
    expected: 'false',
  },
  {
    name: 'an attribute that is not set',
    rule: device('CurrentBranch', 'EqualTo', 'rs2'),
    facts: [absent({ kind: 'device_attribute', name: 'currentbranch' })],
    expected: 'false',
  },
  {
    name: 'an attribute nobody recorded',
    rule: device('CurrentBranch', 'EqualTo', 'rs2'),
    expected: 'unknown',
  },
];
