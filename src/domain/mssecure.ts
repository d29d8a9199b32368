/**
 * MSSecure.XML as it was read: the tables of the file with their ids (mssecure, sections 2 and 3).
 * Ids stay text and are those of one catalog only; references are followed when it is compiled.
 */
import type { DocumentHead } from './catalog.ts';
import { compareVersions } from './version.ts';

/** Affected product with its service packs; none listed = any (mssecure, R2). */
export interface MssecureAffected {
  readonly product: string;
  /** Service pack that contains the fix; `0` or empty: none known. */
  readonly fixedIn: string;
  readonly servicePacks: readonly string[];
}

export interface MssecurePatch {
  /** Zero-based place inside the bulletin: with the bulletin id the only identity a patch has. */
  readonly ordinal: number;
  readonly name: string;
  readonly location: string;
  /** Reference to `supersededBys`; empty for none (`0` in the file too). */
  readonly supersededBy: string;
  /** Q number that names the registry key; empty for none. */
  readonly qNumber: string;
  readonly noReboot: boolean;
  /** `1` Critical to `4` Low in files since 2003; empty before. */
  readonly severity: string;
  /** Of files since 2003, in the spelling of the time: `CAN-2003-0352`. */
  readonly cves: readonly string[];
  readonly affected: readonly MssecureAffected[];
  /** FileChangeID and RegChangeID, in the order of the file. */
  readonly files: readonly string[];
  readonly registry: readonly string[];
  readonly comments: readonly string[];
  /** ShavlikPatchComment of files since 2003. */
  readonly note: string;
}

export interface MssecureBulletin {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly issue: string;
  /** ISO dates, or empty where the file's text is none. */
  readonly posted: string;
  readonly revised: string;
  readonly supported: boolean;
  readonly location: string;
  readonly faqLocation: string;
  readonly faqPage: string;
  /** `number`: `Q` and digits; `label`: what the file adds, such as `(Word 97)`. */
  readonly qNumbers: readonly { readonly number: string; readonly label: string }[];
  readonly comments: readonly string[];
  readonly patches: readonly MssecurePatch[];
}

export interface MssecureProduct {
  readonly id: string;
  readonly name: string;
  readonly minimumServicePack: string;
  readonly currentServicePack: string;
  readonly currentVersion: string;
  readonly families: readonly string[];
  /** In the order of the file; ids are never compared (mssecure, section 3). */
  readonly servicePacks: readonly string[];
}

/** One value that has to be in the registry; `name` is the parent RegKey's, which is a value name. */
export interface MssecureRegistryChange {
  readonly id: string;
  readonly location: string;
  readonly name: string;
  /** `0x10001` number, `0` text. */
  readonly type: string;
  readonly value: string;
  readonly command: string;
}

/** One file that has to be there; `file` and `folder` are the parent File's name and location. */
export interface MssecureFileChange {
  readonly id: string;
  readonly file: string;
  readonly folder: string;
  /** Four dotted numbers, or empty or `na`: not compared. */
  readonly version: string;
  /** Decimal, or empty. */
  readonly checksum: string;
  /** `c`, `a`, `e`, `d` or `u` (mssecure, R4), lower case. */
  readonly command: string;
  readonly date: string;
}

/** What supersedes the patch that carries the id, despite its name in the file. */
export interface MssecureSuperseder {
  readonly id: string;
  readonly description: string;
  readonly targets: readonly { readonly bulletin: string; readonly patch: string }[];
}

export interface MssecureText {
  readonly id: string;
  readonly text: string;
}

/** One MSSecure.XML: what is stored, and all that compiling needs. `revision` is its DataVersion. */
export interface MssecureDocument extends DocumentHead {
  readonly source: 'mssecure';
  readonly schemaVersion: string;
  readonly lastSchemaUpdate: string;
  readonly toolVersion: string;
  readonly revisionHistory: string;
  /** LanguageID of later files, or empty: checksums count only where it is the machine's language. */
  readonly language: string;
  /** SHA-256 of the XML: of the member where the file is a cabinet, else the file's own. */
  readonly xmlSha256: string;
  readonly container: 'none' | 'cabinet';
  readonly bulletins: readonly MssecureBulletin[];
  readonly products: readonly MssecureProduct[];
  readonly families: readonly { readonly id: string; readonly name: string }[];
  readonly servicePacks: readonly {
    readonly id: string;
    readonly name: string;
    readonly url: string;
    /** ISO date or empty. */
    readonly released: string;
  }[];
  readonly registryChanges: readonly MssecureRegistryChange[];
  readonly fileChanges: readonly MssecureFileChange[];
  readonly supersededBys: readonly MssecureSuperseder[];
  /** Folders, registry keys, web addresses and free text in one table. */
  readonly locations: readonly MssecureText[];
  readonly comments: readonly MssecureText[];
  readonly counts: {
    readonly bulletins: number;
    readonly patches: number;
    readonly products: number;
    readonly files: number;
    readonly registryValues: number;
  };
}

/** Options of the old tools that change what is decided (mssecure, section 6). */
export interface MssecureOptions {
  /** Compare checksums: `-sum`; off is `-nosum`, as in the graphical tool. */
  readonly checksums: boolean;
  /** `-z`: registry checks are left out. */
  readonly skipRegistry?: boolean;
  /** A file newer than the catalog leaves the state Unknown instead of Installed. */
  readonly newerIsUnknown?: boolean;
}

/** `mssecure:MS00-077#1`: bulletin and zero-based ordinal (mssecure, section 9, trap 1). */
export function mssecureUpdateId(bulletin: string, ordinal: number): string {
  return `mssecure:${bulletin}#${String(ordinal)}`;
}

/** Order of two DataVersions, part by part as numbers: below, at or above zero. */
export function compareMssecureEditions(
  a: Pick<MssecureDocument, 'revision'>,
  b: Pick<MssecureDocument, 'revision'>,
): number {
  return compareVersions(a.revision, b.revision);
}
