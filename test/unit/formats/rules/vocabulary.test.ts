import { describe, expect, it } from 'vitest';
import { metadataElements, vocabulary } from '../../../../src/formats/rules/index.ts';
import { readLeaf, readRuleSections, readRuleText } from '../../../support/rule-text.ts';

// Applicability rules, section 1, complete element list, copied word by word.
const complete = `And Or Not True False Platform WindowsVersion PlatformVersion WindowsLanguage
PlatformLanguage MuiInstalled MuiLanguageInstalled SystemMetric Processor NumberOfProcessors ClusteredOS
ClusterResourceOwner FileExists FileExistsPrependRegSz FileVersion FileVersionPrependRegSz FileCreated
FileCreatedPrependRegSz FileModified FileModifiedPrependRegSz FileSize FileSizePrependRegSz RegKeyExists
RegValueExists RegDword RegExpandSz RegSz RegSzToVersion WUv4RegKeyValue WUv4RegKeySubstring RegKeyLoop
LicenseValueExists LicenseDword WmiQuery InstalledOnce GenericQuery MsiProductInstalled
MsiFeatureInstalledForProduct MsiComponentInstalledForProduct MsiPatchInstalledForProduct
MsiPatchInstalled MsiPatchSuperseded MsiPatchInstallable MsiApplicationInstalled
MsiApplicationSuperseded MsiApplicationInstallable CbsPackageInstalled CbsPackageInstallable
CbsPackageInstalledByIdentity ProductReleaseInstalled ProductReleaseVersion DeviceAttribute
InstalledVersionRange Direct3D Memory VideoMemory SensorById NFC Camera WindowsDriverInstalled
WindowsDriverSuperseded WindowsDriverInstallable`
  .split(/\s+/)
  .sort();

const byDesign = `WUv4RegKeyValue WUv4RegKeySubstring GenericQuery InstalledVersionRange Direct3D Memory
VideoMemory SensorById NFC Camera WindowsDriverInstalled WindowsDriverSuperseded WindowsDriverInstallable`
  .split(/\s+/)
  .sort();

const hklm = 'Key="HKEY_LOCAL_MACHINE"';
const code = '{12345678-1234-1234-1234-123456789ABC}';
const product = `<ProductCode Version="1.2">${code}</ProductCode>`;
const metadata = `<Metadata>
  <MsiPatchMetadata><MsiPatch PatchGUID="${code}"><TargetProductCode>${code}</TargetProductCode></MsiPatch></MsiPatchMetadata>
  <MsiApplicationMetadata>${product}</MsiApplicationMetadata>
  <CbsPackageApplicabilityMetadata><assembly><assemblyIdentity version="10.0.1.2" language="neutral" processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35" name="Package_for_RollupFix"/></assembly></CbsPackageApplicabilityMetadata>
</Metadata>`;

