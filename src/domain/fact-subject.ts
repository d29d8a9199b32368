/**
 * What a recorded fact is about, and the answers that inventories carry (facts file; applicability
 * rules, section 7). Subjects are plain data, so that a kit can ask for them and a file can answer.
 */
import type { EvidenceGrade } from './evidence-grade.ts';

/** `native` is the 64-bit view on 64-bit Windows; `wow32` the 32-bit one (applicability rules, section 3). */
export type RegistryView = 'native' | 'wow32';

export const registryTypes = [
  'REG_BINARY',
  'REG_DWORD',
  'REG_EXPAND_SZ',
  'REG_MULTI_SZ',
  'REG_QWORD',
  'REG_SZ',
  'REG_FULL_RESOURCE_DESCRIPTOR',
] as const;
export type RegistryType = (typeof registryTypes)[number];

/** Facts of the operating system as a whole, by name; each has the type of its Windows source. */
export const osFactNames = [
  /** Text `10.0.26200`. */
  'version',
  'name',
  'ubr',
  'servicePackMajor',
  'servicePackMinor',
  /** 1 workstation, 2 domain controller, 3 server. */
  'productType',
  'suiteMask',
  /** Native: 0 x86, 5 ARM, 6 IA64, 9 x64, 12 ARM64. */
  'architecture',
  'processorLevel',
  'processorRevision',
  'processors',
  /** 2 for the NT family. */
  'platformId',
  /** Edition number (OSSkuId). */
  'sku',
  /** `Client`, `Server`, `Server Core` … as the registry has it. */
  'installationType',
  /** Tag `en-US`. */
  'language',
  /** Text tag of the machine's region. */
  'region',
  'muiInstalled',
  /** List of tags. */
  'muiLanguages',
  'clustered',
  'licensed',
] as const;
export type OsFactName = (typeof osFactNames)[number];

/** One question with one answer. Names, keys, paths and codes are compared without regard to case. */
export type FactSubject =
  /** Key under HKEY_LOCAL_MACHINE, no backslash at either end; Wow6432Node is said by the view. */
  | { readonly kind: 'reg_key' | 'reg_subkeys'; readonly view: RegistryView; readonly key: string }
  /** Empty `value` is the default value. */
  | {
      readonly kind: 'reg_value';
      readonly view: RegistryView;
      readonly key: string;
      readonly value: string;
    }
  /** Absolute path, or one that begins with a folder's name: `csidl:37\ntoskrnl.exe`, `%windir%\x.dll`. */
  | { readonly kind: 'file'; readonly path: string }
  /** Where a folder lies on this machine: `csidl:37`, `%exchsrvr%`. */
  | { readonly kind: 'folder'; readonly name: string }
  | { readonly kind: 'os'; readonly name: OsFactName }
  | { readonly kind: 'system_metric'; readonly index: number }
  | { readonly kind: 'license_dword'; readonly name: string }
  /** A query by its text, answered yes or no. */
  | { readonly kind: 'wmi_query'; readonly namespace: string; readonly query: string }
  /** All instances of a class; absent where namespace or class is not there. */
  | { readonly kind: 'wmi_class'; readonly namespace: string; readonly class: string }
  | { readonly kind: 'wmi_namespace'; readonly namespace: string }
  | { readonly kind: 'msi_product'; readonly product: string }
  | { readonly kind: 'msi_feature'; readonly product: string; readonly feature: string }
  | { readonly kind: 'msi_component'; readonly product: string; readonly component: string }
  | { readonly kind: 'msi_patch'; readonly product: string; readonly patch: string }
  | { readonly kind: 'cbs_package'; readonly identity: string }
  | { readonly kind: 'device_attribute'; readonly name: string }
  /** `Microsoft.NetFX.amd64` … with its release's version. */
  | { readonly kind: 'product_release'; readonly name: string }
  | { readonly kind: 'cluster_resource'; readonly name: string }
  /** An update in the machine's installation history. */
  | { readonly kind: 'installed_once'; readonly update: string }
  /** A product as a catalog numbers it (MSSecure: ProductID), with its service pack. */
  | { readonly kind: 'catalog_product'; readonly source: string; readonly product: string };

export type FactKind = FactSubject['kind'];

export interface RegistryData {
  readonly type: RegistryType | 'OTHER';
  /** DWORD: number. SZ, EXPAND_SZ, QWORD (decimal), BINARY (lower-case hex): text. MULTI_SZ: list. OTHER: none. */
  readonly data?: number | string | readonly string[];
  /** EXPAND_SZ with its variables replaced, where it was collected. */
  readonly expanded?: string;
}

export interface FileData {
  readonly size?: number;
  /** Binary fixed version, four numbers; null where the file has none; left out where nobody looked. */
  readonly version?: string | null;
  /** ISO 8601 UTC. */
  readonly created?: string;
  readonly modified?: string;
  /** LANGID of the file. */
  readonly language?: number;
  /** MSSecure's decimal checksum, as given by the source. */
  readonly checksum?: string;
}

/** Value of a known fact, by kind: see `factValueKinds` of the facts file's schema. */
export type FactValue =
  | RegistryData
  | FileData
  | { readonly version: string; readonly language?: number }
  | { readonly servicePack: string; readonly name?: string }
  | readonly string[]
  | readonly Readonly<Record<string, string | number | boolean | null>>[]
  | string
  | number
  | boolean;

/** One answer, with its place. */
export interface RecordedFact {
  /** Where it is weaker than that of its file; in a merged table on every fact that is not of grade A. */
  readonly grade?: EvidenceGrade;
  readonly subject: FactSubject;
  readonly state: 'known' | 'absent' | 'unavailable';
  /** Known only; `true` where the subject's being there is all (`reg_key`). */
  readonly value?: FactValue;
  /** Unavailable only: `not-collected`, `denied`, `error`, `timeout` … as the source says. */
  readonly reason?: string;
  /** Base name of the inventory file and 1-based line in it; null where lines mean nothing. */
  readonly file: string;
  readonly line: number | null;
}
