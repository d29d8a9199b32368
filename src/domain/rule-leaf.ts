/**
 * Leaves of the rule language (applicability rules, sections 3 to 5; MSSecure, R2 to R6). One kind a
 * question; elements that ask the same share a kind. Texts are as the catalog writes them, normalised
 * only where the page says so; comparing without regard to case is the evaluator's business.
 */
import type { OsFactName, RegistryType, RegistryView } from './fact-subject.ts';
import type { Rule } from './rule.ts';

export const scalarComparisons = [
  'LessThan',
  'LessThanOrEqualTo',
  'EqualTo',
  'GreaterThanOrEqualTo',
  'GreaterThan',
] as const;
export type ScalarComparison = (typeof scalarComparisons)[number];

export const stringComparisons = ['EqualTo', 'BeginsWith', 'Contains', 'EndsWith'] as const;
export type StringComparison = (typeof stringComparisons)[number];

/** `loop`: relative to the target of the enclosing RegKeyLoop; empty key = the target itself. */
export interface RegistryKeyPath {
  readonly root: 'machine' | 'loop';
  readonly view: RegistryView;
  readonly key: string;
}

export interface RegistryValuePath extends RegistryKeyPath {
  readonly value: string;
}

/** Base folder and the path under it; joined with one backslash, doubled ones collapsed. */
export interface FilePath {
  readonly base:
    | { readonly from: 'absolute' }
    | { readonly from: 'csidl'; readonly csidl: number }
    | { readonly from: 'registry'; readonly value: RegistryValuePath }
    /** A folder by its token: `%windir%\system32`. */
    | { readonly from: 'folder'; readonly name: string };
  readonly path: string;
}

/** Inclusive unless excluded; an exclusion without its bound is ignored (section 4). */
export interface MsiBounds {
  readonly versionMin: string | null;
  readonly versionMax: string | null;
  readonly excludeMin: boolean;
  readonly excludeMax: boolean;
  readonly language: number | null;
}

export interface MsiTarget {
  /** Null where it is not tested (`Validate` is not true). */
  readonly productCode: string | null;
  readonly version: {
    readonly comparison:
      'LessThan' | 'LessThanOrEqual' | 'Equal' | 'GreaterThanOrEqual' | 'GreaterThan' | 'None';
    readonly filter: 'Major' | 'MajorMinor' | 'MajorMinorUpdate' | 'None';
    readonly version: string;
  } | null;
  readonly language: number | null;
  /** Upgrade code that is validated: no inventory tells a product's, so it leaves the target open. */
  readonly upgradeCode?: string;
}

/** `Metadata/MsiPatchMetadata/MsiPatch`. */
export interface MsiPatchMetadata {
  readonly patch: string;
  readonly fallback: readonly string[];
  /** Top-level TargetProductCode. */
  readonly products: readonly string[];
  readonly targets: readonly MsiTarget[];
  readonly obsoleted: readonly string[];
  readonly sequence: readonly {
    readonly family: string;
    readonly product: string | null;
    readonly sequence: string;
    readonly attributes: number;
  }[];
}

export interface MsiApplicationMetadata {
  readonly product: string;
  readonly version: string | null;
  readonly recache: 'Never' | 'LowerVersion' | 'AnyVersion';
}

