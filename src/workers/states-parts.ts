/** States on their way to the page: blocks that it has already are named, not sent again. */
import type { StateBlock, StatePlanes } from '../domain/index.ts';

export interface StatesDelta {
  readonly catalogKey: string;
  readonly updates: { readonly number: number; readonly ids?: readonly string[] };
  readonly blocks: readonly { readonly number: number; readonly block?: StateBlock }[];
}

/** The worker's side: numbers blocks and lists of ids by identity. */
export class StatesCounter {
  private readonly numbers = new WeakMap<object, number>();
  private next = 1;

  /** @param held numbers of what the page has */
  delta({ catalogKey, updates, blocks }: StatePlanes, held: readonly number[]): StatesDelta {
    const there = new Set(held);
    const listed = this.number(updates);
    return {
      catalogKey,
      updates: there.has(listed) ? { number: listed } : { number: listed, ids: updates },
      blocks: blocks.map((block) => {
        const number = this.number(block);
        return there.has(number) ? { number } : { number, block };
      }),
    };
  }

  private number(part: object): number {
    const number = this.numbers.get(part) ?? this.next++;
    this.numbers.set(part, number);
    return number;
  }
}

/** The page's side: keeps what came, as long as it is part of the states. */
export class StatesCache {
  private blocks = new Map<number, StateBlock>();
  private updates: { readonly number: number; readonly ids: readonly string[] } | null = null;

  /** Numbers of what is here. */
  get held(): readonly number[] {
    return [...this.blocks.keys(), ...(this.updates ? [this.updates.number] : [])];
  }

  /** @returns null where a piece is missing: it was let go after the question for these states was asked */
  join({ catalogKey, updates, blocks }: StatesDelta): StatePlanes | null {
    const before = this.updates;
    const ids = updates.ids ?? (before?.number === updates.number ? before.ids : undefined);
    const joined = new Map<number, StateBlock>();
    for (const { number, block } of blocks) {
      const known = block ?? this.blocks.get(number);
      if (known) joined.set(number, known);
    }
    if (!ids || joined.size < blocks.length) return null;
    this.updates = { number: updates.number, ids };
    this.blocks = joined;
    return { catalogKey, updates: ids, blocks: [...joined.values()] };
  }

  forget(): void {
    this.blocks = new Map();
    this.updates = null;
  }
}
