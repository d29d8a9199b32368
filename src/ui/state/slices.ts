/** Work over long lists in short pieces, so that the page answers between them. */
import { compareRows, type SortKey, type SortValue } from './sorting.ts';
import type { Facet } from './query.ts';

/** Milliseconds of work before the thread is given back: a key press waits no longer than that. */
const budget = 10;
/** Rows between two looks at the clock. */
const stride = 64;

/** What was under way is not wanted any more. */
export class Stale extends Error {
  override readonly name = 'Stale';
}

/** Gives the thread back from time to time; throws `Stale` once the result is not wanted any more. */
export class Breath {
  #began = performance.now();

  constructor(private readonly isWanted: () => boolean) {}

  get due(): boolean {
    return performance.now() - this.#began > budget;
  }

  async pause(): Promise<void> {
    await nextTask();
    if (!this.isWanted()) throw new Stale();
    this.#began = performance.now();
  }
}

/** A task of its own, without the wait that timers get when they follow one another. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

async function each<T>(list: readonly T[], breath: Breath, take: (item: T) => void): Promise<void> {
  for (let at = 0; at < list.length; at += 1) {
    if (at % stride === 0 && breath.due) await breath.pause();
    take(list[at] as T);
  }
}

export async function filterInSlices<Row>(
  rows: readonly Row[],
  test: (row: Row) => boolean,
  breath: Breath,
): Promise<readonly Row[]> {
  const kept: Row[] = [];
  await each(rows, breath, (row) => void (test(row) && kept.push(row)));
  return kept;
}

/** Counts of each value of a facet over rows. */
export async function countInSlices<Row>(
  facet: Facet<Row>,
  rows: readonly Row[],
  breath: Breath,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  await each(rows, breath, (row) => {
    for (const value of facet.valuesOf(row)) counts.set(value, (counts.get(value) ?? 0) + 1);
  });
  return counts;
}

interface Keyed<Row> {
  readonly row: Row;
  readonly values: readonly SortValue[];
}

/** Rows sorted at once before runs are merged. */
const runLength = 1024;

/** The same order as `sortRows`: rows that compare equal keep theirs. */
export async function sortInSlices<Row>(
  rows: readonly Row[],
  keys: readonly SortKey[],
  valueOf: (row: Row, column: string) => SortValue,
  breath: Breath,
): Promise<readonly Row[]> {
  if (keys.length === 0) return rows;
  const made: Keyed<Row>[] = [];
  await each(rows, breath, (row) => void made.push({ row, values: keys.map((k) => valueOf(row, k.column)) }));
  const order = (a: Keyed<Row>, b: Keyed<Row>): number => compareRows(a.values, b.values, keys);
  let runs: Keyed<Row>[][] = [];
  for (let at = 0; at < made.length; at += runLength) {
    if (breath.due) await breath.pause();
    runs.push(made.slice(at, at + runLength).sort(order));
  }
  while (runs.length > 1) {
    const merged: Keyed<Row>[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(await merge(runs[at] ?? [], runs[at + 1] ?? [], order, breath));
    }
    runs = merged;
  }
  return (runs[0] ?? []).map(({ row }) => row);
}

async function merge<T>(
  first: readonly T[],
  second: readonly T[],
  order: (a: T, b: T) => number,
  breath: Breath,
): Promise<T[]> {
  const merged: T[] = [];
  let [a, b] = [0, 0];
  while (a < first.length && b < second.length) {
    if (merged.length % stride === 0 && breath.due) await breath.pause();
    // Of equal ones that of the first run comes first.
    if (order(first[a] as T, second[b] as T) <= 0) merged.push(first[a++] as T);
    else merged.push(second[b++] as T);
  }
  while (a < first.length) merged.push(first[a++] as T);
  while (b < second.length) merged.push(second[b++] as T);
  return merged;
}
