/** Catalog documents and updates, as folded from MSRC monthly documents (msrc-cvrf, sections 1 and 2). */
import type { CatalogSignature } from './signature.ts';

export interface CatalogProduct {
  readonly id: string;
  readonly name: string;
  /** `Windows`, `ESU`, `Microsoft Office` … or null where the product stands outside a family. */
  readonly family: string | null;
}

export type RestartRequired = 'yes' | 'no' | 'maybe' | 'unknown';
export type Severity = 'Critical' | 'Important' | 'Moderate' | 'Low' | 'None';

export interface Vulnerability {
  readonly cve: string;
  readonly title: string;
  /** Highest severity over its products. */
  readonly severity: Severity;
  /** Severity per product id, where given. */
  readonly severityByProduct: Readonly<Record<string, Severity>>;
  readonly exploited: boolean;
  readonly disclosed: boolean;
  /** Highest CVSS base score, or null. */
  readonly baseScore: number | null;
}

/** One (KB, product) pair of one document, folded over its CVEs. */
export interface Remediation {
  readonly kb: number;
  readonly productId: string;
  readonly subType: string;
  /** Each four dotted numbers; highest first; empty where the document gives none that can be read so. */
  readonly fixedBuilds: readonly string[];
  /** KB numbers named as superseded: 6-7 digit tokens only, sorted. */
  readonly supersedes: readonly number[];
  readonly restart: RestartRequired;
  readonly cves: readonly string[];
  /** Download page the document names where it is another than the catalog search for this KB; shown as text. */
  readonly url?: string;
}

/** Click-to-run products get no KB: one pseudo-update per month and product (msrc-cvrf, section 2). */
export interface ClickToRunRemediation {
  readonly productId: string;
  readonly cves: readonly string[];
}

export interface KnownIssue {
  /** KB the issue belongs to, or null. */
  readonly kb: number | null;
  /** Plain text; markup of the document is removed, never rendered. */
  readonly text: string;
  readonly url: string;
}

export interface DocumentCounts {
  readonly vulnerabilities: number;
  readonly vendorFixes: number;
  readonly kbs: number;
  readonly kbProducts: number;
  readonly productElements: number;
  readonly products: number;
}

export const catalogSources = ['msrc', 'sdp', 'mssecure', 'mu'] as const;
export type CatalogSource = (typeof catalogSources)[number];

/** What every stored catalog document has, whatever its source. */
export interface DocumentHead {
  readonly source: CatalogSource;
  /** The document's key within its source: `2026-Feb`, `hp`, `mssecure` … */
  readonly id: string;
  readonly title: string;
  readonly revision: string;
  /** ISO text as in the document. */
  readonly initialReleaseDate: string;
  readonly currentReleaseDate: string;
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly warnings: readonly CatalogWarning[];
  /** Of cabinets only: what was checked, and the override on record where that was not enough. */
  readonly signature?: CatalogSignature;
}

/** One monthly document, folded: what is stored, and all that compiling needs. */
export interface MsrcDocument extends DocumentHead {
  readonly source: 'msrc';
  readonly products: readonly CatalogProduct[];
  readonly vulnerabilities: readonly Vulnerability[];
  readonly remediations: readonly Remediation[];
  readonly clickToRun: readonly ClickToRunRemediation[];
  readonly knownIssues: readonly KnownIssue[];
  readonly counts: DocumentCounts;
}

