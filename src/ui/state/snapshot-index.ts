import type { Authorization, Machine, Update } from '../../domain/index.ts';
import type { Snapshot } from '../../tasks/engine.ts';

/** A snapshot by names: made anew with each one, never changed. */
export interface SnapshotIndex {
  readonly updates: ReadonlyMap<string, Update>;
  readonly machines: ReadonlyMap<string, Machine>;
  readonly decisions: ReadonlyMap<string, Authorization>;
  readonly voided: ReadonlySet<string>;
  readonly notServiced: ReadonlySet<string>;
  /** Machines with the same product id and installation time, by the id of each. */
  readonly sameInstallation: ReadonlyMap<string, readonly string[]>;
}

export function indexOf(snapshot: Snapshot | null): SnapshotIndex {
  const updates = snapshot?.updates ?? [];
  return {
    updates: new Map(updates.map((u) => [u.id, u])),
    machines: new Map((snapshot?.machines ?? []).map((m) => [m.id, m])),
    decisions: new Map((snapshot?.authorizations ?? []).map((a) => [a.update, a])),
    voided: new Set(snapshot?.voided ?? []),
    notServiced: new Set(snapshot?.notServiced ?? []),
    sameInstallation: othersOf(snapshot?.sameInstallation ?? []),
  };
}

function othersOf(groups: readonly (readonly string[])[]): ReadonlyMap<string, readonly string[]> {
  return new Map(groups.flatMap((group) => group.map((id) => [id, group.filter((other) => other !== id)])));
}

/** A deferral holds to the end of its day, UTC. */
export function isPast(until: string | null, now: number): boolean {
  return until !== null && until < new Date(now).toISOString().slice(0, 10);
}
