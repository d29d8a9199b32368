/**
 * The synthetic catalog of the measurements: 30,000 updates in 108 products (48 variants of the operating
 * system, which share file names, and 60 applications; 60 to 40), each with two trees behind the product
 * guard. Applicable: one of 1 to 20 files is older than x, 0 to 2 registry ranges, 0 to 2 packages not
 * there, sometimes an Or. Installed: the KB is listed, or all files are at least x.
 */
import type { Clause, CompiledCatalog, Leaf, Rule, UpdateRules } from '../../../src/domain/index.ts';
import { seeded, whole } from '../../support/seeded.ts';
import type { Random } from '../../support/seeded.ts';

export interface Sizes {
  readonly updates: number;
  readonly systems: number;
  readonly applications: number;
  readonly systemFiles: number;
  readonly filesOfApplication: number;
  readonly registryValues: number;
  readonly packages: number;
}

export const fullSize: Sizes = {
  updates: 30_000,
  systems: 48,
  applications: 60,
  systemFiles: 2_000,
  filesOfApplication: 500,
  registryValues: 300,
  packages: 500,
};

/** Versions of a product lie between 0 and this; machines move along it as they are patched. */
export const newestBuild = 60_000;

export const productName = (product: number): string => `p${String(product)}`;
export const systemFile = (file: number): string => `c:\\windows\\system32\\f${String(file)}.dll`;
export const applicationFile = (product: number, file: number): string =>
  `c:\\program files\\p${String(product)}\\f${String(file)}.dll`;
export const registryKey = (value: number): string => `software\\vendor\\v${String(value)}`;
export const packageName = (number: number): string => `package${String(number)}~31bf~amd64~~1.0`;
/** A version of a file of this product. */
export const versionOf = (product: number, build: number): string =>
  `${String(product + 1)}.0.${String(build)}.1`;

const leaf = (of: Leaf): Rule => ({ op: 'leaf', leaf: of });
const and = (...of: readonly Rule[]): Rule => ({ op: 'and', of });
const or = (...of: readonly Rule[]): Rule => (of.length === 1 ? (of[0] as Rule) : { op: 'or', of });

const always: Rule = { op: 'true' };

function clause(when: Rule, state: Clause['state']): Clause {
  return { when, state, reason: 'undecided', grade: 'measured', source: 'bench' };
}

export function syntheticCatalog(sizes: Sizes, seed = 1): CompiledCatalog {
  const random = seeded(seed);
  const updates = Array.from({ length: sizes.updates }, (_, i): UpdateRules => {
    const isSystem = random() < 0.6;
    const product = isSystem
      ? whole(random, sizes.systems)
      : sizes.systems + whole(random, sizes.applications);
    return updateRules(sizes, random, i, product, isSystem);
  });
  return { key: `bench-${String(seed)}-${String(sizes.updates)}`, updates };
}

function updateRules(
  sizes: Sizes,
  random: Random,
  at: number,
  product: number,
  isSystem: boolean,
): UpdateRules {
  // Newer updates want newer files.
  const build = Math.floor((at / sizes.updates) * newestBuild);
  const count = 1 + Math.floor(19 * random() ** 4.2);
  const files = Array.from({ length: count }, () =>
    isSystem
      ? systemFile(whole(random, sizes.systemFiles))
      : applicationFile(product, whole(random, sizes.filesOfApplication)),
  );
  const versions = files.map(() => versionOf(product, build + whole(random, 50)));
  const compared = (comparison: 'LessThan' | 'GreaterThanOrEqualTo') =>
    files.map((path, i) =>
      leaf({
        kind: 'file-version',
        path: { base: { from: 'absolute' }, path },
        comparison,
        version: versions[i] as string,
      }),
    );
  const guard = () =>
    leaf({ kind: 'catalog-product', source: 'bench', product: productName(product), servicePacks: [] });
  const conditions: Rule[] = [];
  for (let n = whole(random, 3); n > 0; n--) conditions.push(registryRange(sizes, random));
  for (let n = whole(random, 3); n > 0; n--)
    conditions.push({ op: 'not', of: installedPackage(sizes, random) });
  if (random() < 0.15) conditions.push(or(registryRange(sizes, random), installedPackage(sizes, random)));
  // One KB for the variants of a system.
  const kb = isSystem ? 4_000_000 + Math.floor(at / 4) : 5_000_000 + at;
  const installed = and(guard(), or(leaf({ kind: 'hotfix', kb }), and(...compared('GreaterThanOrEqualTo'))));
  const applicable = and(guard(), or(...compared('LessThan')), ...conditions);
  const clauses = [
    clause(installed, 'Installed'),
    clause(applicable, 'Required'),
    clause(always, 'NotRequired'),
  ];
  return { update: `bench:${String(at).padStart(6, '0')}`, first: null, parts: [{ subject: '', clauses }] };
}

function installedPackage(sizes: Sizes, random: Random): Rule {
  return leaf({ kind: 'cbs-package-installed', identity: packageName(whole(random, sizes.packages)) });
}

function registryRange(sizes: Sizes, random: Random): Rule {
  const key = registryKey(whole(random, sizes.registryValues));
  const path = { root: 'machine', view: 'native', key, value: 'Level' } as const;
  const low = whole(random, 10) * 10;
  const at = (comparison: 'GreaterThanOrEqualTo' | 'LessThan', data: number) =>
    leaf({ kind: 'reg-dword', path, comparison, data });
  return and(at('GreaterThanOrEqualTo', low), at('LessThan', low + 10 + whole(random, 60)));
}

/** Comparisons in all trees; a range counts as one. */
export function comparisonsOf(catalog: CompiledCatalog): number {
  const count = (rule: Rule): number =>
    rule.op === 'leaf'
      ? rule.leaf.kind === 'reg-dword'
        ? 0.5
        : 1
      : rule.op === 'not' || rule.op === 'proven'
        ? count(rule.of)
        : rule.op === 'and' || rule.op === 'or'
          ? rule.of.reduce((sum, each) => sum + count(each), 0)
          : 0;
  let comparisons = 0;
  for (const { parts } of catalog.updates) {
    for (const { clauses } of parts) for (const { when } of clauses) comparisons += count(when);
  }
  return comparisons;
}
