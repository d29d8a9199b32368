/**
 * Builds small MSRC monthly documents (CVRF 1.1) from a compact description: the words of tests, not
 * a copy of Microsoft's texts. Elements, order and attributes are those of msrc-cvrf, section 1.
 */
import type { Severity } from '../../src/domain/index.ts';

export interface DescribedProduct {
  readonly id: string;
  readonly name: string;
  /** Null or absent: the product stands outside a family. */
  readonly family?: string | null;
}

export interface DescribedFix {
  /** KB number, or any other Description. */
  readonly kb: number | string;
  readonly products: readonly string[];
  readonly subType?: string;
  readonly fixedBuild?: string;
  /** Content of Supercedence as written; numbers are joined by `; `. */
  readonly supersedes?: string | readonly number[];
  /** As written: Yes, No, Maybe, empty. */
  readonly restart?: string;
  /** Default: the catalog search for the KB. */
  readonly url?: string;
}

export interface DescribedKnownIssue {
  readonly description: string | number;
  readonly url?: string;
  readonly products?: readonly string[];
}

export interface DescribedVulnerability {
  readonly cve: string;
  readonly title?: string;
  /** One severity for every affected product, or one a product id. */
  readonly severity?: Severity | Readonly<Record<string, Severity>>;
  readonly exploited?: boolean;
  readonly disclosed?: boolean;
  /** CVSS base score a product id, as written. */
  readonly scores?: Readonly<Record<string, string>>;
  readonly fixes?: readonly DescribedFix[];
  readonly clickToRun?: readonly string[];
  readonly knownIssues?: readonly DescribedKnownIssue[];
}

