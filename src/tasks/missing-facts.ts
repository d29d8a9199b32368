import type { StateRow } from '../domain/index.ts';
import type { MissingFact } from './engine.ts';

interface Tally {
  readonly kind: string;
  readonly subject: string;
  readonly machines: Set<string>;
  states: number;
}

/**
 * Facts that are missing, those that would settle the most states first. One item for each kind and
 * subject: that a product's presence is unknown on forty machines is one thing to find out, not forty.
 *
 * @param rows rows of all machines; only Unknown ones count
 */
export function missingFacts(rows: Iterable<StateRow>): readonly MissingFact[] {
  const tallies = new Map<string, Tally>();
  for (const row of rows) {
    if (row.state !== 'Unknown') continue;
    const seen = new Set<string>();
    for (const { kind, subject } of row.blockers) {
      const key = `${kind}\n${subject}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const tally = tallies.get(key) ?? { kind, subject, machines: new Set<string>(), states: 0 };
      tallies.set(key, tally);
      tally.machines.add(row.machine);
      tally.states += 1;
    }
  }
  return [...tallies.values()]
    .map(({ kind, subject, machines, states }) => ({ kind, subject, machines: machines.size, states }))
    .sort((a, b) => b.states - a.states || (a.kind + a.subject < b.kind + b.subject ? -1 : 1));
}
