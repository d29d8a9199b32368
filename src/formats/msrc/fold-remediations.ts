import { compareVersions } from '../../domain/index.ts';
import type { CatalogWarning, Remediation, RestartRequired } from '../../domain/index.ts';
import { strongerRestart } from './fields.ts';

/** One Vendor Fix of one CVE for one product, before folding. */
export interface Fix {
  readonly kb: number;
  readonly productId: string;
  readonly cve: string;
  readonly subType: string;
  readonly fixedBuilds: readonly string[];
  readonly supersedes: readonly number[];
  readonly restart: RestartRequired;
  readonly url: string;
}

interface Fold {
  first: Fix;
  builds: readonly string[];
  otherBuilds: readonly string[] | null;
  supersedes: readonly number[];
  supersedesDiffer: boolean;
  subType: string;
  otherSubType: string | null;
  restart: RestartRequired;
  url: string;
  readonly cves: Set<string>;
}

/**
 * Folds fixes on (KB, product): one KB appears once per CVE (msrc-cvrf, section 2). Where CVEs do not
 * agree the highest FixedBuild and the union of the superseded KBs are kept and a warning says so
 * (CAT30); of restart behaviours the one to prepare for, of sub types the first by code unit.
 */
export class RemediationFold {
  readonly #kbs = new Map<number, Map<string, Fold>>();

  add(fix: Fix): void {
    const products = this.#kbs.get(fix.kb) ?? new Map<string, Fold>();
    this.#kbs.set(fix.kb, products);
    const fold = products.get(fix.productId);
    if (!fold) {
      products.set(fix.productId, begin(fix));
      return;
    }
    fold.cves.add(fix.cve);
    fold.restart = strongerRestart(fold.restart, fix.restart);
    fold.url = lesser(fold.url, fix.url);
    foldBuilds(fold, fix.fixedBuilds);
    foldSupersedes(fold, fix.supersedes);
    if (fix.subType !== fold.subType && fix.subType !== '') {
      const kept = lesser(fold.subType, fix.subType);
      if (fold.subType !== '') fold.otherSubType = kept === fold.subType ? fix.subType : fold.subType;
      fold.subType = kept;
    }
  }

  get kbs(): number {
    return this.#kbs.size;
  }

  /** All pairs sorted by KB, then product id, and what did not agree. */
  finish(document: string): { readonly remediations: Remediation[]; readonly warnings: CatalogWarning[] } {
    const remediations: Remediation[] = [];
    const warnings: CatalogWarning[] = [];
    for (const [kb, products] of [...this.#kbs].sort(([a], [b]) => a - b)) {
      for (const [productId, fold] of [...products].sort(([a], [b]) => (a < b ? -1 : 1))) {
        remediations.push({
          kb,
          productId,
          subType: fold.subType,
          fixedBuilds: fold.builds,
          supersedes: fold.supersedes,
          restart: fold.restart,
          cves: [...fold.cves].sort(),
          ...(fold.url === '' ? {} : { url: fold.url }),
        });
        warnings.push(...disagreements(fold, { document, kb: `KB${kb}`, product: productId }));
      }
    }
    return { remediations, warnings };
  }
}

function begin(fix: Fix): Fold {
  return {
    first: fix,
    builds: fix.fixedBuilds,
    otherBuilds: null,
    supersedes: fix.supersedes,
    supersedesDiffer: false,
    subType: fix.subType,
    otherSubType: null,
    restart: fix.restart,
    url: fix.url,
    cves: new Set([fix.cve]),
  };
}

function foldBuilds(fold: Fold, builds: readonly string[]): void {
  if (sameList(fold.builds, builds)) return;
  const higher = compareBuildLists(builds, fold.builds) > 0;
  const loser = higher ? fold.builds : builds;
  if (higher) fold.builds = builds;
  if (!fold.otherBuilds || compareBuildLists(loser, fold.otherBuilds) > 0) fold.otherBuilds = loser;
}

/** The highest build decides, then the second …: a total order, so that the order of CVEs never matters. */
function compareBuildLists(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const difference = compareVersions(a[at] ?? '0', b[at] ?? '0');
    if (difference !== 0) return difference;
  }
  return a.join() < b.join() ? -1 : 1;
}

function foldSupersedes(fold: Fold, supersedes: readonly number[]): void {
  if (sameList(fold.supersedes, supersedes)) return;
  fold.supersedesDiffer ||= !sameList(fold.first.supersedes, supersedes);
  fold.supersedes = [...new Set([...fold.supersedes, ...supersedes])].sort((a, b) => a - b);
}

function disagreements(fold: Fold, details: Readonly<Record<string, string>>): CatalogWarning[] {
  const found: CatalogWarning[] = [];
  if (fold.otherBuilds) {
    const kept = fold.builds.join('; ');
    found.push({
      code: 'fixed-build-differs',
      details: { ...details, kept, other: fold.otherBuilds.join('; ') },
    });
  }
  if (fold.supersedesDiffer) {
    const kept = fold.supersedes.map((kb) => `KB${kb}`).join(' ');
    found.push({ code: 'supersedence-differs', details: { ...details, kept } });
  }
  if (fold.otherSubType !== null) {
    const values = { field: 'SubType', kept: fold.subType, other: fold.otherSubType };
    found.push({ code: 'content-differs', details: { ...details, ...values } });
  }
  return found;
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a === b || (a.length === b.length && a.every((item, at) => item === b[at]));
}

/** The first of two texts by code unit that is not empty: does not depend on the order in the file. */
function lesser(a: string, b: string): string {
  if (a === '' || b === '') return a === '' ? b : a;
  return a <= b ? a : b;
}
