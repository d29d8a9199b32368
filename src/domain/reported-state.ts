/**
 * Verdicts of other tools about updates (evidence grade D; inventory-sources, sections 9 and 10;
 * sms-records, section 1): shown as "reported by", never mixed with our own states.
 */
export interface ReportedStates {
  /** `wua`, `mbsa`, `patch-state` … */
  readonly reporter: string;
  /** Name and version of the tool as it gives them, or empty. */
  readonly tool: string;
  /** ISO 8601 UTC of the scan, or null. */
  readonly scannedAt: string | null;
  /** Date of the catalog it used, ISO 8601, or null: it says nothing about newer updates. */
  readonly catalogDate: string | null;
  readonly entries: readonly ReportedState[];
}

export interface ReportedState {
  /** GUID in lower case and revision: the exact key into a catalog; null where the tool gives none. */
  readonly updateId: string | null;
  readonly revision: number | null;
  readonly kbs: readonly number[];
  /** `MS03-026`, or null. */
  readonly bulletin: string | null;
  readonly title: string;
  /** `required` = applicable and not installed. */
  readonly state: 'required' | 'installed' | 'not-required';
  /** The tool's own word. */
  readonly original: string;
  readonly line: number | null;
}