/** One well-formed use of every element that asks a question: attributes, then the leaf it becomes. */
const uses: Readonly<Record<string, readonly [attributes: string, kind: string, content?: string]>> = {
  Platform: ['PlatformID="2"', 'platform'],
  WindowsVersion: ['Comparison="EqualTo" MajorVersion="6"', 'windows-version'],
  PlatformVersion: ['ProductType="1"', 'windows-version'],
  WindowsLanguage: ['Language="zh-cn"', 'windows-language'],
  PlatformLanguage: ['Language="hu"', 'windows-language'],
  MuiInstalled: ['', 'mui-installed'],
  MuiLanguageInstalled: ['Language="de"', 'mui-language-installed'],
  SystemMetric: ['Comparison="EqualTo" Index="86" Value="-1"', 'system-metric'],
  Processor: ['Architecture="9"', 'processor'],
  NumberOfProcessors: ['Comparison="GreaterThan" Number="1"', 'number-of-processors'],
  ClusteredOS: ['', 'clustered-os'],
  ClusterResourceOwner: [`${hklm} Subkey="A" Value="B" Prefix="p"`, 'cluster-resource-owner'],
  FileExists: ['Csidl="37" Path="a.dll" Size="5" Created="2020-01-02T03:04:05"', 'file-exists'],
  FileExistsPrependRegSz: [`${hklm} Subkey="A" Value="B" Path="a.dll"`, 'file-exists'],
  FileVersion: ['Csidl="37" Path="a.dll" Comparison="LessThan" Version="1.2.3.4"', 'file-version'],
  FileVersionPrependRegSz: [
    `${hklm} Subkey="A" Value="" Path="a.dll" Comparison="LessThan" Version="1.2.3.4"`,
    'file-version',
  ],
  FileCreated: ['Path="C:\\a" Comparison="LessThan" Created="2020-01-02T03:04:05Z"', 'file-time'],
  FileCreatedPrependRegSz: [
    `${hklm} Subkey="A" Value="B" Path="a" Comparison="LessThan" Created="2020-01-02T03:04:05Z"`,
    'file-time',
  ],
  FileModified: ['Path="C:\\a" Comparison="LessThan" Modified="2020-01-02T03:04:05Z"', 'file-time'],
  FileModifiedPrependRegSz: [
    `${hklm} Subkey="A" Value="B" Path="a" Comparison="LessThan" Modified="2020-01-02T03:04:05Z"`,
    'file-time',
  ],
  FileSize: ['Path="C:\\a" Comparison="LessThan" Size="7"', 'file-size'],
  FileSizePrependRegSz: [`${hklm} Subkey="A" Value="B" Path="a" Comparison="LessThan" Size="7"`, 'file-size'],
  RegKeyExists: [`${hklm} Subkey="A"`, 'reg-key-exists'],
  RegValueExists: [`${hklm} Subkey="A" Value="B" Type="REG_DWORD"`, 'reg-value-exists'],
  RegDword: [`${hklm} Subkey="A" Value="B" Comparison="EqualTo" Data="4294967295"`, 'reg-dword'],
  RegExpandSz: [`${hklm} Subkey="A" Value="B" Comparison="EqualTo" Data="x"`, 'reg-text'],
  RegSz: [`${hklm} Subkey="A" Value="B" Comparison="EndsWith" Data=" x"`, 'reg-text'],
  RegSzToVersion: [`${hklm} Subkey="A" Value="B" Comparison="LessThan" Data="6.3"`, 'reg-version'],
  RegKeyLoop: [
    `${hklm} Subkey="A" TrueIf="any"`,
    'reg-key-loop',
    '<RegKeyExists Key="HKEY_LOOP_TARGET" Subkey="\\"/>',
  ],
  LicenseValueExists: ['Value="Kernel-ProductInfo"', 'license-value-exists'],
  LicenseDword: ['Value="Kernel-ProductInfo" Comparison="EqualTo" Data="48"', 'license-dword'],
  WmiQuery: ['WqlQuery="select * from Win32_BIOS"', 'wmi-query'],
  InstalledOnce: ['', 'installed-once'],
  MsiProductInstalled: [
    `ProductCode="${code}" VersionMin="1.2" ExcludeVersionMin="1"`,
    'msi-product-installed',
  ],
  MsiFeatureInstalledForProduct: [
    'AllFeaturesRequired="true"',
    'msi-feature-installed',
    `<Feature>Main</Feature><Product>${code}</Product>`,
  ],
  MsiComponentInstalledForProduct: [
    '',
    'msi-component-installed',
    `<Component>${code}</Component><Product>${code}</Product>`,
  ],
  MsiPatchInstalledForProduct: [
    `PatchCode="${code}" ProductCode="${code}"`,
    'msi-patch-installed-for-product',
  ],
  MsiPatchInstalled: ['', 'msi-patch-installed'],
  MsiPatchSuperseded: ['', 'msi-patch-superseded'],
  MsiPatchInstallable: ['', 'msi-patch-installable'],
  MsiApplicationInstalled: ['', 'msi-application-installed'],
  MsiApplicationSuperseded: ['', 'msi-application-superseded'],
  MsiApplicationInstallable: ['', 'msi-application-installable'],
  CbsPackageInstalled: ['', 'cbs-package-installed'],
  CbsPackageInstallable: ['', 'cbs-package-installable'],
  CbsPackageInstalledByIdentity: ['PackageIdentity="A~b~amd64~~1.0"', 'cbs-package-installed'],
  ProductReleaseInstalled: ['Name="Client.OS.RS2.amd64" Version="10.0.1.2"', 'product-release-installed'],
  ProductReleaseVersion: [
    'Name="Some.Product" Version="0.0.0.0" Comparison="greaterthan"',
    'product-release-version',
  ],
  DeviceAttribute: ['Name="sku" Type="String" Comparison="EqualTo" Value="48"', 'device-attribute'],
};

