import { supersededIds, supersedingIds } from '../domain/index.ts';
import type { Update } from '../domain/index.ts';

export interface Supersedence {
  /** True if `newer` makes `older` needless, directly or over any number of steps (update ids). */
  replaces(newer: string, older: string): boolean;
}

/**
 * Supersedence between imported updates: what an update names and what ranks directly above it, followed
 * over all steps. Documents contain mistakes (msrc-cvrf, section 2): where two updates name each other,
 * the higher KB number counts as the newer, so that never both disappear.
 */
export function supersedence(updates: readonly Update[]): Supersedence {
  const known = new Set(updates.map(({ id }) => id));
  const kbOf = new Map(updates.map((update) => [update.id, update.kbNumber ?? 0]));
  const olderOf = new Map<string, Set<string>>();
  const add = (newer: string, older: string): void => {
    if (!known.has(newer) || !known.has(older) || newer === older) return;
    const olders = olderOf.get(newer);
    if (olders) olders.add(older);
    else olderOf.set(newer, new Set([older]));
  };
  for (const update of updates) {
    for (const older of supersededIds(update)) add(update.id, older);
    for (const newer of supersedingIds(update)) add(newer, update.id);
  }

  const reached = new Map<string, ReadonlySet<string>>();
  const reach = (from: string): ReadonlySet<string> => {
    const known = reached.get(from);
    if (known) return known;
    const found = new Set<string>();
    const waiting = [from];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      for (const older of olderOf.get(next) ?? []) {
        if (!found.has(older)) {
          found.add(older);
          waiting.push(older);
        }
      }
    }
    reached.set(from, found);
    return found;
  };

  return {
    replaces(newer, older) {
      if (newer === older || !reach(newer).has(older)) return false;
      if (!reach(older).has(newer)) return true;
      return (kbOf.get(newer) ?? 0) > (kbOf.get(older) ?? 0);
    },
  };
}
