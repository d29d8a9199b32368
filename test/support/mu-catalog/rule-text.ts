/** ApplicabilityRules of generated children by the style of their product, spelled as core fragments do. */
import { pick, whole } from '../seeded.ts';
import type { Random } from '../seeded.ts';
import { guidOf, randomOf } from './identity.ts';
import type { PlannedChild, PlannedDetectoid } from './plan.ts';
import { servicingManifest } from './servicing-manifest.ts';

const folders = ['drivers', 'spool', 'inetsrv', 'wbem', 'ras', 'setup'];
const comparison = 'Comparison="GreaterThanOrEqualTo"';

function version(random: Random, major: number): string {
  return [major, whole(random, 4), whole(random, 27_000), whole(random, 9_000)].map(String).join('.');
}

const sections = (installed: string, installable: string, metadata = ''): string =>
  `<ApplicabilityRules><IsInstalled>${installed}</IsInstalled><IsInstallable>${installable}</IsInstallable>${metadata}</ApplicabilityRules>`;

function uninstallKey(product: number): string {
  return `SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Northgate Product ${String(product)}`;
}

function release({ parent }: PlannedChild, random: Random): string {
  const name = `Northgate.OS.${String(parent.product.index)}.${parent.architecture}`;
  const build = 20_000 + parent.product.index * 3;
  const installed = `<ProductReleaseInstalled Name="${name}" Version="10.0.${String(build)}.${String(whole(random, 9000))}" />`;
  const between = ['GreaterThanOrEqualTo', 'LessThan'].map(
    (compare, at) =>
      `<DeviceAttribute Name="OSVersion" Type="Version" Comparison="${compare}" Value="10.0.${String(build + at)}.${String(1 - at)}" />`,
  );
  const notSku =
    '<Not><DeviceAttribute Name="OSSkuId" Type="String" Comparison="EqualTo" Value="119" /></Not>';
  return sections(installed, `<And><And>${notSku}</And>${between.join('')}</And>`);
}

function files({ parent }: PlannedChild, random: Random): string {
  const count = 1 + whole(random, 9);
  const tests = Array.from({ length: count }, () => {
    const path = `${pick(random, folders)}\\ng${String(whole(random, 4000))}.dll`;
    return [path, version(random, 6)] as const;
  });
  const installed = tests.map(
    ([path, at]) => `<b.FileVersion Path="${path}" ${comparison} Version="${at}" Csidl="37" />`,
  );
  const installable = tests.map(([path]) => `<b.FileExists Path="${path}" Csidl="37" />`);
  const os = `<b.WindowsVersion ${comparison} MajorVersion="6" MinorVersion="${String(parent.product.index % 4)}" />`;
  return sections(`<And>${installed.join('')}</And>`, `<And>${os}<Or>${installable.join('')}</Or></And>`);
}

function registry({ parent }: PlannedChild, random: Random): string {
  const key = `Key="HKEY_LOCAL_MACHINE" Subkey="${uninstallKey(parent.product.index)}"`;
  const installed = `<b.RegSzToVersion ${key} Value="DisplayVersion" ${comparison} Data="${version(random, 15)}" />`;
  const present = `<b.RegKeyExists ${key} />`;
  const not = `<Not><b.RegDword ${key} Value="NoUpdate${String(whole(random, 40))}" Comparison="EqualTo" Data="1" /></Not>`;
  return sections(`<And>${present}${installed}</And>`, `<And>${present}${not}</And>`);
}