describe('the vocabulary', () => {
  it('has every element of the complete list and no other', () => {
    expect([...vocabulary.keys()].sort()).toEqual(complete);
    expect(metadataElements).toEqual([
      'MsiPatchMetadata',
      'MsiApplicationMetadata',
      'CbsPackageApplicabilityMetadata',
      'WindowsDriverMetaData',
    ]);
  });

  it('is covered by the uses below, by logic and by what is Unknown by design', () => {
    expect([...Object.keys(uses), ...byDesign, 'And', 'Or', 'Not', 'True', 'False'].sort()).toEqual(complete);
  });

  it.each(Object.entries(uses))(
    '%s becomes a leaf in all three spellings',
    (name, [attributes, kind, content = '']) => {
      const spellings = [`b.${name}`, `bar:${name}`, name].map(
        (spelled) => `<${spelled} ${attributes}>${content}</${spelled}>`,
      );
      const leaves = spellings.map((xml) => readLeaf(xml, metadata));
      expect(leaves[0]).toMatchObject({ kind });
      expect(leaves[1]).toEqual(leaves[0]);
      expect(leaves[2]).toEqual(leaves[0]);
    },
  );

  it.each(byDesign)('%s is Unknown by design and names itself', (name) => {
    expect(readLeaf(`<b.${name} Any="thing"/>`)).toEqual({ kind: 'not-understood', name, element: true });
  });

  it('attributes in any order and enumerations in any case give the same rule', () => {
    const one = `<b.RegDword ${hklm} Subkey="A" Value="B" Comparison="LessThan" Data="3" RegType32="1"/>`;
    const other = `<bar:RegDword Data=" 3 " RegType32="TRUE" Comparison="lessthan" Value="B" Subkey="\\A\\" Key="hkey_local_machine"/>`;
    expect(readLeaf(other)).toEqual(readLeaf(one));
  });

  it('an element nobody knows is a leaf that names itself (SCN05)', () => {
    expect(readLeaf('<x.FlyingSaucer Speed="1"/>'.replace('x.', 'bar:'))).toEqual({
      kind: 'not-understood',
      name: 'FlyingSaucer',
      element: true,
    });
  });

  it('counts elements by name', () => {
    const { tally } = readRuleSections('<IsInstalled><And><True/><Not><True/></Not></And></IsInstalled>');
    expect(tally.elements()).toEqual({ And: 1, Not: 1, True: 2 });
  });

  it('several siblings mean And; a missing or empty section is none', () => {
    const { sections } = readRuleSections('<IsInstalled><True/><False/></IsInstalled><IsSuperseded/>');
    expect(sections).toEqual({
      isInstalled: { op: 'and', of: [{ op: 'true' }, { op: 'false' }] },
      isSuperseded: null,
      isInstallable: null,
    });
  });

  it('equal rules are one object', () => {
    const rule = readRuleText('<Or><And><True/><False/></And><And><True/><False/></And></Or>');
    if (rule.op !== 'or') throw new Error(rule.op);
    expect(rule.of[0]).toBe(rule.of[1]);
  });
});
