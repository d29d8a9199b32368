import { absent, fact } from '../facts-machine.ts';
import { ask } from './case.ts';
import type { LeafCase } from './case.ts';
import { windows, os, metric, xp64, level } from './system-words.ts';

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
];
