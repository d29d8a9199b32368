/** Builds small third-party packages (sdp, section 2) from a compact description: our own words only. */
import { readSdp } from '../../src/formats/sdp/index.ts';
import type { Rejection, SdpDocument } from '../../src/domain/index.ts';

export interface DescribedItem {
  readonly isInstalled?: string;
  readonly isSuperseded?: string;
  readonly isInstallable?: string;
  readonly metadata?: string;
  /** Elements after the rules; default: a command line and a file. */
  readonly rest?: string;
}

export interface DescribedPackage {
  /** Last digits of the PackageID. */
  readonly id: number;
  readonly created?: string;
  readonly vendor?: string;
  /** More attributes of Properties. */
  readonly properties?: string;
  readonly title?: string;
  readonly isInstallable?: string;
  readonly isInstalled?: string;
  readonly supersedes?: readonly number[];
  /** Clauses of alternatives. */
  readonly prerequisites?: readonly (readonly number[])[];
  readonly bundled?: readonly number[];
  readonly items?: readonly DescribedItem[];
}

export function idOf(number: number): string {
  return `12345678-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

const namespaces = [
  'xmlns="http://www.w3.org/2001/XMLSchema"',
  ...['bar', 'lar', 'msiar', 'cmd', 'msi', 'msp', 'sdp', 'smc'].map(
    (prefix) => `xmlns:${prefix}="urn:test:${prefix}"`,
  ),
].join(' ');

const ids = (list: readonly number[]) =>
  list.map((id) => `<sdp:PackageID>${idOf(id)}</sdp:PackageID>`).join('');
const wrapped = (name: string, content: string | undefined) =>
  content === undefined ? '' : `<sdp:${name}>${content}</sdp:${name}>`;

export const defaultRest =
  '<sdp:InstallProperties Impact="Normal" RebootBehavior="NeverReboots"/>' +
  '<cmd:CommandLineInstallerData Program="setup.exe" Arguments="/quiet" DefaultResult="Failed">' +
  '<cmd:ReturnCode Code="0" Result="Succeeded"/></cmd:CommandLineInstallerData>' +
  '<sdp:OriginFile Digest="2jmj7l5rSw0yVb/vlWAYkK/YBwk=" FileName="setup.exe" Size="12" OriginUri="http://vendor.example/setup.exe"/>';

function itemXml(item: DescribedItem, index: number): string {
  const rules =
    wrapped('IsInstalled', item.isInstalled) +
    wrapped('IsSuperseded', item.isSuperseded) +
    wrapped('IsInstallable', item.isInstallable) +
    wrapped('Metadata', item.metadata);
  return `<sdp:InstallableItem ID="${idOf(900 + index)}"><sdp:ApplicabilityRules>${rules}</sdp:ApplicabilityRules>${item.rest ?? defaultRest}</sdp:InstallableItem>`;
}

/** The package's content below its root. */
function contentXml(described: DescribedPackage): string {
  const { created = '2020-01-01T00:00:00', vendor = 'Example', properties = '' } = described;
  return [
    `<sdp:Properties PackageID="${idOf(described.id)}" CreationDate="${created}" VendorName="${vendor}" ${properties}><sdp:ProductName>Driver</sdp:ProductName></sdp:Properties>`,
    `<sdp:LocalizedProperties><sdp:Language>en</sdp:Language><sdp:Title>${described.title ?? `Package ${String(described.id)}`}</sdp:Title><sdp:Description>About it.</sdp:Description></sdp:LocalizedProperties>`,
    '<sdp:UpdateSpecificData MsrcSeverity="Important" UpdateClassification="Updates"><sdp:KBArticleID>ex1</sdp:KBArticleID></sdp:UpdateSpecificData>',
    wrapped('IsInstallable', described.isInstallable),
    wrapped('IsInstalled', described.isInstalled),
    described.supersedes
      ? `<sdp:SupersededPackages>${ids(described.supersedes)}</sdp:SupersededPackages>`
      : '',
    ...(described.prerequisites ?? []).map(
      (clause) => `<sdp:Prerequisites><sdp:AtLeastOne>${ids(clause)}</sdp:AtLeastOne></sdp:Prerequisites>`,
    ),
    described.bundled ? `<sdp:BundledPackages>${ids(described.bundled)}</sdp:BundledPackages>` : '',
    ...(described.items ?? []).map(itemXml),
  ].join('\n');
}

/** A single `.sdp`. */
export function packageXml(described: DescribedPackage): string {
  return `<sdp:SoftwareDistributionPackage SchemaVersion="1.2" ${namespaces}>\n${contentXml(described)}\n</sdp:SoftwareDistributionPackage>`;
}

/** A catalog file. */
export function catalogXml(described: readonly DescribedPackage[]): string {
  const packages = described.map(
    (one) =>
      `<smc:SoftwareDistributionPackage SchemaVersion="1.0">${contentXml(one)}</smc:SoftwareDistributionPackage>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n<smc:SystemsManagementCatalog ${namespaces}>${packages.join('\n')}</smc:SystemsManagementCatalog>`;
}

function sdpFile(content: string | Uint8Array, name: string): File {
  return new File([content as BlobPart], name);
}

export async function readDocument(content: string | Uint8Array, name = 'catalog.xml'): Promise<SdpDocument> {
  const read = await readSdp(sdpFile(content, name), {});
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

export async function readRefusal(content: string | Uint8Array, name = 'catalog.xml'): Promise<Rejection> {
  const read = await readSdp(sdpFile(content, name), {});
  if (read.ok) throw new Error('not refused');
  return read.error;
}

export const wmi = (query: string) => `<bar:WmiQuery WqlQuery="${query}"/>`;
/** A rule whose answer no machine without facts has. */
export const unknownRule = '<bar:RegKeyExists Key="HKEY_LOCAL_MACHINE" Subkey="SOFTWARE\\Example"/>';
export const trueRule = '<lar:True/>';
export const falseRule = '<lar:False/>';
