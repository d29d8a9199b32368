import { absent, fact } from '../facts-machine.ts';
import { ask } from './case.ts';
import type { LeafCase } from './case.ts';
import {
  os,
  language,
  device,
  spoken,
  licence,
  owner,
  clusterName,
  product,
  windows2000,
} from './system-words.ts';

export const systemStateCases: readonly LeafCase[] = [
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