export interface DescribedDocument {
  /** `2026-Feb` */
  readonly id: string;
  readonly title?: string;
  readonly revision?: string;
  readonly initialReleaseDate?: string;
  readonly currentReleaseDate?: string;
  readonly products: readonly DescribedProduct[];
  readonly vulnerabilities: readonly DescribedVulnerability[];
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** The document as XML text, without an XML declaration: put one in front where a test needs it. */
export function msrcXml(described: DescribedDocument): string {
  const initial = described.initialReleaseDate ?? '2026-02-10T08:00:00';
  const current = described.currentReleaseDate ?? initial;
  return [
    '<cvrf:cvrfdoc xmlns:cvrf="http://www.icasi.org/CVRF/schema/cvrf/1.1" xmlns:prod="http://www.icasi.org/CVRF/schema/prod/1.1" xmlns:vuln="http://www.icasi.org/CVRF/schema/vuln/1.1">',
    element('cvrf:DocumentTitle', described.title ?? `${described.id} test document`),
    element('cvrf:DocumentType', 'Security Update'),
    '<cvrf:DocumentTracking>',
    `<cvrf:Identification>${element('cvrf:ID', described.id)}${element('cvrf:Alias', described.id)}</cvrf:Identification>`,
    '<cvrf:RevisionHistory><cvrf:Revision>',
    element('cvrf:Number', described.revision ?? '1'),
    element('cvrf:Date', current),
    '</cvrf:Revision></cvrf:RevisionHistory>',
    element('cvrf:InitialReleaseDate', initial),
    element('cvrf:CurrentReleaseDate', current),
    '</cvrf:DocumentTracking>',
    ...productTree(described.products),
    ...described.vulnerabilities.flatMap(vulnerability),
    '</cvrf:cvrfdoc>',
    '',
  ].join('\n');
}

/** The document as a file; `name` defaults to the one Microsoft's files carry. */
export function msrcFile(described: DescribedDocument, name = `cvrfDocument-${described.id}.xml`): File {
  return new File([msrcXml(described)], name, { type: 'text/xml' });
}

function element(name: string, text: string): string {
  return text === '' ? `<${name} />` : `<${name}>${escapeXml(text)}</${name}>`;
}

/** Every product twice, as in the real documents: in its family's branch and in the flat list. */
function productTree(products: readonly DescribedProduct[]): string[] {
  const families = [...new Set(products.map(({ family }) => family ?? null))].filter((name) => name !== null);
  const line = ({ id, name }: DescribedProduct) =>
    `<prod:FullProductName ProductID="${escapeXml(id)}">${escapeXml(name)}</prod:FullProductName>`;
  return [
    '<prod:ProductTree>',
    '<prod:Branch Type="Vendor" Name="Microsoft">',
    ...families.flatMap((family) => [
      `<prod:Branch Type="Product Family" Name="${escapeXml(family)}">`,
      ...products.filter((product) => product.family === family).map(line),
      '</prod:Branch>',
    ]),
    '</prod:Branch>',
    ...products.map(line),
    '</prod:ProductTree>',
  ];
}

function vulnerability(described: DescribedVulnerability, at: number): string[] {
  const affected = [
    ...new Set([
      ...(described.fixes ?? []).flatMap(({ products }) => products),
      ...(described.clickToRun ?? []),
    ]),
  ];
  return [
    `<vuln:Vulnerability Ordinal="${at}">`,
    element('vuln:Title', described.title ?? `${described.cve} in tests`),
    element('vuln:CVE', described.cve),
    `<vuln:ProductStatuses><vuln:Status Type="Known Affected">${productIds(affected)}</vuln:Status></vuln:ProductStatuses>`,
    '<vuln:Threats>',
    ...severityThreats(described.severity, affected),
    `<vuln:Threat Type="Exploit Status">${element('vuln:Description', exploitStatus(described))}</vuln:Threat>`,
    '</vuln:Threats>',
    '<vuln:CVSSScoreSets>',
    ...Object.entries(described.scores ?? {}).map(
      ([product, score]) =>
        `<vuln:ScoreSet>${element('vuln:BaseScore', score)}${element('vuln:ProductID', product)}</vuln:ScoreSet>`,
    ),
    '</vuln:CVSSScoreSets>',
    '<vuln:Remediations>',
    ...(described.fixes ?? []).map(vendorFix),
    ...(described.clickToRun ?? []).map((product) =>
      vendorFix({ kb: 'Click to Run', products: [product], url: 'https://example.invalid/click-to-run' }),
    ),
    ...(described.knownIssues ?? []).map(knownIssue),
    '</vuln:Remediations>',
    '</vuln:Vulnerability>',
  ];
}

function severityThreats(
  severity: DescribedVulnerability['severity'],
  affected: readonly string[],
): string[] {
  if (severity === undefined) return [];
  const byProduct =
    typeof severity === 'string'
      ? affected.map((product) => [product, severity] as const)
      : Object.entries(severity);
  return byProduct.map(
    ([product, word]) =>
      `<vuln:Threat Type="Severity">${element('vuln:Description', word)}${element('vuln:ProductID', product)}</vuln:Threat>`,
  );
}

function exploitStatus({ exploited = false, disclosed = false }: DescribedVulnerability): string {
  const word = (yes: boolean) => (yes ? 'Yes' : 'No');
  return `Publicly Disclosed:${word(disclosed)};Exploited:${word(exploited)};DOS:N/A`;
}

function vendorFix(fix: DescribedFix): string {
  const supersedes = typeof fix.supersedes === 'string' ? fix.supersedes : (fix.supersedes ?? []).join('; ');
  return [
    '<vuln:Remediation Type="Vendor Fix">',
    element('vuln:Description', String(fix.kb)),
    element('vuln:URL', fix.url ?? `https://catalog.update.microsoft.com/v7/site/Search.aspx?q=KB${fix.kb}`),
    supersedes === '' ? '' : element('vuln:Supercedence', supersedes),
    productIds(fix.products),
    '<vuln:AffectedFiles />',
    element('vuln:RestartRequired', fix.restart ?? 'Yes'),
    element('vuln:SubType', fix.subType ?? 'Security Update'),
    fix.fixedBuild === undefined ? '' : element('vuln:FixedBuild', fix.fixedBuild),
    '</vuln:Remediation>',
  ].join('');
}

function knownIssue({ description, url = '', products = [] }: DescribedKnownIssue): string {
  return `<vuln:Remediation Type="Known Issue">${element('vuln:Description', String(description))}${element('vuln:URL', url)}${productIds(products)}</vuln:Remediation>`;
}

function productIds(products: readonly string[]): string {
  return products.map((product) => element('vuln:ProductID', product)).join('');
}
