/**
 * Step 0 of msrc-cvrf, section 4: may this product's updates apply to the machine? The clauses come
 * first in every decision about Windows. Order: what cannot be told, then levels nobody services,
 * then products that are not this machine's.
 */
import type { Clause, PatchState, Rule, WindowsProduct } from '../../domain/index.ts';
import { always, and, decided, leaf, not, or, proven } from '../rules.ts';
import type { Product } from './pairs.ts';

const source = 'msrc-cvrf 4.0';
const anything: readonly PatchState[] = ['Required', 'Installed', 'NotRequired'];
const buildKnown = leaf({ kind: 'os-build-known' });

/** OS level: what a document must name for the machine to count as serviced. */
function levelRule(os: WindowsProduct, builds: readonly string[]): Rule {
  return and(
    leaf({ kind: 'os-build', builds }),
    leaf({ kind: 'os-role', role: os.role }),
    os.architecture === null ? always : leaf({ kind: 'os-architecture', architecture: os.architecture }),
    os.servicePack === null ? always : leaf({ kind: 'os-service-pack', servicePack: os.servicePack }),
  );
}

/**
 * The machine is of this product. Server Core (section 3): where the installation type is not known
 * both names match, so only a proven other type excludes one.
 */
export function matchRule(os: WindowsProduct): Rule {
  const other = os.installation === 'core' ? 'full' : 'core';
  const installation =
    os.installation === null ? always : not(proven(leaf({ kind: 'os-installation', installation: other })));
  return and(levelRule(os, os.builds), installation);
}

/** True where some imported document names the machine's level: an OS product, or the OS half of a component. */
export function servicedRule(products: Iterable<Product>): Rule {
  const groups = new Map<string, { readonly os: WindowsProduct; readonly builds: Set<string> }>();
  for (const { os } of products) {
    if (os === null) continue;
    const key = `${os.role} ${os.architecture ?? '-'} ${String(os.servicePack ?? '-')}`;
    const group = groups.get(key) ?? { os, builds: new Set<string>() };
    for (const build of os.builds) group.builds.add(build);
    groups.set(key, group);
  }
  return or(
    ...[...groups.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { os, builds }]) => levelRule(os, [...builds].sort())),
  );
}

/** The clauses that stand before every decision about an OS product or a component on one. */
export function applicableClauses(serviced: Rule, match: Rule): readonly Clause[] {
  return [
    {
      when: not(decided(buildKnown)),
      state: 'Unknown',
      reason: 'os-facts-missing',
      grade: null,
      blockers: [{ kind: 'os-facts', subject: '' }],
      possible: anything,
      source,
    },
    {
      when: not(buildKnown),
      state: 'Unknown',
      reason: 'build-not-known',
      grade: null,
      blockers: [{ kind: 'build-table', subject: '' }],
      possible: anything,
      source,
    },
    { when: not(serviced), state: 'NotRequired', reason: 'level-not-serviced', grade: 'measured', source },
    { when: not(match), state: 'NotRequired', reason: 'product-not-matching', grade: 'measured', source },
  ];
}

/** What is asked of a product outside Windows, or of a component. */
export interface OutsideProduct {
  /** As declarations and missing facts name it. */
  readonly name: string;
  readonly family: string | null;
  /** Builds with the fix where one version speaks for the whole product; empty where none does. */
  readonly versions: readonly string[];
  readonly blocker: 'product-presence' | 'channel-table' | 'component-version';
}

const unknownReasons = {
  'product-presence': 'product-presence-unknown',
  'product-version': 'product-version-unknown',
  'channel-table': 'channel-table-missing',
  'component-version': 'component-version-unknown',
} as const;

/**
 * A product outside Windows: its presence is a fact of its own (section 3), which the site declares. Of one
 * that is there the update is Required or Installed, and only a declared version tells which.
 */
export function outsideClauses(product: OutsideProduct): readonly Clause[] {
  const { name, family, blocker } = product;
  const asked = { product: name, family, blocker };
  const present = leaf({ kind: 'product', ...asked });
  const source = 'msrc-cvrf 3';
  const subject = blocker === 'product-presence' ? 'product-version' : blocker;
  return [
    {
      when: not(present),
      state: 'NotRequired',
      reason: 'product-declared-absent',
      grade: 'declared',
      source,
    },
    ...versionClauses(product),
    {
      when: present,
      state: 'Unknown',
      reason: unknownReasons[subject],
      grade: null,
      blockers: [{ kind: subject, subject: name }],
      possible: ['Required', 'Installed'],
      source,
    },
    {
      when: always,
      state: 'Unknown',
      reason: unknownReasons[blocker],
      grade: null,
      blockers: [{ kind: blocker, subject: name }],
      possible: anything,
      source,
    },
  ];
}

/** Several builds are those of branches: the declared version is of one of them. */
function versionClauses({ name, family, blocker, versions }: OutsideProduct): readonly Clause[] {
  const source = 'msrc-cvrf 3';
  return versions.flatMap((version): Clause[] => {
    const reached = leaf({ kind: 'product-version', product: name, family, blocker, version });
    return [
      { when: reached, state: 'Installed', reason: 'declared-version-reached', grade: 'declared', source },
      { when: not(reached), state: 'Required', reason: 'declared-version-below', grade: 'declared', source },
    ];
  });
}

/** A name that starts like an operating system but is not understood: never silently Not Required. */
export function notUnderstoodClauses(name: string): readonly Clause[] {
  return [
    {
      when: leaf({ kind: 'not-understood', name }),
      state: 'Unknown',
      reason: 'product-name-not-understood',
      grade: null,
      blockers: [{ kind: 'product-name', subject: name }],
      possible: anything,
      source: 'msrc-cvrf 3',
    },
    {
      when: always,
      state: 'Unknown',
      reason: 'product-name-not-understood',
      grade: null,
      blockers: [{ kind: 'product-name', subject: name }],
      possible: anything,
      source: 'msrc-cvrf 3',
    },
  ];
}
