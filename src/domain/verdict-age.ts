import type { ReportedState } from './reported-state.ts';

/** One run of another tool on one machine. */
export interface ReportedRun<T> {
  /** What kind of catalog it used: runs of other kinds do not confirm each other. */
  readonly kind: string;
  /** Milliseconds since 1970, or null where nothing says when: then it counts as the oldest. */
  readonly at: number | null;
  readonly entries: readonly { readonly state: ReportedState; readonly item: T }[];
}

export interface AgedVerdict<T> {
  readonly item: T;
  /** `stale`: the newest run of this kind did not confirm it. */
  readonly age: 'fresh' | 'stale';
}

/** A stale verdict is dropped 30 days after the run that confirmed it last. */
export const staleVerdictsKeptMs = 30 * 24 * 60 * 60 * 1000;

/**
 * Verdicts of several runs (sms-records, section 1, ageing): those of the newest run of each kind are
 * fresh; what only an earlier run said is stale, told once by its latest run, and dropped after `keptMs`;
 * stale and fresh ones are never mixed. `now` in milliseconds since 1970.
 */
export function ageVerdicts<T>(
  runs: readonly ReportedRun<T>[],
  now: number,
  keptMs = staleVerdictsKeptMs,
): readonly AgedVerdict<T>[] {
  const newest = new Map<string, number>();
  for (const { kind, at } of runs) newest.set(kind, Math.max(newest.get(kind) ?? -Infinity, at ?? -Infinity));
  const ordered = [...runs].sort((a, b) => (b.at ?? -Infinity) - (a.at ?? -Infinity) || 0);
  const told = new Set<string>();
  return ordered.flatMap(({ kind, at, entries }) => {
    const isNewest = (at ?? -Infinity) === newest.get(kind);
    const kept = isNewest || (at !== null && now - at <= keptMs);
    const mine = kept ? entries.filter(({ state }) => isNewest || !told.has(keyOf(kind, state))) : [];
    for (const { state } of mine) told.add(keyOf(kind, state));
    return mine.map(({ item }): AgedVerdict<T> => ({ item, age: isNewest ? 'fresh' : 'stale' }));
  });
}

function keyOf(kind: string, { updateId, kbs, bulletin, title }: ReportedState): string {
  return JSON.stringify(updateId === null ? [kind, bulletin, kbs, title] : [kind, updateId]);
}
