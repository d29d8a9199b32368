/**
 * Revisions of the Microsoft Update offline catalog, as read from its master list and fragments
 * (wsusscn2, sections 3 and 4). GUIDs are in lower case; revision ids mean something within one
 * edition only and are never a key.
 */
import type { DocumentHead } from './catalog.ts';
import type { RuleSections } from './rule.ts';

export type MuUpdateType = 'Software' | 'Driver' | 'Category' | 'Detectoid';

/**
 * Place of a revision in the catalog: `update` can be offered to a person, `child` belongs to a parent
 * update, `evaluated` (categories, detectoids) is only asked about (wsusscn2, section 3).
 */
export type MuRole = 'update' | 'child' | 'evaluated';

/** One AND clause of prerequisites; one of its alternatives has to be installed. */
export interface MuPrerequisite {
  readonly anyOf: readonly string[];
  /** The clause says where the update stands in the category tree (`AtLeastOne IsCategory`). */
  readonly isCategory: boolean;
}

export interface MuReference {
  readonly updateId: string;
  readonly revision: number;
}

/** Update ids of the categories a revision stands in; empty on children. */
export interface MuCategories {
  readonly companies: readonly string[];
  readonly families: readonly string[];
  readonly products: readonly string[];
  readonly classifications: readonly string[];
}

/** Why a revision cannot be decided: its rules are missing or cannot be read. Its state is Unknown. */
export const muFaults = [
  /** The shard that should have it has no core fragment of this revision. */
  'core-missing',
  'core-malformed',
  /** Larger than the limit of a fragment. */
  'core-too-large',
  /** The fragment names another update or revision than the master list. */
  'identity-differs',
  /** What would be installed cannot be read. */
  'extended-malformed',
  'extended-too-large',
] as const;
export type MuFault = (typeof muFaults)[number];

export type MuReboot = 'NeverReboots' | 'AlwaysRequiresReboot' | 'CanRequestReboot';
export type MuImpact = 'Normal' | 'Minor' | 'RequiresExclusiveHandling';

/** What deciding, listing and comparing need of one revision; the rest is its `MuDetail`. */
export interface MuRevision {
  readonly updateId: string;
  readonly revision: number;
  /** Number of this revision in this edition: names its fragments. */
  readonly revisionId: number;
  readonly type: MuUpdateType;
  readonly role: MuRole;
  readonly explicitlyDeployable: boolean;
  /** UTC, as written. */
  readonly created: string;
  /** Language the texts fall back to. */
  readonly defaultLanguage: string;
  readonly prerequisites: readonly MuPrerequisite[];
  /** Forward list of the core fragment; ids this edition lacks stay in it. */
  readonly supersedes: readonly string[];
  /** Reverse list of the master list, as update ids: only updates of this edition. */
  readonly supersededBy: readonly string[];
  /** Children by clause: each clause needs an applicable member. Empty = no parent update. */
  readonly bundled: readonly (readonly MuReference[])[];
  readonly categories: MuCategories;
  /** Null where the core fragment has no ApplicabilityRules (parent updates) or could not be read. */
  readonly rules: RuleSections | null;
  readonly fault: MuFault | null;
  /** In the chosen language, else in the default one; empty where the edition has no text. */
  readonly title: string;
  /** `KB5034768`, or empty. */
  readonly kb: string;
  /** `MS17-010`, or empty. */
  readonly bulletin: string;
  /** As written: `Critical`, `Important`, `Moderate`, `Low`, or empty. */
  readonly severity: string;
  readonly cves: readonly string[];
  readonly reboot: MuReboot | null;
  readonly impact: MuImpact | null;
  /** The presence of UninstallationBehavior (wsusscn2, section 8). */
  readonly uninstallable: boolean;
  /** Bytes; null where not given. */
  readonly maxDownloadSize: number | null;
  /** Last part of the Handler address: `Cbs`, `OSInstaller`, `CommandLineInstallation` …; or empty. */
  readonly handler: string;
  readonly eulaId: string;
  /**
   * SHA-256 in lower-case hex over what the core and extended fragment say, the order of elements and
   * attributes left out of account: what an authorization is bound to. Empty where either has a fault.
   */
  readonly contentHash: string;
}

const idPrefix = 'mu:';

export function muUpdateId(updateId: string): string {
  return `${idPrefix}${updateId}`;
}

