import type { Update } from '../domain/index.ts';
import type { Snapshot } from '../tasks/engine.ts';
import { StatesCache, StatesCounter } from './states-parts.ts';
import { snapshotParts } from './wire.ts';
import type { KnownParts, SentParts, SnapshotDelta, SnapshotPart } from './wire.ts';

/** Updates a message: reading one takes some milliseconds. */
const sliceSize = 200;

/** The worker's side: numbers big parts by identity and leaves out those the page has. */
export class PartCounter {
  private readonly last = new Map<SnapshotPart, { readonly value: unknown; readonly number: number }>();
  private readonly states = new StatesCounter();
  private next = 1;

  delta(snapshot: Snapshot, known: KnownParts): SnapshotDelta {
    const { catalogs, updates, machines, states, missingFacts, ...rest } = snapshot;
    const whole = { catalogs, updates, machines, states, missingFacts };
    const numbers = Object.fromEntries(snapshotParts.map((part) => [part, this.number(part, whole[part])]));
    const changed = snapshotParts.filter((part) => numbers[part] !== known.numbers[part]);
    const sent = changed.map((part) => {
      if (part === 'states' && states) return [part, this.states.delta(states, known.states)];
      if (part === 'updates') return [part, { count: updates.length, first: updates.slice(0, sliceSize) }];
      return [part, whole[part]];
    });
    return { rest, numbers, parts: Object.fromEntries(sent) as SentParts };
  }

  /** The next slice of the list with this number, or null where there is another one by now. */
  updates(number: number, from: number): readonly Update[] | null {
    const last = this.last.get('updates');
    if (last?.number !== number) return null;
    return (last.value as Snapshot['updates']).slice(from, from + sliceSize);
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
  private numbers: KnownParts['numbers'] = {};
  private readonly states = new StatesCache();

  /** What the worker need not send. */
  get known(): KnownParts {
    return { numbers: this.numbers, states: this.states.held };
  }

  /**
   * @param updates all that were announced; null where the page has them already
   * @returns null where a piece that is not sent again is no longer here: forget, and ask once more
   */
  join(delta: SnapshotDelta, updates: readonly Update[] | null): Snapshot | null {
    const { states, updates: _, ...others } = delta.parts;
    const joined = states === undefined ? {} : { states: states && this.states.join(states) };
    if (states && joined.states === null) return null;
    this.parts = { ...this.parts, ...others, ...joined, ...(updates && { updates }) };
    this.numbers = delta.numbers;
    return { ...delta.rest, ...(this.parts as Pick<Snapshot, SnapshotPart>) };
  }

  /** A new worker numbers anew. */
  forget(): void {
    this.parts = {};
    this.numbers = {};
    this.states.forget();
  }
}
