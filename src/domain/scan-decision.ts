/**
 * Whether a machine is evaluated anew, against which edition of the catalog, and how the result is
 * labelled: the scan logic of the software updates client (ConfigMgr 2007; feature-table, rows C10 to C14
 * and F01 to F06), with catalogs of the workspace in place of a server. Pure: time comes in.
 */

/** What asks for an evaluation. */
export const scanTriggers = [
  /** F01: the schedule of scans. */
  'scan-schedule',
  /** F02: the schedule on which deployments are looked at again. */
  'deployment-schedule',
  /** F03: a deployment becomes active. */
  'deployment-activation',
  /** F04: a deployment's deadline. */
  'deployment-deadline',
  /** F05: a person asks to look at deployments again. */
  'reevaluate-deployments',
  /** F06: a person asks to evaluate deployments. */
  'evaluate-deployments',
  /** New facts of the machine came in. */
  'inventory-received',
] as const;
export type ScanTrigger = (typeof scanTriggers)[number];

/** `online`: the newest catalog must be taken; `by-version`: only where it is newer than the one used last. */
interface TriggerRule {
  readonly forced: boolean;
  readonly catalog: 'online' | 'by-version';
}

/** Feature-table, rows F01 to F06. New facts are looked at at once: the result before them is not theirs. */
export const triggerRules: Readonly<Record<ScanTrigger, TriggerRule>> = {
  'scan-schedule': { forced: true, catalog: 'online' },
  'deployment-schedule': { forced: false, catalog: 'by-version' },
  'deployment-activation': { forced: false, catalog: 'by-version' },
  'deployment-deadline': { forced: true, catalog: 'online' },
  'reevaluate-deployments': { forced: true, catalog: 'online' },
  'evaluate-deployments': { forced: true, catalog: 'by-version' },
  'inventory-received': { forced: true, catalog: 'by-version' },
};

/** 24 hours: an unforced scan within them uses the result there is (C11). */
export const usualScanTtlMs = 24 * 60 * 60 * 1000;

/** An edition of the catalog as the decision sees it: editions of one document are ordered by `version`. */
export interface CatalogEdition {
  readonly id: string;
  /** Rises with each edition: a release date as ISO text. */
  readonly version: string;
}

export interface ScanQuestion {
  readonly trigger: ScanTrigger;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** When the machine was evaluated last, or null for never. */
  readonly lastScanAt: number | null;
  /** Edition of that evaluation, if it is still here. */
  readonly cached: CatalogEdition | null;
  /** Newest edition; null where its file is missing or damaged, which stands for a server out of reach (C14). */
  readonly newest: CatalogEdition | null;
  readonly ttlMs?: number;
}

export interface ScanLabel {
  readonly forced: boolean;
  /** `online`: evaluated with an edition that was fetched for it; `offline`: with the one used before. */
  readonly mode: 'online' | 'offline';
  readonly edition: CatalogEdition;
  /** Why this edition. */
  readonly because: 'newer-edition' | 'same-edition' | 'newest-not-readable' | 'first-scan' | 'always-newest';
}

export type ScanDecision =
  | { readonly run: true; readonly label: ScanLabel }
  | {
      readonly run: false;
      /** The result there is counts; `until` is when an unforced scan would run, in milliseconds since 1970. */
      readonly reason: 'within-ttl';
      readonly until: number;
    }
  | { readonly run: false; readonly reason: 'no-catalog' };

/**
 * Decides one evaluation. A last scan in the future (a clock that was wrong) never holds back a scan.
 * An older edition than the one used last does not count as newest: the cached one stays.
 */
export function decideScan(question: ScanQuestion): ScanDecision {
  const { trigger, now, lastScanAt, ttlMs = usualScanTtlMs } = question;
  const { forced, catalog } = triggerRules[trigger];
  if (!forced && lastScanAt !== null && lastScanAt <= now && now - lastScanAt < ttlMs) {
    return { run: false, reason: 'within-ttl', until: lastScanAt + ttlMs };
  }
  const label = labelOf(question, catalog);
  return label ? { run: true, label: { forced, ...label } } : { run: false, reason: 'no-catalog' };
}

function labelOf(
  { cached, newest }: ScanQuestion,
  catalog: TriggerRule['catalog'],
): Omit<ScanLabel, 'forced'> | null {
  if (newest === null) {
    return cached && { mode: 'offline', edition: cached, because: 'newest-not-readable' };
  }
  if (cached === null) return { mode: 'online', edition: newest, because: 'first-scan' };
  if (newest.version > cached.version) return { mode: 'online', edition: newest, because: 'newer-edition' };
  if (catalog === 'online' && newest.id === cached.id) {
    return { mode: 'online', edition: newest, because: 'always-newest' };
  }
  return { mode: 'offline', edition: cached, because: 'same-edition' };
}
