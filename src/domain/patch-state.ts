/** The four patch states, their grade and their reasons (msrc-cvrf, section 4). */

export const patchStates = ['Required', 'Installed', 'Unknown', 'NotRequired'] as const;
export type PatchState = (typeof patchStates)[number];

/** How a state was established: by build, by KB list, by order of numbers, by the site's word. */
export const grades = ['measured', 'listed', 'inferred', 'declared'] as const;
export type Grade = (typeof grades)[number];

/** Closed list; each has words in every word catalogue. */
export const stateReasons = [
  // NotRequired
  'product-not-matching',
  'level-not-serviced',
  'hotpatch-track',
  'not-enrolled-in-hotpatch',
  'contained-in-rollup',
  'product-declared-absent',
  'prerequisite-not-met',
  'superseded-by-rule',
  'rules-not-applicable',
  'no-applicable-item',
  'package-expired',
  'product-not-affected',
  'no-affected-file',
  'superseded-by-patch',
  // Installed
  'build-reached',
  'kb-listed',
  'superseding-kb-listed',
  'rules-installed',
  'checks-passed',
  'newer-than-catalog',
  'declared-version-reached',
  // Required
  'build-below',
  'older-cumulative-listed',
  'listed-kbs-older',
  'kb-not-listed',
  'rules-installable',
  'registry-value-missing',
  'file-older',
  'file-absent',
  'checksum-differs',
  'declared-version-below',
  // Unknown
  'os-facts-missing',
  'build-not-known',
  'ubr-unknown',
  'order-open',
  'hotfix-list-cut',
  'hotfix-list-missing',
  'product-presence-unknown',
  'product-version-unknown',
  'component-version-unknown',
  'channel-table-missing',
  'product-name-not-understood',
  'fact-not-collected',
  'element-not-understood',
  'rule-cycle',
  'prerequisite-not-imported',
  'reference-unresolved',
  'rules-not-readable',
  'no-detection-data',
  'only-untestable-checks',
  'undecided',
] as const;
export type StateReason = (typeof stateReasons)[number];

export const blockerKinds = [
  'os-facts',
  'build-table',
  'ubr',
  'hotfix-list',
  'missing-months',
  'product-presence',
  /** The product is declared to be there; which of its updates it has is not known. */
  'product-version',
  'component-version',
  'channel-table',
  'product-name',
  /** A recorded fact; subject = its `factKey`. */
  'fact',
  /** A rule element that is not understood; subject = its name. */
  'element',
  /** An update no imported catalog has; subject = its id. */
  'update',
] as const;

/** A fact that would settle an Unknown, named so that a person can go and fetch it. */
export interface Blocker {
  readonly kind: (typeof blockerKinds)[number];
  /** Product, component or month names; empty where the kind says it all. */
  readonly subject: string;
}

const outsideWindows: readonly string[] = [
  'product-presence',
  'product-version',
  'channel-table',
  'product-name',
] satisfies Blocker['kind'][];

const askedByRules: readonly string[] = ['fact', 'element', 'update'] satisfies Blocker['kind'][];

/**
 * What a missing fact is about: Windows itself (few, and a second file of the machine brings them), a
 * question that rules of a catalog ask (many, a facts file answers them), or a product outside Windows.
 */
export function missingGroup(kind: string): 'windows' | 'rules' | 'products' {
  if (outsideWindows.includes(kind)) return 'products';
  return askedByRules.includes(kind) ? 'rules' : 'windows';
}

/** Remarks that do not change the state (msrc-cvrf, section 4, steps 5, 6 and 8). */
export type StateMark =
  | 'superseded'
  | 'alternative-track'
  | 'needs-esu-licence'
  | 'ltsc-edition-only'
  | 'licence-unknown'
  | 'build-exception'
  /** Required although an update that replaces it is Installed: look at it (applicability rules, section 6). */
  | 'successor-installed'
  /** The newest edition of the vendor's catalog does not list it any more (sdp, section 5.3). */
  | 'withdrawn';
