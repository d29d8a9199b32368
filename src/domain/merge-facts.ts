import type { Fact } from './fact.ts';
import { notCollected } from './fact.ts';
import type { InventoryReading } from './inventory.ts';
import type { HotfixEntry, HotfixList, OsFacts } from './machine.ts';

/**
 * One fact from several files of one machine and build, in file order: the first known one. Files that
 * contradict each other leave it unavailable: a wrong fact would decide states.
 */
function mergeFact<T>(facts: readonly Fact<T>[]): Fact<T> {
  const known = facts.filter((fact) => fact.state === 'known');
  const [first] = known;
  if (!first) return facts.find((fact) => fact.state === 'absent') ?? facts[0] ?? notCollected;
  const agree = known.every((fact) => fact.value === first.value);
  return agree ? first : { state: 'unavailable', reason: 'not-understood' };
}

/** The highest of the known numbers: service packs and revisions only rise. */
function highest(facts: readonly Fact<number>[]): Fact<number> {
  const known = facts.filter((fact) => fact.state === 'known');
  return known.reduce<Fact<number>>(
    (best, fact) => (best.state === 'known' && best.value >= fact.value ? best : fact),
    facts[0] ?? notCollected,
  );
}

/** Operating system facts of files that show the same build. */
export function mergeOs(files: readonly OsFacts[]): OsFacts {
  const pick = <K extends keyof OsFacts>(key: K) => files.map((os) => os[key]);
  const names = pick('name');
  return {
    version: mergeFact(pick('version')),
    // Code pages garble names in different ways: the first is as good as the others, and decides nothing.
    name: names.find((fact) => fact.state === 'known') ?? notCollected,
    servicePack: highest(pick('servicePack')),
    architecture: mergeFact(pick('architecture')),
    role: mergeFact(pick('role')),
    installation: mergeFact(pick('installation')),
    ubr: highest(pick('ubr')),
    edition: mergeFact(pick('edition')),
  };
}

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