export const catalogWarningCodes = [
  'fixed-build-differs',
  'supersedence-differs',
  /** Sub type, restart behaviour or product name given twice and not alike (details: field, kept, other). */
  'content-differs',
  'fixed-build-outside-family',
  'two-updates-one-build',
  'product-name-not-understood',
  'date-implausible',
  'months-missing',
  'older-edition-not-used',
  'fewer-updates',
  /** An id that no table of the file has (details: update, element, id); that update stays Unknown. */
  'reference-unresolved',
  /** One id twice with different content (details: element, id). */
  'duplicate-id',
  /** Patches that supersede each other in a circle (details: updates); each keeps its own verdict. */
  'supersedence-cycle',
  /** The superseding patch is not in the file (details: count, first); the own verdict stands. */
  'superseding-patch-missing',
  /** Elements the reader does not know (details: element, count). */
  'elements-not-known',
  /** A value the schema does not allow, read as if it were the default (details: field, value, count, first). */
  'value-not-in-schema',
  /** A rule element that is unknown or malformed (details: element, fault, count, first). */
  'rule-not-understood',
  /** Prerequisites no imported catalog has (details: id, count, first). */
  'prerequisite-not-imported',
  /** A prerequisite this edition does not have: never met (details: id, count, first) (CAT14). */
  'prerequisite-missing',
  /** Updates whose prerequisites can never be met, for no alternative is there (details: count, first). */
  'prerequisites-never-met',
  /** Children this edition does not have (details: id, count, first). */
  'child-missing',
  /** Revisions whose rules cannot be read (details: fault, count, first); they are Unknown. */
  'revisions-not-readable',
  /** Prerequisites that stand on too many others, one on another (details: count, first). */
  'prerequisites-too-deep',
  /** Packages that are each other's prerequisite (details: packages, count). */
  'prerequisite-cycle',
  /** A file in the archive could not be read; the others are used (details: member, fault, place, refused, of). */
  'member-refused',
  /** A fragment that cannot be read or is missing (details: update, revision, revisionId, fault, reason). */
  'fragment-unreadable',
  /** More of them than are named one by one (details: count, named). */
  'fragments-unreadable',
  /** An inner cabinet that the index names is not there (details: shard, count = revisions of it). */
  'shard-missing',
] as const;
export type CatalogWarningCode = (typeof catalogWarningCodes)[number];

export interface CatalogWarning {
  readonly code: CatalogWarningCode;
  /** Document id, KB, product … what the words need. */
  readonly details: Readonly<Record<string, string | number>>;
}

/** Architectures that have a detectoid of their own (wsusscn2, section 5). */
export const updateArchitectures = ['x86', 'x64', 'IA64', 'ARM', 'ARM64'] as const;
export type UpdateArchitecture = (typeof updateArchitectures)[number];

/** One update = one KB over all imported documents (msrc-cvrf, section 2, identity). */
export interface Update {
  /** `msrc:KB5034768`; click-to-run: `msrc:C2R-2026-Feb-11762`. */
  readonly id: string;
  /** `KB5034768`, or null for a pseudo-update. */
  readonly kb: string | null;
  readonly kbNumber: number | null;
  /** Short name where there is no KB: `sp65011`, `MS01-001 #0`. */
  readonly label?: string;
  readonly title: string;
  /** Document ids, oldest first. */
  readonly documents: readonly string[];
  /** Sub types, sorted: `Security Update`, `Monthly Rollup` … */
  readonly subTypes: readonly string[];
  readonly products: readonly CatalogProduct[];
  readonly cves: readonly string[];
  readonly severity: Severity;
  readonly exploited: boolean;
  readonly disclosed: boolean;
  readonly restart: RestartRequired;
  /** KB numbers it names as superseded, united over the documents. */
  readonly supersedes: readonly number[];
  /** Imported KB numbers that name it as superseded or rank directly above it. */
  readonly supersededBy: readonly number[];
  /** Catalog search address, shown as text. */
  readonly url: string;
  readonly knownIssues: readonly KnownIssue[];
  /** Content hash: authorizations are bound to it. */
  readonly contentHash: string;
  /** Relations by update id, for sources whose updates are no KBs (`sdp`, `mssecure`). */
  readonly relations?: UpdateRelations;
  /** Revision number, where the source counts revisions. */
  readonly revision?: number;
  /** Of processors, where the catalog's own detectoids tell; empty = for any. */
  readonly architectures?: readonly UpdateArchitecture[];
  /** How the vendor's file is run, where the catalog says so. */
  readonly install?: InstallBehaviour;
}

export interface UpdateRelations {
  /** Ids this update replaces; ids no imported catalog has stay in the list. */
  readonly supersedes: readonly string[];
  readonly supersededBy: readonly string[];
  /** Clauses of alternatives: one member of each has to be installed. */
  readonly prerequisites: readonly (readonly string[])[];
}

export interface InstallBehaviour {
  readonly program: string;
  readonly arguments: string;
  readonly defaultResult: 'Failed' | 'Succeeded' | 'Cancelled';
  readonly returnCodes: readonly {
    readonly code: number;
    readonly result: string;
    readonly reboot: boolean;
  }[];
  readonly files: readonly {
    readonly name: string;
    readonly size: number | null;
    /** Lower-case hex, or null where the catalog gives none. */
    readonly sha1: string | null;
    readonly sha256: string | null;
    readonly url: string;
  }[];
}
