import {
  countsAt,
  countsByUpdate,
  readPlanes,
  wordsPerPlane,
  wordsPerRow,
  type StateBlock,
  type StateCounts,
  type StatePlanes,
} from '../../domain/index.ts';
import { MachineCounter } from './machine-counter.ts';

export type { StateCounts } from '../../domain/index.ts';

export interface CountTable {
  update(id: string): StateCounts | undefined;
  machine(id: string): StateCounts | undefined;
  /** Sum over the machines. */
  readonly total: StateCounts;
}

const none: CountTable = {
  update: () => undefined,
  machine: () => undefined,
  total: { Required: 0, Installed: 0, Unknown: 0, NotRequired: 0 },
};

/**
 * Counts of states per update and per machine, from the planes.
 * @param productOf product of which an update is one of many, or null: on a machine, its unknowns count
 *   once for the product, not once for each update (msrc-cvrf, section 3)
 */
export function countStates(
  planes: StatePlanes | null,
  productOf: (update: string) => string | null = () => null,
): CountTable {
  if (!planes) return none;
  const reader = readPlanes(planes);
  const perUpdate = countsByUpdate(planes);
  const perMachine = new Uint32Array(reader.machines.length * 4);
  const total = [0, 0, 0, 0];
  const products = productNumbers(planes.updates, productOf);
  planes.blocks.forEach((block, at) => {
    const present = reader.present.subarray(at * wordsPerPlane, (at + 1) * wordsPerPlane);
    const counts = countBlock(block, present, planes.updates.length, products);
    block.machines.forEach((_id, slot) => {
      const position = reader.positions[at * 128 + slot] ?? -1;
      if (position < 0) return;
      counts(slot).forEach((count, code) => {
        perMachine[position * 4 + code] = count;
        total[code] = (total[code] ?? 0) + count;
      });
    });
  });
  return {
    update(id) {
      const index = reader.indexOf(id);
      return index < 0 ? undefined : countsAt(perUpdate, index);
    },
    machine(id) {
      const position = reader.positionOf(id);
      return position < 0 ? undefined : countsAt(perMachine, position);
    },
    total: countsAt(total, 0),
  };
}

interface Products {
  readonly count: number;
  /** By update; -1: an item of its own. */
  readonly of: Int32Array;
}

function productNumbers(updates: readonly string[], productOf: (update: string) => string | null): Products {
  const numbers = new Map<string, number>();
  const of = Int32Array.from(updates, (update) => {
    const product = productOf(update);
    if (product === null) return -1;
    const number = numbers.get(product) ?? numbers.size;
    numbers.set(product, number);
    return number;
  });
  return { count: numbers.size, of };
}

/** Counts of a slot by state code. What is Not Required everywhere, by far the most, costs nothing. */
function countBlock(
  { planes }: StateBlock,
  present: Uint32Array,
  updates: number,
  products: Products,
): (slot: number) => readonly number[] {
  const [required, installed, unknown, noted] = Array.from({ length: 4 }, () => new MachineCounter());
  const waiting = new Int32Array(products.count * wordsPerPlane);
  for (let update = 0, at = 0; update < updates; update++, at += wordsPerRow) {
    const product = products.of[update] as number;
    for (let word = 0; word < wordsPerPlane; word++) {
      const bit0 = planes[at + word] as number;
      const bit1 = planes[at + wordsPerPlane + word] as number;
      const any = ~(bit0 & bit1) & (present[word] as number);
      if (any === 0) continue;
      noted?.add(word, any);
      required?.add(word, any & ~(bit0 | bit1));
      installed?.add(word, any & bit0);
      if (product < 0) unknown?.add(word, any & bit1);
      else
        waiting[product * wordsPerPlane + word] =
          (waiting[product * wordsPerPlane + word] as number) | (any & bit1);
    }
  }
  waiting.forEach((of, at) => unknown?.add(at % wordsPerPlane, of));
  const count = (counter: MachineCounter | undefined, slot: number) => counter?.countOf(slot) ?? 0;
  return (slot) => [
    count(required, slot),
    count(installed, slot),
    count(unknown, slot),
    updates - count(noted, slot),
  ];
}