export type RuleLeaf =
  | { readonly kind: 'reg-key-exists'; readonly path: RegistryKeyPath }
  | {
      readonly kind: 'reg-value-exists';
      readonly path: RegistryValuePath;
      readonly type: RegistryType | null;
    }
  | {
      readonly kind: 'reg-dword';
      readonly path: RegistryValuePath;
      readonly comparison: ScalarComparison;
      readonly data: number;
    }
  | {
      readonly kind: 'reg-text';
      readonly path: RegistryValuePath;
      readonly type: 'REG_SZ' | 'REG_EXPAND_SZ';
      readonly comparison: StringComparison;
      readonly data: string;
    }
  | {
      readonly kind: 'reg-version';
      readonly path: RegistryValuePath;
      readonly comparison: ScalarComparison;
      readonly data: string;
    }
  /** MSSecure R3: trimmed, case ignored, numbers as numbers, whatever the type. */
  | { readonly kind: 'reg-equals'; readonly path: RegistryValuePath; readonly data: string }
  | {
      readonly kind: 'reg-key-loop';
      readonly path: RegistryKeyPath;
      readonly trueIf: 'Any' | 'All' | 'None';
      readonly of: Rule;
    }
  | {
      readonly kind: 'file-exists';
      readonly path: FilePath;
      readonly version: string | null;
      readonly created: string | null;
      readonly modified: string | null;
      readonly size: number | null;
      readonly language: number | null;
    }
  | {
      readonly kind: 'file-version';
      readonly path: FilePath;
      readonly comparison: ScalarComparison;
      readonly version: string;
    }
  | {
      readonly kind: 'file-time';
      readonly path: FilePath;
      readonly which: 'created' | 'modified';
      readonly comparison: ScalarComparison;
      readonly time: string;
    }
  | {
      readonly kind: 'file-size';
      readonly path: FilePath;
      readonly comparison: ScalarComparison;
      readonly size: number;
    }
  /** MSSecure R6: true if equal, false if different or the file is absent, unknown if not collected. */
  | { readonly kind: 'file-checksum'; readonly path: FilePath; readonly checksum: string }
  | {
      readonly kind: 'windows-version';
      readonly comparison: ScalarComparison;
      readonly major: number | null;
      readonly minor: number | null;
      readonly build: number | null;
      readonly servicePackMajor: number | null;
      readonly servicePackMinor: number | null;
      readonly suiteMask: number | null;
      readonly allSuites: boolean;
      readonly productType: number | null;
    }
  | { readonly kind: 'platform'; readonly platform: number }
  | { readonly kind: 'windows-language'; readonly language: string }
  | { readonly kind: 'mui-installed' }
  | { readonly kind: 'mui-language-installed'; readonly language: string }
  | {
      readonly kind: 'system-metric';
      readonly index: number;
      readonly comparison: ScalarComparison;
      readonly value: number;
    }
  | {
      readonly kind: 'processor';
      readonly architecture: number | null;
      readonly level: number | null;
      readonly revision: number | null;
    }
  | { readonly kind: 'number-of-processors'; readonly comparison: ScalarComparison; readonly number: number }
  | { readonly kind: 'clustered-os' }
  | {
      readonly kind: 'cluster-resource-owner';
      readonly path: RegistryValuePath;
      readonly prefix: string;
      readonly suffix: string;
    }
  | { readonly kind: 'license-value-exists'; readonly name: string }
  | {
      readonly kind: 'license-dword';
      readonly name: string;
      readonly comparison: ScalarComparison;
      readonly data: number;
    }
  | { readonly kind: 'wmi-query'; readonly namespace: string; readonly query: string }
  | { readonly kind: 'installed-once'; readonly update: string }
  | { readonly kind: 'msi-product-installed'; readonly product: string; readonly bounds: MsiBounds }
  | {
      readonly kind: 'msi-feature-installed' | 'msi-component-installed';
      readonly parts: readonly string[];
      readonly products: readonly string[];
      readonly allParts: boolean;
      readonly allProducts: boolean;
    }
  | {
      readonly kind: 'msi-patch-installed-for-product';
      readonly patch: string;
      readonly product: string;
      readonly bounds: MsiBounds;
    }
  | {
      readonly kind: 'msi-patch-installed' | 'msi-patch-superseded' | 'msi-patch-installable';
      readonly metadata: MsiPatchMetadata;
    }
  | {
      readonly kind:
        'msi-application-installed' | 'msi-application-superseded' | 'msi-application-installable';
      readonly metadata: MsiApplicationMetadata;
    }
  /** Identity `name~token~arch~lang~version`; also CbsPackageInstalled with the identity of its metadata. */
  | { readonly kind: 'cbs-package-installed'; readonly identity: string }
  /** True is inferred, never measured (section 5, decision): the clause that asks it has grade `inferred`. */
  | { readonly kind: 'cbs-package-installable'; readonly identity: string }
  | { readonly kind: 'product-release-installed'; readonly name: string; readonly version: string }
  | {
      readonly kind: 'product-release-version';
      readonly name: string;
      readonly comparison: ScalarComparison;
      readonly version: string;
    }
  | {
      readonly kind: 'device-attribute';
      readonly name: string;
      readonly type: 'String' | 'Version';
      readonly comparison: ScalarComparison;
      readonly value: string;
    }
  /** MSSecure R2: the machine has the product at one of the service packs; none given = any. */
  | {
      readonly kind: 'catalog-product';
      readonly source: string;
      readonly product: string;
      readonly servicePacks: readonly string[];
    }
  /** Whether another update is installed, where nothing can tell: always unknown, and says why. */
  | {
      readonly kind: 'update-installed';
      readonly update: string;
      readonly why: 'prerequisite-not-imported' | 'rule-cycle' | 'rules-not-readable';
    }
  /** A fact of the OS by name compared with a number: for catalogs without an element of their own for it. */
  | {
      readonly kind: 'os-number';
      readonly name: OsFactName;
      readonly comparison: ScalarComparison;
      readonly value: number;
    };
