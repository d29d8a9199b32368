/** The hotfix list of a machine. */
import type { HotfixEntry, Machine } from '../../domain/index.ts';

/** The list entry of a KB, or null. Entries are sorted by KB; those without a number have null. */
export function hotfixEntry(machine: Machine, kb: number): HotfixEntry | null {
  for (const entry of machine.hotfixes.entries) if (entry.kb === kb) return entry;
  return null;
}

/** Highest KB number listed; 0 for a list without one. */
export function newestHotfix(machine: Machine): number {
  let newest = 0;
  for (const entry of machine.hotfixes.entries) {
    if (entry.kb !== null && entry.kb > newest) newest = entry.kb;
  }
  return newest;
}
