/** Leaves of the KB-style rules (msrc-cvrf, section 4). Unknown = the fact was not collected, or only partly. */
import { isBuildKnown } from '../../domain/windows-builds.ts';
import type { Fact, Machine, MsrcLeaf, Truth } from '../../domain/index.ts';
import { truthOfDeclaredVersion, truthOfProduct } from './declared.ts';
import { hotfixEntry, newestHotfix } from './hotfixes.ts';

export function truthOfMsrcLeaf(leaf: MsrcLeaf, machine: Machine): Truth {
  const os = machine.os;
  switch (leaf.kind) {
    case 'os-build':
      return test(os.version, (build) => oneOf(leaf.builds, build));
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
      return truthOfProduct(leaf, machine);
    case 'product-version':
      return truthOfDeclaredVersion(leaf, machine);
    case 'not-understood':
      return 'unknown';
  }
}

function test<T>(fact: Fact<T>, holds: (value: T) => boolean): Truth {
  if (fact.state !== 'known') return 'unknown';
  return holds(fact.value) ? 'true' : 'false';
}

function oneOf(texts: readonly string[], wanted: string): boolean {
  for (const text of texts) if (text === wanted) return true;
  return false;
}
