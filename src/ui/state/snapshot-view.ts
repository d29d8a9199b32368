import { patchStates, readPlanes, supersedingIds } from '../../domain/index.ts';
import type { PlaneReader, StateCode, Update, Verdict } from '../../domain/index.ts';
import type { Snapshot } from '../../tasks/engine.ts';
import { indexOf, isPast, type SnapshotIndex } from './snapshot-index.ts';
import { replacedUpdates } from './replaced-updates.ts';
import { countStates, type CountTable } from './state-counts.ts';
import { productsInQuestion } from './unknown-products.ts';

const required = patchStates.indexOf('Required') as StateCode;

/** A snapshot with what pages derive from it: made anew with each one, never changed. */
export interface SnapshotView {
  readonly snapshot: Snapshot;
  readonly index: SnapshotIndex;
  /** Product an update's unknowns count to as one item, or null. */
  readonly productOf: (update: string) => string | null;
  readonly counts: CountTable;
  /** Ids of updates that are superseded by one, though it may not name them. */
  readonly replaced: ReadonlyMap<string, readonly string[]>;
  /** Required on some machine, not decided, and no newer one or other track makes the question idle. */
  readonly undecided: readonly Update[];
}

type Decided = Pick<SnapshotView, 'snapshot' | 'index'>;

/**
 * Derives step by step.
 * @param now milliseconds since 1970, for deferrals that have run out
 * @param pause awaited between steps, so that the caller's thread can do other things
 */
export async function viewOf(
  snapshot: Snapshot,
  now: number,
  pause: () => Promise<void>,
): Promise<SnapshotView> {
  const index = indexOf(snapshot);
  await pause();
  const productOf = productsInQuestion(snapshot);
  await pause();
  const counts = countStates(snapshot.states, productOf);
  await pause();
  const replaced = replacedUpdates(snapshot.updates);
  const undecided: Update[] = [];
  const isOpen = openIn({ snapshot, index }, counts, now);
  for (const update of snapshot.updates) {
    await pause();
    if (isOpen(update)) undecided.push(update);
  }
  return { snapshot, index, productOf, counts, replaced, undecided };
}

function openIn(view: Decided, counts: CountTable, now: number): (update: Update) => boolean {
  const { states } = view.snapshot;
  if (states === null) return () => false;
  const reader = readPlanes(states);
  return (update) => {
    const verdict = verdictIn(view, update.id, now);
    if (verdict !== 'open' && verdict !== 'void') return false;
    if ((counts.update(update.id)?.Required ?? 0) === 0) return false;
    return newerRequiredIn(view, reader, update) === null && !isOtherTrackIn(view.snapshot, update);
  };
}

/** Decision as one word: `void` when the content changed since, `open` when there is none. */
export function verdictIn({ index }: Decided, update: string, now: number): Verdict | 'open' | 'void' {
  if (index.voided.has(update)) return 'void';
  const decision = index.decisions.get(update);
  if (!decision) return 'open';
  return decision.verdict === 'deferred' && isPast(decision.until, now) ? 'open' : decision.verdict;
}

/** The newest update that supersedes this one and is Required wherever this one is, or null. */
export function newerRequiredIn({ index }: Decided, reader: PlaneReader, update: Update): Update | null {
  const above = supersedingIds(update).flatMap((id) => index.updates.get(id) ?? []);
  const covering = above.filter((other) => requiredWherever(reader, update.id, other.id));
  return covering.sort((a, b) => (b.kbNumber ?? 0) - (a.kbNumber ?? 0))[0] ?? null;
}

/** Belongs to the track of earlier Windows that the site does not follow (msrc-cvrf, section 4, step 5). */
export function isOtherTrackIn({ settings }: Snapshot, update: Update): boolean {
  const other = settings.track === 'security-only' ? ['Monthly Rollup'] : ['Security Only', 'IE Cumulative'];
  return update.subTypes.length > 0 && update.subTypes.every((type) => other.includes(type));
}

function requiredWherever(reader: PlaneReader, update: string, other: string): boolean {
  const [own, newer] = [reader.indexOf(update), reader.indexOf(other)];
  if (own < 0 || newer < 0) return false;
  const covering = reader.having(newer, required);
  return reader.having(own, required).every((word, at) => (word & ~(covering[at] ?? 0)) === 0);
}
