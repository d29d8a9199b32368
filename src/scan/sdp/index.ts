/** Third-party packages to updates, rules and remarks (sdp, section 3). */
import { RulePool } from '../../domain/index.ts';
import type { CatalogWarning, SdpDocument, SdpPackage, UpdateRules } from '../../domain/index.ts';
import type { SourceCompilation } from '../source-compilation.ts';
import { needOrder } from '../cycles.ts';
import { textHash } from '../text-hash.ts';
import { currentPackages } from './packages.ts';
import { packageClauses, packagePrerequisites } from './rules.ts';
import { sdpUpdateId, updatesOf } from './updates.ts';

/** Compiles the packages of all documents, given in any order. */
export async function compileSdp(documents: readonly SdpDocument[]): Promise<SourceCompilation> {
  const hash = await textHash();
  const current = currentPackages(documents);
  const packages = current.packages.map(({ package: read }) => read);
  const prerequisites = packagePrerequisites(packages);
  const pool = new RulePool();
  const rules: UpdateRules[] = current.packages.map(({ package: read, withdrawn }) => ({
    update: sdpUpdateId(read.id),
    ...(withdrawn && { withdrawn }),
    first: null,
    parts: [
      {
        subject: '',
        clauses: packageClauses(read, prerequisites).map((clause) => ({
          ...clause,
          when: pool.share(clause.when),
        })),
      },
    ],
  }));
  return {
    updates: updatesOf(current.packages, hash),
    rules,
    warnings: [
      ...current.warnings,
      ...missingWarnings(packages),
      ...prerequisites.cycles.map((members) => cycleWarning(members)),
      ...supersedenceCycles(packages),
    ],
  };
}

/** Prerequisites and bundled packages that are in no document (CAT14): each id once. */
function missingWarnings(packages: readonly SdpPackage[]): readonly CatalogWarning[] {
  const ids = new Set(packages.map(({ id }) => id));
  const missing = new Map<string, { id: string; first: string; count: number }>();
  for (const { id: needing, prerequisites, bundled } of packages) {
    for (const id of new Set([...prerequisites.flat(), ...bundled])) {
      if (ids.has(id)) continue;
      const known = missing.get(id) ?? { id, first: needing, count: 0 };
      known.count += 1;
      missing.set(id, known);
    }
  }
  return [...missing.keys()].sort().flatMap((id) => {
    const details = missing.get(id);
    return details === undefined
      ? []
      : [{ code: 'prerequisite-not-imported' as const, details: { ...details } }];
  });
}

/** The cycle by its members (CAT13). */
function cycleWarning(members: readonly string[]): CatalogWarning {
  return { code: 'prerequisite-cycle', details: { packages: firstOf(members), count: members.length } };
}

/** Packages that supersede themselves or each other (CAT13): a mark of none, so each keeps its own state. */
function supersedenceCycles(packages: readonly SdpPackage[]): readonly CatalogWarning[] {
  const ids = new Set(packages.map(({ id }) => id));
  const { cycles } = needOrder(
    packages.map(({ id, supersedes }) => ({ id, needs: supersedes.filter((other) => ids.has(other)) })),
  );
  return cycles.map((members) => ({
    code: 'supersedence-cycle',
    details: { updates: firstOf(members) },
  }));
}

/** Of a long cycle the first ten. */
function firstOf(members: readonly string[]): string {
  return members.slice(0, 10).join(', ') + (members.length > 10 ? ', …' : '');
}
