import { supersedingIds } from '../../domain/index.ts';
import type { Update } from '../../domain/index.ts';

/**
 * Ids of the updates that each one supersedes, by what those say themselves: the relation the scan acts
 * on. An update of the monthly documents rarely names the one before it; the higher build makes it newer.
 * Updates with relations of their own name both directions and are left out.
 */
export function replacedUpdates(updates: readonly Update[]): ReadonlyMap<string, readonly string[]> {
  const older = new Map<string, string[]>();
  for (const update of updates) {
    if (update.relations) continue;
    for (const newer of supersedingIds(update)) {
      const list = older.get(newer);
      if (list) list.push(update.id);
      else older.set(newer, [update.id]);
    }
  }
  return older;
}
