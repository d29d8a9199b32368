/** What an edition says of each of its updates, as far as two editions are compared, whatever its source. */
import {
  canonicalJson,
  isOffered,
  mssecureUpdateId,
  muUpdateId,
  sdpInstalledContent,
} from '../domain/index.ts';
import type {
  CatalogDocument,
  MsrcDocument,
  MssecureDocument,
  MuDocument,
  SdpDocument,
  Severity,
} from '../domain/index.ts';
import { contentByUpdate } from './document-contents.ts';

export interface EditionEntry {
  /** Everything it says, as comparable text. */
  readonly content: string;
  /** What is fetched and run, or which revision it is: a change of the rest changes the description only. */
  readonly installed: string;
  /** `None` where the catalog gives none. */
  readonly severity: Severity;
  /** An update of the same edition replaces it. */
  readonly superseded: boolean;
  /** The vendor withdrew it. */
  readonly expired: boolean;
}

const severities: readonly Severity[] = ['None', 'Low', 'Moderate', 'Important', 'Critical'];

/** 0 for none; a higher number is worse. */
export function severityRank(severity: Severity): number {
  return severities.indexOf(severity);
}

function severityOf(text: string): Severity {
  return severities.find((word) => word.toLowerCase() === text.toLowerCase()) ?? 'None';
}

type Rest = Omit<EditionEntry, 'content'>;

/** By the names of `contentByUpdate`, in their order. */
export function editionEntries(document: CatalogDocument): ReadonlyMap<string, EditionEntry> {
  const rest = restOf(document);
  const contents = contentByUpdate(document);
  return new Map([...contents].map(([name, content]) => [name, { content, ...rest(name) }]));
}

function restOf(document: CatalogDocument): (name: string) => Rest {
  switch (document.source) {
    case 'msrc':
      return ofMonth(document);
    case 'sdp':
      return ofPackages(document);
    case 'mssecure':
      return ofBulletins(document);
    case 'mu':
      return ofRevisions(document);
  }
}

const plain: Rest = { installed: '', severity: 'None', superseded: false, expired: false };

/** Severity of a KB: the highest of its CVEs on its products. */
function ofMonth({ remediations, vulnerabilities }: MsrcDocument): (name: string) => Rest {
  const byCve = new Map(vulnerabilities.map((vulnerability) => [vulnerability.cve, vulnerability]));
  const superseded = new Set(remediations.flatMap(({ supersedes }) => supersedes));
  const entries = new Map<string, { builds: string[]; severity: Severity; kb: number }>();
  for (const { kb, cves, productId, fixedBuilds, subType, supersedes } of remediations) {
    const entry = entries.get(`KB${String(kb)}`) ?? { builds: [], severity: 'None', kb };
    entry.builds.push(canonicalJson([productId, subType, fixedBuilds, supersedes]));
    for (const cve of cves) {
      const severity = byCve.get(cve)?.severityByProduct[productId] ?? 'None';
      if (severityRank(severity) > severityRank(entry.severity)) entry.severity = severity;
    }
    entries.set(`KB${String(kb)}`, entry);
  }
  return (name) => {
    const entry = entries.get(name);
    if (entry === undefined) return plain;
    const { builds, severity, kb } = entry;
    return { installed: builds.sort().join('\n'), severity, superseded: superseded.has(kb), expired: false };
  };
}

function ofPackages({ packages }: SdpDocument): (name: string) => Rest {
  const byName = new Map(packages.map((one) => [`sdp:${one.id}`, one]));
  const superseded = new Set(packages.flatMap(({ supersedes }) => supersedes));
  return (name) => {
    const one = byName.get(name);
    if (one === undefined) return plain;
    return {
      installed: sdpInstalledContent(one),
      severity: severityOf(one.severity),
      superseded: superseded.has(one.id),
      expired: one.publication === 'Expired',
    };
  };
}

/** Its numbers for severity are no words: only what is replaced is told. */
function ofBulletins({ bulletins }: MssecureDocument): (name: string) => Rest {
  const superseded = new Map(
    bulletins.flatMap(({ id, patches }) =>
      patches.map(({ ordinal, supersededBy }) => [mssecureUpdateId(id, ordinal), supersededBy !== '']),
    ),
  );
  return (name) => ({ ...plain, superseded: superseded.get(name) ?? false });
}

function ofRevisions({ revisions }: MuDocument): (name: string) => Rest {
  const replaced = new Set(revisions.flatMap(({ supersedes }) => supersedes));
  const entries = new Map(
    revisions.filter(isOffered).map((one): [string, Rest] => [
      muUpdateId(one.updateId),
      {
        installed: String(one.revision),
        severity: severityOf(one.severity),
        superseded: one.supersededBy.length > 0 || replaced.has(one.updateId),
        expired: false,
      },
    ]),
  );
  return (name) => entries.get(name) ?? plain;
}
