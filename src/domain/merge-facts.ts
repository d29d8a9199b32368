import type { InventoryReading } from './inventory.ts';
import type { HotfixEntry, HotfixList } from './machine.ts';

/** Hotfix lists of one machine, in file order: united, complete if one of them is (issue: identity). */
export function mergeHotfixes(files: readonly Pick<InventoryReading, 'file' | 'hotfixes'>[]): HotfixList {
  const lists = files.flatMap(({ hotfixes }) => (hotfixes === null ? [] : [hotfixes]));
  const whole = files.find(({ hotfixes }) => hotfixes?.completeness === 'complete');
  const byId = new Map<string, HotfixEntry>();
  for (const entry of lists.flatMap((list) => list.entries)) {
    const key = entry.kb === null ? `id ${entry.id.toLowerCase()}` : `kb ${entry.kb}`;
    const first = byId.get(key);
    if (!first) byId.set(key, entry);
    else if (first.installedOn === null && entry.installedOn !== null) {
      byId.set(key, { ...first, installedOn: entry.installedOn });
    }
  }
  const entries = [...byId.values()].sort(byNumber);
  if (whole !== undefined) return { completeness: 'complete', entries, whole: whole.file };
  return { completeness: lists.length === 0 ? 'missing' : 'cut', entries };
}

/** By KB number, entries without one behind them, then by id. */
function byNumber(a: HotfixEntry, b: HotfixEntry): number {
  const [left, right] = [a.kb ?? Number.POSITIVE_INFINITY, b.kb ?? Number.POSITIVE_INFINITY];
  if (left !== right) return left - right;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
