import { scalarComparisons } from '../../domain/index.ts';
import type { Rule, RuleLeaf } from '../../domain/index.ts';
import type { Fields } from './fields.ts';
import { unknownByDesign } from './rule-entry.ts';
import type { RuleEntries } from './rule-entry.ts';

const leaf = (of: RuleLeaf): Rule => ({ op: 'leaf', leaf: of });

const word = 0xffff;
const dword = 0xffff_ffff;

function windowsVersion(fields: Fields): Rule {
  const number = (name: string) => fields.optionalNumber(name, 0, dword);
  const asked = {
    major: number('MajorVersion'),
    minor: number('MinorVersion'),
    build: number('BuildNumber'),
    servicePackMajor: number('ServicePackMajor'),
    servicePackMinor: number('ServicePackMinor'),
    suiteMask: number('SuiteMask'),
    productType: number('ProductType'),
  };
  if (Object.values(asked).every((value) => value === null)) fields.fail('asks nothing');
  return leaf({
    kind: 'windows-version',
    comparison: fields.optionalWord('Comparison', scalarComparisons) ?? 'EqualTo',
    ...asked,
    allSuites: fields.flag('AllSuitesMustBePresent'),
  });
}

function processor(fields: Fields): Rule {
  const asked = {
    architecture: fields.optionalNumber('Architecture', 0, word),
    level: fields.optionalNumber('Level', 0, word),
    revision: fields.optionalNumber('Revision', 0, word),
  };
  if (Object.values(asked).every((value) => value === null)) fields.fail('asks nothing');
  return leaf({ kind: 'processor', ...asked });
}

const windowsLanguage = (fields: Fields) =>
  leaf({ kind: 'windows-language', language: fields.filled('Language').trim() });

/** Operating system, hardware, licences and WMI (applicability rules, section 3). */
export const systemRules: RuleEntries = {
  Platform: (fields) => leaf({ kind: 'platform', platform: fields.number('PlatformID', 0, dword) }),
  WindowsVersion: windowsVersion,
  PlatformVersion: windowsVersion,
  WindowsLanguage: windowsLanguage,
  PlatformLanguage: windowsLanguage,
  MuiInstalled: () => leaf({ kind: 'mui-installed' }),
  MuiLanguageInstalled: (fields) =>
    leaf({ kind: 'mui-language-installed', language: fields.filled('Language').trim() }),
  SystemMetric: (fields) =>
    leaf({
      kind: 'system-metric',
      index: fields.number('Index', 0, dword),
      comparison: fields.comparison(),
      value: fields.number('Value', -0x8000_0000, 0x7fff_ffff),
    }),
  Processor: processor,
  NumberOfProcessors: (fields) =>
    leaf({
      kind: 'number-of-processors',
      comparison: fields.comparison(),
      number: fields.number('Number', 0, dword),
    }),
  ClusteredOS: () => leaf({ kind: 'clustered-os' }),
  LicenseValueExists: (fields) => leaf({ kind: 'license-value-exists', name: fields.filled('Value') }),
  LicenseDword: (fields) =>
    leaf({
      kind: 'license-dword',
      name: fields.filled('Value'),
      comparison: fields.comparison(),
      data: fields.number('Data', 0, dword),
    }),
  WmiQuery: (fields) =>
    leaf({
      kind: 'wmi-query',
      namespace: (fields.optionalText('Namespace') ?? '').trim() || 'root\\cimv2',
      query: fields.filled('WqlQuery'),
    }),
  InstalledOnce: (fields, place) =>
    leaf({ kind: 'installed-once', update: (fields.optionalText('UpdateID') ?? place.update).toLowerCase() }),
  GenericQuery: unknownByDesign,
  InstalledVersionRange: unknownByDesign,
  Direct3D: unknownByDesign,
  Memory: unknownByDesign,
  VideoMemory: unknownByDesign,
  SensorById: unknownByDesign,
  NFC: unknownByDesign,
  Camera: unknownByDesign,
};
