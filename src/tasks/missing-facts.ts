import { isOutsideWindows } from '../domain/index.ts';
import type { Blocker } from '../domain/index.ts';
import type { MissingFact } from './engine.ts';

/** Unknown states that wait for the same facts. */
export interface OpenStates {
  /** Positions of machines, one state each. */
  readonly machines: ArrayLike<number> & Iterable<number>;
  readonly blockers: readonly Blocker[];
}

interface Tally {
  readonly kind: Blocker['kind'];
  readonly subject: string;
  readonly machines: Set<number>;
  states: number;
  alone: number;
}

/**
 * Facts that are missing: those of Windows first, then those of other products, each by the number of
 * states it would settle. One item for each kind and subject: that a product's presence is unknown on
 * forty machines is one thing to find out, not forty.
 */
export function missingFacts(open: Iterable<OpenStates>): readonly MissingFact[] {
  const tallies = new Map<string, Tally>();
  for (const { machines, blockers } of open) {
    for (const { kind, subject } of blockers) {
      const key = `${kind}\n${subject}`;
      const fresh = { kind, subject, machines: new Set<number>(), states: 0, alone: 0 };
      const tally = tallies.get(key) ?? fresh;
      tallies.set(key, tally);
      for (const machine of machines) tally.machines.add(machine);
      tally.states += machines.length;
      if (blockers.length === 1) tally.alone += machines.length;
    }
  }
  return [...tallies.values()].sort(byUse).map(({ kind, subject, machines, states, alone }) => {
    const lacking = Uint32Array.from(machines).sort();
    return { kind, subject, machines: machines.size, states, alone, lacking };
  });
}

function byUse(a: Tally, b: Tally): number {
  const apart = Number(isOutsideWindows(a.kind)) - Number(isOutsideWindows(b.kind));
  if (apart !== 0) return apart;
  return b.states - a.states || (a.kind + a.subject < b.kind + b.subject ? -1 : 1);
}
