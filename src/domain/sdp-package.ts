/**
 * Packages of third-party catalogs (SDP / SCUP), as read: what is stored, and all that compiling needs
 * (sdp, sections 2 and 3). Texts are as the vendor writes them, ids in lower case.
 */
import type { DocumentHead } from './catalog.ts';
import type { Rule, RuleSections } from './rule.ts';

export interface SdpText {
  readonly language: string;
  readonly title: string;
  readonly description: string;
}

export type SdpRebootBehavior = 'NeverReboots' | 'AlwaysRequiresReboot' | 'CanRequestReboot';
export type SdpImpact = 'Normal' | 'Minor' | 'RequiresExclusiveHandling';

export interface SdpInstallProperties {
  readonly canRequestUserInput: boolean;
  readonly requiresNetworkConnectivity: boolean;
  readonly impact: SdpImpact;
  readonly rebootBehavior: SdpRebootBehavior;
}

export type SdpResult = 'Failed' | 'Succeeded' | 'Cancelled';

export interface SdpReturnCode {
  /** As written: signed decimal. */
  readonly code: number;
  readonly result: SdpResult;
  readonly reboot: boolean;
  readonly texts: readonly { readonly language: string; readonly description: string }[];
}

export type SdpHandler =
  | {
      readonly kind: 'command-line';
      readonly program: string;
      readonly arguments: string;
      readonly defaultResult: SdpResult;
      readonly rebootByDefault: boolean;
      readonly returnCodes: readonly SdpReturnCode[];
      readonly repairPaths: readonly string[];
    }
  | {
      readonly kind: 'msi';
      readonly file: string;
      readonly productCode: string;
      readonly commandLine: string;
      readonly uninstallCommandLine: string;
    }
  | {
      readonly kind: 'msp';
      readonly file: string;
      readonly patchCode: string;
      readonly fullFilePatchCode: string;
      readonly commandLine: string;
      readonly uninstallCommandLine: string;
    }
  /** A handler whose content has no schema (`UpdateExeInstallerData`) or another one: its element name. */
  | { readonly kind: 'other'; readonly name: string };

export interface SdpOriginFile {
  readonly name: string;
  /** Bytes, or null where the catalog gives none that can be read. */
  readonly size: number | null;
  readonly modified: string;
  readonly url: string;
  /** Lower-case hex, or null. */
  readonly sha1: string | null;
  readonly sha256: string | null;
}

export interface SdpItem {
  readonly id: string;
  readonly rules: RuleSections;
  readonly install: SdpInstallProperties | null;
  readonly uninstall: SdpInstallProperties | null;
  readonly handler: SdpHandler | null;
  readonly file: SdpOriginFile | null;
  readonly languages: readonly string[];
}

export interface SdpPackage {
  /** PackageID, lower case, without braces. */
  readonly id: string;
  readonly vendor: string;
  /** CreationDate as written; it tells revisions apart. */
  readonly created: string;
  readonly schemaVersion: string;
  readonly publication: 'Published' | 'Expired';
  readonly updateType: 'Software' | 'Driver' | 'Detectoid';
  readonly canSourceBeRequired: boolean;
  readonly restrictToClientServicingApi: boolean;
  readonly moreInfoUrls: readonly string[];
  readonly supportUrl: string;
  readonly products: readonly string[];
  /** The first one is the default. */
  readonly texts: readonly SdpText[];
  readonly content: 'update' | 'application';
  /** The vendor's urgency as written; empty where not given. */
  readonly severity: string;
  readonly classification: string;
  readonly bulletin: string;
  readonly article: string;
  readonly cves: readonly string[];
  /** Package level: IsInstallable missing = true; IsInstalled missing = not asked. */
  readonly isInstallable: Rule | null;
  readonly isInstalled: Rule | null;
  readonly supersedes: readonly string[];
  /** Clauses of alternatives: of each one member has to be installed. */
  readonly prerequisites: readonly (readonly string[])[];
  readonly bundled: readonly string[];
  readonly items: readonly SdpItem[];
}

export const sdpRoots = [
  'SoftwareDistributionPackage',
  'SystemsManagementCatalog',
  'UpdateServicesPackage',
] as const;
export type SdpRoot = (typeof sdpRoots)[number];

/**
 * One imported file of packages. A single package has its PackageID as `id`, so that a newer revision
 * replaces it; a catalog file or an archive has vendor and file stem, since vendors give out several
 * catalogs side by side (docs/decisions/0005). `currentReleaseDate` is the latest CreationDate.
 */
export interface SdpDocument extends DocumentHead {
  readonly source: 'sdp';
  /** Root element of the file; of an archive: of the catalog in it, else of its packages. */
  readonly root: SdpRoot;
  /** Name of this edition: `<PackageID>@<CreationDate>` or `<root>@<latest CreationDate>`. */
  readonly edition: string;
  /** Vendors, sorted: pages show documents of one vendor as one catalog. */
  readonly vendors: readonly string[];
  /** Sorted by id, one revision of each. */
  readonly packages: readonly SdpPackage[];
  /**
   * Packages of earlier editions of this catalog that this one does not list: withdrawn or superseded (sdp, section
   * 5.3). They are decided as before, with a mark. Sorted by id; known where this edition replaced another.
   */
  readonly withdrawn?: readonly SdpPackage[];
  /** How often each rule element occurs, by local name, sorted. */
  readonly ruleElements: Readonly<Record<string, number>>;
}

/** What an authorization is bound to: what is fetched and run, never texts or rules. */
export function sdpInstalledContent(read: SdpPackage): string {
  const items = read.items.map(({ id, install, uninstall, handler, file, languages }) => ({
    id,
    install,
    uninstall,
    handler,
    file,
    languages,
  }));
  return JSON.stringify([read.id, read.updateType, items, read.bundled]);
}
