/**
 * Truth of one leaf on one machine. Plain ES5 library calls only: this file and `evaluate.ts` also run
 * in an old script engine on the target. Unknown = the fact was not collected, or was only partly.
 */
import { isBuildKnown } from '../domain/windows-builds.ts';
import type { Fact, HotfixEntry, Leaf, Machine, Truth } from '../domain/index.ts';

/** Kleene truth of `leaf` on `machine`. */
export function truthOfLeaf(leaf: Leaf, machine: Machine): Truth {
  const os = machine.os;
  switch (leaf.kind) {
    case 'os-build':
      return test(os.version, (build) => leaf.builds.indexOf(build) >= 0);
    case 'os-build-known':
      return test(os.version, isBuildKnown);
    case 'os-service-pack':
      // Absent is an answer: no service pack.
      if (os.servicePack.state === 'absent') return leaf.servicePack === 0 ? 'true' : 'false';
      return test(os.servicePack, (servicePack) => servicePack === leaf.servicePack);
    case 'os-role':
      return test(os.role, (role) => role === leaf.role);
    case 'os-architecture':
      return test(os.architecture, (architecture) => architecture === leaf.architecture);
    case 'os-installation':
      return test(os.installation, (installation) => installation === leaf.installation);
    case 'ubr':
      return test(os.ubr, (ubr) => (leaf.comparison === '=' ? ubr === leaf.value : ubr >= leaf.value));
    case 'hotfix':
      if (hotfixEntry(machine, leaf.kb) !== null) return 'true';
      return machine.hotfixes.completeness === 'complete' ? 'false' : 'unknown';
    case 'hotfixes-below':
      if (newestHotfix(machine) >= leaf.kb) return 'false';
      return machine.hotfixes.completeness === 'complete' ? 'true' : 'unknown';
    case 'product':
    case 'not-understood':
      return 'unknown';
    default:
      return 'unknown';
  }
}

function test<T>(fact: Fact<T>, holds: (value: T) => boolean): Truth {
  if (fact.state !== 'known') return 'unknown';
  return holds(fact.value) ? 'true' : 'false';
}

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
