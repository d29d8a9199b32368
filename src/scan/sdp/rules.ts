/** Rules of packages as clauses (sdp, section 3). */
import type { Clause, Rule, SdpItem, SdpPackage } from '../../domain/index.ts';
import { prerequisitesOf, tooDeepClauses } from '../prerequisites.ts';
import type { Prerequisites } from '../prerequisites.ts';
import { always, and, never } from '../rules.ts';
import {
  bundleClauses,
  bundleMember,
  cycleClauses,
  installedOnlyClauses,
  memberOf,
  sectionClauses,
} from '../sections.ts';
import type { BundleMember, SectionRules } from '../sections.ts';

const source = 'sdp 3';

export type PackagePrerequisites = Prerequisites<SdpPackage>;

/** How the packages need each other. */
export function packagePrerequisites(packages: readonly SdpPackage[]): PackagePrerequisites {
  return prerequisitesOf(packages, (read, so) => {
    const prerequisites = so.ruleOf(read);
    if (isInstalledOnly(read)) {
      const installed = and(prerequisites, installedOf(read, so));
      return { installed, required: never, applicable: installed };
    }
    const [item] = read.items;
    if (item !== undefined && read.items.length === 1 && read.bundled.length === 0) {
      return memberOf(itemRules(read, item), prerequisites);
    }
    return bundleMember(prerequisites, bundleOf(read, so));
  });
}

/** The ordered clauses of one package. */
export function packageClauses(read: SdpPackage, prerequisites: PackagePrerequisites): readonly Clause[] {
  const cycle = prerequisites.cycleOf(read.id);
  if (cycle !== null) return cycleClauses(cycle, source);
  if (prerequisites.isTooDeep(read.id)) return tooDeepClauses(source);
  const met = prerequisites.ruleOf(read);
  if (read.publication === 'Expired') {
    return installedOnlyClauses(met, installedOf(read, prerequisites), 'package-expired', source);
  }
  if (read.updateType === 'Detectoid') {
    return installedOnlyClauses(met, installedOf(read, prerequisites), 'rules-not-applicable', source);
  }
  const [item] = read.items;
  if (item !== undefined && read.items.length === 1 && read.bundled.length === 0) {
    return sectionClauses(met, itemRules(read, item), source);
  }
  if (item === undefined && read.bundled.length === 0) {
    return installedOnlyClauses(met, read.isInstalled ?? never, 'no-applicable-item', source);
  }
  return bundleClauses(met, bundleOf(read, prerequisites), source);
}

/** Never offered: expired packages and detectoids. */
function isInstalledOnly(read: SdpPackage): boolean {
  const isEmpty = read.items.length === 0 && read.bundled.length === 0;
  return read.publication === 'Expired' || read.updateType === 'Detectoid' || isEmpty;
}

/** Installed, whatever its prerequisites say: a detectoid's own rule, else that of its items. */
function installedOf(read: SdpPackage, so: Pick<PackagePrerequisites, 'memberOf'>): Rule {
  if (read.items.length === 0 && read.bundled.length === 0) return read.isInstalled ?? never;
  return bundleMember(always, bundleOf(read, so)).installed;
}

/** One clause over the items, all applicable ones are installed; each bundled package one of its own. */
function bundleOf(
  read: SdpPackage,
  so: Pick<PackagePrerequisites, 'memberOf'>,
): readonly (readonly BundleMember[])[] {
  const items = read.items.map((item) => memberOf(itemRules(read, item)));
  const bundled = read.bundled.map((id) => [so.memberOf(id)]);
  return items.length === 0 ? bundled : [items, ...bundled];
}

/** Package rule and item rule of the same name; a missing item rule is false (section 3). */
function itemRules(read: SdpPackage, { rules }: SdpItem): SectionRules {
  return {
    isInstalled: and(read.isInstalled ?? always, rules.isInstalled ?? never),
    isSuperseded: rules.isSuperseded ?? never,
    isInstallable: and(read.isInstallable ?? always, rules.isInstallable ?? never),
  };
}
