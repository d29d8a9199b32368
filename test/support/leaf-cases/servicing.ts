import { fact } from '../facts-machine.ts';
import type { FactLine } from '../facts-machine.ts';
import { ask } from './case.ts';
import type { LeafCase } from './case.ts';

const token = '31bf3856ad364e35';
const identity = (name: string, version: string, architecture = 'amd64', language = '') =>
  `${name}~${token}~${architecture}~${language}~${version}`;
const installed = (id: string) => ask({ kind: 'cbs-package-installed', identity: id });
const installable = (name: string, version: string, architecture = 'amd64') =>
  ask({ kind: 'cbs-package-installable', identity: identity(name, version, architecture) });
const state = (id: string, value: number | string): FactLine =>
  fact({ kind: 'cbs_package', identity: id }, value);
const release = (name: string, version: string) => ask({ kind: 'product-release-installed', name, version });
const present = (name: string, version = '0.0.0.0', comparison: 'GreaterThan' | 'LessThan' = 'GreaterThan') =>
  ask({ kind: 'product-release-version', name, comparison, version });

const rollup = 'Package_for_RollupFix';
const client = { version: '10.0.26100', ubr: 1742, role: 'client', architecture: 'x64' } as const;
const lcu = identity(rollup, '26100.1742.1.10');
const packages = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\Packages';
const framework = (number: number): FactLine =>
  fact(
    {
      kind: 'reg_value',
      view: 'native',
      key: 'SOFTWARE\\Microsoft\\NET Framework Setup\\NDP\\v4\\Full',
      value: 'Release',
    },
    { type: 'REG_DWORD', data: number },
  );
const dotNet = identity('Package_for_DotNetRollup_481', '10.0.9300.2');

export const servicingCases: readonly LeafCase[] = [
  {
    name: 'package by its key in the registry',
    rule: installed(lcu),
    facts: [
      fact(
        { kind: 'reg_value', view: 'native', key: `${packages}\\${lcu}`, value: 'CurrentState' },
        { type: 'REG_DWORD', data: 112 },
      ),
    ],
    expected: 'true',
  },
  {
    name: 'neutral is an empty field',
    rule: installed(identity('A', '1.0.0.0', 'amd64', 'neutral')),
    facts: [state(identity('a', '1.0.0.0'), 112)],
    expected: 'true',
  },
  { name: 'words of dism', rule: installed(lcu), facts: [state(lcu, 'Installed')], expected: 'true' },
  { name: 'install pending', rule: installed(lcu), facts: [state(lcu, 64)], expected: 'unknown' },
  { name: 'a list that may be cut', rule: installed(lcu), expected: 'unknown' },
  {
    name: 'an identity that is none',
    rule: installed('Package_for_KB1'),
    complete: ['cbs'],
    expected: 'unknown',
  },
  // CbsPackageInstallable.
  {
    name: 'cumulative update of the build',
    rule: installable(rollup, '26100.2000.1.1'),
    facts: [state(lcu, 112)],
    complete: ['cbs'],
    os: client,
    expected: 'true',
  },
  {
    name: 'cumulative update of another build',
    rule: installable(rollup, '22621.2000.1.1'),
    complete: ['cbs'],
    os: client,
    expected: 'false',
  },
  {
    name: 'another architecture',
    rule: installable(rollup, '26100.2000.1.1', 'arm64'),
    complete: ['cbs'],
    os: client,
    expected: 'false',
  },
  {
    name: 'an equal version is there',
    rule: installable(rollup, '26100.1742.1.10'),
    facts: [state(lcu, 112)],
    complete: ['cbs'],
    os: client,
    expected: 'false',
  },
  {
    name: 'a higher version is there, of a list that may be cut',
    rule: installable(rollup, '26100.1000.1.1'),
    facts: [state(lcu, 112)],
    os: client,
    expected: 'false',
  },
  {
    name: 'a higher version is pending',
    rule: installable(rollup, '26100.1000.1.1'),
    facts: [state(lcu, 96)],
    complete: ['cbs'],
    os: client,
    expected: 'unknown',
  },
  {
    name: 'none seen in a list that may be cut',
    rule: installable(rollup, '26100.2000.1.1'),
    os: client,
    expected: 'unknown',
  },
  {
    name: 'servicing stack',
    rule: installable('Package_for_ServicingStack_2000', '26100.2000.1.1'),
    complete: ['cbs'],
    os: client,
    expected: 'true',
  },
  {
    name: '.NET rollup with its .NET',
    rule: installable('Package_for_DotNetRollup_481', '10.0.9300.2'),
    facts: [framework(533_509)],
    complete: ['cbs'],
    os: client,
    expected: 'true',
  },
  {
    name: '.NET rollup without it',
    rule: installable('Package_for_DotNetRollup_481', '10.0.9300.2'),
    facts: [framework(528_040)],
    complete: ['cbs'],
    os: client,
    expected: 'false',
  },
  {
    name: 'any other package',
    rule: installable('Package_for_KB1', '1.0.0.0'),
    complete: ['cbs'],
    os: client,
    expected: 'unknown',
  },
  // Product releases.
  {
    name: 'client release at the revision',
    rule: release('Client.OS.rs2.amd64', '10.0.26100.1742'),
    os: client,
    expected: 'true',
  },
  {
    name: 'client release above the revision',
    rule: release('Client.OS.amd64', '10.0.26100.1743'),
    os: client,
    expected: 'false',
  },
  {
    name: 'a newer feature build has the release',
    rule: release('Client.OS.amd64', '10.0.22621.5909'),
    os: client,
    expected: 'true',
  },
  {
    name: 'server release on a client',
    rule: release('Server.OS.amd64', '10.0.20348.1'),
    os: client,
    expected: 'false',
  },
  {
    name: 'revision not known',
    rule: release('Client.OS.amd64', '10.0.26100.1'),
    os: { ...client, ubr: undefined } as never,
    expected: 'unknown',
  },
  {
    name: '.NET release by its last two fields',
    rule: release('Microsoft.NetFX.amd64', '2400.26100.9300.2'),
    facts: [state(dotNet, 112)],
    complete: ['cbs'],
    os: client,
    expected: 'true',
  },
  {
    name: '.NET release above it',
    rule: release('Microsoft.NetFX.amd64', '2400.26100.9300.3'),
    facts: [state(dotNet, 112)],
    complete: ['cbs'],
    os: client,
    expected: 'false',
  },
  {
    name: 'a recorded release',
    rule: release('Some.Product', '2.0.0.0'),
    facts: [fact({ kind: 'product_release', name: 'some.product' }, '2.1.0.0')],
    expected: 'true',
  },
  {
    name: 'a release nobody recorded',
    rule: release('Some.Product', '2.0.0.0'),
    os: client,
    expected: 'unknown',
  },
  { name: 'greater than 0.0.0.0 is present', rule: present('Client.OS.amd64'), os: client, expected: 'true' },
  {
    name: 'greater than 0.0.0.0 of a product that is not there',
    rule: present('Some.Product'),
    complete: ['product_releases'],
    expected: 'false',
  },
  {
    name: 'other forms are not understood',
    rule: present('Client.OS.amd64', '1.0.0.0'),
    os: client,
    expected: 'unknown',
  },
];
