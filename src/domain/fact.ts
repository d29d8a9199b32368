/**
 * Facts about machines and where each was read.
 *
 * Three conditions never collapse (design rule; applicability rules, section 2): a value is *known*,
 * it is *known to be absent* (looked for, not there), or it is *unavailable* (not looked, cut, denied).
 */

import type { EvidenceGrade } from './evidence-grade.ts';

/** Where a fact was read: enough for a person to open the file and see the same characters. */
export interface Evidence {
  /** Base name of the inventory file. */
  readonly file: string;
  /** Lower-case hex SHA-256 of the whole file; empty for facts typed by a person. */
  readonly sha256: string;
  /** 1-based line in the decoded text, or null where lines mean nothing (records, typed values). */
  readonly line: number | null;
  /** The words that were read, at most 200 characters, or a record name. */
  readonly text: string;
  /** Of a declaration of the site: who, and its first and last day as ISO dates; the text is the reason. */
  readonly declared?: { readonly by: string; readonly on: string; readonly until: string };
  /** Where it is weaker than an answer to the very question (inventory-sources, section 1). */
  readonly grade?: EvidenceGrade;
}

export type UnavailableReason =
  | 'not-collected'
  | 'list-cut'
  | 'list-missing'
  | 'build-not-known'
  | 'product-presence-not-collected'
  | 'component-version-not-collected'
  | 'channel-table-not-imported'
  | 'declaration-contradicted'
  | 'not-understood';

export type Fact<T> =
  | { readonly state: 'known'; readonly value: T; readonly evidence: Evidence }
  | { readonly state: 'absent'; readonly evidence: Evidence }
  | { readonly state: 'unavailable'; readonly reason: UnavailableReason };

/** The fact that says nothing was looked at. */
export const notCollected: Fact<never> = { state: 'unavailable', reason: 'not-collected' };

/** Value of a known fact, else null. */
export function valueOf<T>(fact: Fact<T>): T | null {
  return fact.state === 'known' ? fact.value : null;
}
