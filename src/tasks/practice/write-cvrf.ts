import { element, writeXml, type XmlElement } from '../../formats/xml-writer/index.ts';
import type { PracticeDocument, PracticeFix, PracticeVulnerability } from './practice-catalog.ts';
import { practiceProducts } from './practice-products.ts';

/** A practice document in the form of Microsoft's monthly documents (msrc-cvrf, sections 1 and 2). */
export function writeCvrf(document: PracticeDocument): string {
  const title = `Practice: ${document.month} 2026 Security Updates`;
  const cvrf = (name: string, text: string): XmlElement => element(`cvrf:${name}`, {}, [text]);
  return writeXml(
    element(
      'cvrf:cvrfdoc',
      {
        'xmlns:cvrf': 'http://www.icasi.org/CVRF/schema/cvrf/1.1',
        'xmlns:prod': 'http://www.icasi.org/CVRF/schema/prod/1.1',
        'xmlns:vuln': 'http://www.icasi.org/CVRF/schema/vuln/1.1',
      },
      [
        cvrf('DocumentTitle', title),
        cvrf('DocumentType', 'Security Update'),
        element('cvrf:DocumentPublisher', { Type: 'Other' }, [
          cvrf('ContactDetails', 'Patchferry practice site'),
          cvrf('IssuingAuthority', 'Nobody: every update and every weakness in this document is invented.'),
        ]),
        element('cvrf:DocumentTracking', {}, [
          element('cvrf:Identification', {}, [cvrf('ID', document.id), cvrf('Alias', document.id)]),
          cvrf('Status', 'Final'),
          cvrf('Version', '1.0'),
          element('cvrf:RevisionHistory', {}, [
            element('cvrf:Revision', {}, [
              cvrf('Number', '1'),
              cvrf('Date', document.released),
              cvrf('Description', title),
            ]),
          ]),
          cvrf('InitialReleaseDate', document.released),
          cvrf('CurrentReleaseDate', document.released),
        ]),
        productTree(),
        ...document.vulnerabilities.map((vulnerability, index) =>
          vulnerabilityElement(document, vulnerability, index),
        ),
      ],
    ),
  );
}

/** As in real documents every product stands twice: in its family and in a flat list. */
function productTree(): XmlElement {
  const products = Object.values(practiceProducts);
  const full = ({ id, name }: { id: string; name: string }): XmlElement =>
    element('prod:FullProductName', { ProductID: id }, [name]);
  const families = [...new Set(products.map((product) => product.family))];
  return element('prod:ProductTree', {}, [
    element(
      'prod:Branch',
      { Type: 'Vendor', Name: 'Microsoft' },
      families.map((family) =>
        element(
          'prod:Branch',
          { Type: 'Product Family', Name: family },
          products.filter((product) => product.family === family).map(full),
        ),
      ),
    ),
    ...products.map(full),
  ]);
}

function vulnerabilityElement(
  document: PracticeDocument,
  vulnerability: PracticeVulnerability,
  index: number,
): XmlElement {
  const fixes = document.fixes.filter((fix) => vulnerability.fixes.includes(fix.kb));
  const products = [...new Set(fixes.flatMap(productIds))];
  const issues = document.knownIssues.filter((issue) => vulnerability.fixes.includes(issue.kb));
  const threat = (type: string, description: string, ids: readonly string[]): XmlElement =>
    element('vuln:Threat', { Type: type }, [vuln('Description', description), ...ids.map(productId)]);
  return element('vuln:Vulnerability', { Ordinal: index }, [
    vuln('Title', vulnerability.title),
    vuln('CVE', vulnerability.cve),
    element('vuln:ProductStatuses', {}, [
      element('vuln:Status', { Type: 'Known Affected' }, products.map(productId)),
    ]),
    element('vuln:Threats', {}, [
      ...products.map((id) => threat('Severity', vulnerability.severity, [id])),
      threat('Exploit Status', exploitStatus(vulnerability.exploited), []),
    ]),
    element(
      'vuln:CVSSScoreSets',
      {},
      products.map((id) =>
        element('vuln:ScoreSet', {}, [vuln('BaseScore', vulnerability.score), productId(id)]),
      ),
    ),
    element('vuln:Remediations', {}, [
      ...fixes.map(vendorFix),
      ...issues.map(({ kb, url }) =>
        element('vuln:Remediation', { Type: 'Known Issue' }, [
          vuln('Description', String(kb)),
          vuln('URL', url),
        ]),
      ),
    ]),
  ]);
}

function vendorFix(fix: PracticeFix): XmlElement {
  const known = fix.kb !== 0;
  return element('vuln:Remediation', { Type: 'Vendor Fix' }, [
    vuln('Description', known ? String(fix.kb) : 'Click to Run'),
    vuln('URL', known ? `https://catalog.update.microsoft.com/v7/site/Search.aspx?q=KB${fix.kb}` : ''),
    ...(fix.supersedes === '' ? [] : [vuln('Supercedence', fix.supersedes)]),
    ...productIds(fix).map(productId),
    vuln('RestartRequired', fix.restart),
    vuln('SubType', fix.subType),
    ...(fix.fixedBuild === '' ? [] : [vuln('FixedBuild', fix.fixedBuild)]),
  ]);
}

function productIds(fix: PracticeFix): readonly string[] {
  return fix.products.map((product) => practiceProducts[product].id);
}

function productId(id: string): XmlElement {
  return vuln('ProductID', id);
}

function exploitStatus(exploited: boolean): string {
  const word = exploited ? 'Yes' : 'No';
  return `Publicly Disclosed:${word};Exploited:${word};Latest Software Release:N/A`;
}

function vuln(name: string, text: string): XmlElement {
  return element(`vuln:${name}`, {}, text === '' ? [] : [text]);
}