/** The other way: the GUID in the id of a Microsoft update, or null for an update of another source. */
export function guidOfMuUpdate(id: string): string | null {
  return id.startsWith(idPrefix) ? id.slice(idPrefix.length) : null;
}

/**
 * Listed as an update of its own: top-level and deployable by a person (applicability rules, section 6,
 * hidden traps). Of one whose core fragment cannot be read only the place is known.
 */
export function isOffered({ role, explicitlyDeployable, fault }: MuRevision): boolean {
  return role === 'update' && (explicitlyDeployable || fault !== null);
}

export interface MuFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly modified: string;
  /** Lower-case hex. */
  readonly sha1: string;
  readonly sha256: string | null;
  /** Address in FileLocations; empty where the edition gives none. */
  readonly url: string;
  /** `SelfContained`, `Express` …; empty where not given. */
  readonly patchingType: string;
}

export interface MuReturnCode {
  /** As written: signed decimal. */
  readonly code: number;
  readonly result: 'Failed' | 'Succeeded' | 'Cancelled';
  readonly reboot: boolean;
}

/** HandlerSpecificData (wsusscn2, section 4.3). */
export interface MuHandlerData {
  /** `cbs:Cbs`, `cmd:CommandLineInstallation` … without the prefix. */
  readonly kind: string;
  /** Attributes of its elements as `Element.Attribute`: `InstallCommand.Program` …, sorted by name. */
  readonly values: Readonly<Record<string, string>>;
  readonly returnCodes: readonly MuReturnCode[];
}

export interface MuText {
  readonly language: string;
  readonly title: string;
  readonly description: string;
  readonly uninstallNotes: string;
  readonly moreInfoUrls: readonly string[];
  readonly supportUrl: string;
}

export interface MuEula {
  readonly name: string;
  readonly language: string;
  readonly size: number;
  readonly sha1: string;
}

/** What an update's page and a bundle need, kept apart: read only for the updates somebody looks at. */
export interface MuDetail {
  readonly updateId: string;
  readonly revision: number;
  readonly texts: readonly MuText[];
  /** Languages of the binaries; `all` occurs. */
  readonly languages: readonly string[];
  readonly files: readonly MuFile[];
  readonly handlerData: MuHandlerData | null;
  readonly canRequestUserInput: boolean;
  readonly requiresNetwork: boolean;
  readonly eulas: readonly MuEula[];
  readonly supportUrl: string;
  readonly moreInfoUrls: readonly string[];
  /** ApplicabilityRules as the fragment spells them, manifests cut to their identity; empty = none. */
  readonly ruleSource: string;
}

/** What of an edition is imported. Null = all. Languages are folder names of `l/`: `en`, `zh-cn` … */
export interface MuScope {
  readonly products: readonly string[] | null;
  readonly classifications: readonly string[] | null;
  readonly languages: readonly string[];
}

/**
 * What the edition holds, counted before the scope is applied. The master list does not tell detectoids
 * from categories: those outside of the scope count as categories where an update stands in them.
 */
export interface MuCounts {
  readonly revisions: number;
  readonly updates: number;
  /** Updates that have children, by the master list. */
  readonly parents: number;
  readonly children: number;
  readonly detectoids: number;
  readonly categories: number;
  /** Payload files over all revisions; the same file may be in many. */
  readonly files: number;
  /** Different payload digests. */
  readonly digests: number;
}

/** One imported edition of wsusscn2.cab (or another catalog of its form). */
export interface MuDocument extends DocumentHead {
  readonly source: 'mu';
  readonly packageId: string;
  /** `wsusscn2`: the offline catalog; `update-package`: the catalog inside a single .msu; `documents`: full update documents. */
  readonly form: 'wsusscn2' | 'update-package' | 'documents';
  readonly scope: MuScope;
  /** Of the whole edition. */
  readonly counts: MuCounts;
  /**
   * Those within the scope with everything they need, sorted by update id, then revision. Empty in an
   * edition that is stored and no longer in use: they are read on demand.
   */
  readonly revisions: readonly MuRevision[];
  /** Updates that are listed, where the revisions are not here to be counted. */
  readonly listed?: number;
  /** How often each rule element occurs, by local name, sorted. */
  readonly ruleElements: Readonly<Record<string, number>>;
}
