/** Authorize, decline, defer: bound to the content that was looked at (design, section 8). */
export type Verdict = 'authorized' | 'declined' | 'deferred';

export interface Authorization {
  readonly update: string;
  readonly verdict: Verdict;
  /** Mandatory for declined and deferred. */
  readonly reason: string;
  /** Content hash of the update when it was decided; another hash makes the authorization void. */
  readonly contentHash: string;
  /** Milliseconds since 1970, and the operator's name as typed in Settings. */
  readonly at: number;
  readonly by: string;
  /** ISO date until which a deferral holds, or null. */
  readonly until: string | null;
}
