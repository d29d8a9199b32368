import type { Snapshot } from '../tasks/engine.ts';
import { snapshotParts } from './wire.ts';
import type { PartNumbers, SnapshotDelta, SnapshotPart } from './wire.ts';

/** The worker's side: numbers big parts by identity and leaves out those the page has. */
export class PartCounter {
  private readonly last = new Map<SnapshotPart, { readonly value: unknown; readonly number: number }>();
  private next = 1;

  delta(snapshot: Snapshot, known: PartNumbers): SnapshotDelta {
    const { catalogs, updates, machines, states, missingFacts, ...rest } = snapshot;
    const whole = { catalogs, updates, machines, states, missingFacts };
    const numbers = Object.fromEntries(snapshotParts.map((part) => [part, this.number(part, whole[part])]));
    const changed = snapshotParts.filter((part) => numbers[part] !== known[part]);
    const parts = Object.fromEntries(changed.map((part) => [part, whole[part]]));
    return { rest, numbers, parts };
  }

  private number(part: SnapshotPart, value: unknown): number {
    const last = this.last.get(part);
    if (last && last.value === value) return last.number;
    const number = this.next++;
    this.last.set(part, { value, number });
    return number;
  }
}

/** The page's side: puts the whole snapshot together again from what it has and what came. */
export class PartCache {
  private parts: Partial<Pick<Snapshot, SnapshotPart>> = {};
  private held: PartNumbers = {};

  get numbers(): PartNumbers {
    return this.held;
  }

  join(delta: SnapshotDelta): Snapshot {
    this.parts = { ...this.parts, ...delta.parts };
    this.held = delta.numbers;
    return { ...delta.rest, ...(this.parts as Pick<Snapshot, SnapshotPart>) };
  }

  /** A new worker numbers anew. */
  forget(): void {
    this.parts = {};
    this.held = {};
  }
}