function installer({ parent, key }: PlannedChild, random: Random, seed: number): string {
  const count = 3 + whole(random, 30);
  const products = Array.from({ length: count }, (_, at) =>
    guidOf(seed, `msi ${String(parent.product.index)} ${String(at + whole(random, 12))}`),
  );
  const target = (product: string): string =>
    `<TargetProduct MinMsiVersion="310"><TargetProductCode Validate="true">{${product}}</TargetProductCode>` +
    '<TargetVersion Validate="true" ComparisonType="Equal" ComparisonFilter="MajorMinorUpdate">' +
    `15.0.${String(4000 + whole(random, 900))}.0</TargetVersion><TargetLanguage Validate="false">${String(1025 + whole(random, 40))}</TargetLanguage>` +
    `<UpdatedLanguages>0</UpdatedLanguages><UpgradeCode Validate="true">{${guidOf(seed, `upgrade ${String(parent.product.index)}`)}}</UpgradeCode></TargetProduct>`;
  const patch =
    `<MsiPatch xmlns="http://www.microsoft.com/msi/patch_applicability.xsd" SchemaVersion="1.0.0.0" PatchGUID="{${guidOf(seed, `patch ${key}`)}}" MinMsiVersion="3">` +
    products.map(target).join('') +
    products.map((product) => `<TargetProductCode>{${product}}</TargetProductCode>`).join('') +
    `<SequenceData><PatchFamily>ng${String(parent.product.index)}</PatchFamily><Sequence>15.0.${String(whole(random, 5000))}.1</Sequence><Attributes>1</Attributes></SequenceData></MsiPatch>`;
  const metadata = `<Metadata><m.MsiPatchMetadata>${patch}</m.MsiPatchMetadata></Metadata>`;
  return sections('<m.MsiPatchInstalled />', '<m.MsiPatchInstallable />', metadata);
}

/** Rules of a child, at most some kilobytes but for servicing manifests. */
export function* childRules(seed: number, hugeBytes: number, child: PlannedChild): Generator<string> {
  const random = randomOf(seed, `rules ${child.key} ${String(child.revision)}`);
  switch (child.parent.product.style) {
    case 'release':
      yield release(child, random);
      break;
    case 'files':
      yield files(child, random);
      break;
    case 'registry':
      yield registry(child, random);
      break;
    case 'installer':
      yield installer(child, random, seed);
      break;
    case 'servicing':
      yield '<ApplicabilityRules><IsInstalled><CbsPackageInstalled /></IsInstalled><IsInstallable><CbsPackageInstallable /></IsInstallable><Metadata><CbsPackageApplicabilityMetadata>';
      yield* servicingManifest(seed, child, random, hugeBytes);
      yield '</CbsPackageApplicabilityMetadata></Metadata></ApplicabilityRules>';
  }
}

/** Rules of a detectoid: its architecture, or whether a product is there. */
export function detectoidRules(seed: number, { processor, index }: PlannedDetectoid): string {
  const random = randomOf(seed, `detectoid rules ${String(index)}`);
  const key = `Key="HKEY_LOCAL_MACHINE" Subkey="${uninstallKey(index)}"`;
  const questions = [
    `<b.RegKeyExists ${key} />`,
    `<m.MsiProductInstalled ProductCode="{${guidOf(seed, `msi ${String(index % 560)} ${String(index % 20)}`)}}" VersionMin="${version(random, 10)}" VersionMax="10.9.0.0" ExcludeVersionMax="true" />`,
    `<b.RegSzToVersion ${key} Value="ProductVersion" ${comparison} Data="${version(random, 10)}" />`,
    `<b.WindowsVersion ${comparison} MajorVersion="${String(5 + (index % 6))}" MinorVersion="${String(index % 4)}" BuildNumber="${String(2600 + index)}" />`,
    `<b.FileVersion Path="${pick(random, folders)}\\core${String(index)}.dll" ${comparison} Version="${version(random, 6)}" Csidl="37" />`,
    `<b.WindowsLanguage Language="${pick(random, ['de', 'fr', 'ja', 'ro', 'pt'])}" />`,
  ];
  const question = processor === null ? (questions[index % questions.length] ?? '') : '';
  const asked = processor === null ? question : `<b.Processor Architecture="${String(processor)}" />`;
  return `<ApplicabilityRules><IsInstalled>${asked}</IsInstalled></ApplicabilityRules>`;
}
