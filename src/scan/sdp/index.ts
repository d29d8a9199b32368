/** Third-party packages to updates, rules and remarks (sdp, section 3). */
import { createSHA256 } from 'hash-wasm';
import { RulePool } from '../../domain/index.ts';
import type { CatalogWarning, SdpDocument, SdpPackage, UpdateRules } from '../../domain/index.ts';
import type { SourceCompilation } from '../source-compilation.ts';
import { currentPackages } from './packages.ts';
import { packageClauses, packagePrerequisites } from './rules.ts';
import { sdpUpdateId, updatesOf } from './updates.ts';

/** Raised when compiling changes: states of an older compiler are not compared with newer ones. */
export const sdpCompilerVersion = 1;

/** Compiles the packages of all documents, given in any order. */
export type SdpCompiler = (documents: readonly SdpDocument[]) => SourceCompilation;

/** Makes a compiler that answers at once: only starting its hash function takes a turn. */
export async function createSdpCompiler(): Promise<SdpCompiler> {
  const hasher = await createSHA256();
  const hash = (text: string) => hasher.init().update(text).digest('hex');
  return (documents) => {
    const current = currentPackages(documents);
    const packages = current.packages.map(({ package: read }) => read);
    const prerequisites = packagePrerequisites(packages);
    const pool = new RulePool();
    const rules: UpdateRules[] = packages.map((read) => ({
      update: sdpUpdateId(read.id),
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
      ],
    };
  };
}

/** The same for a single use. */
export async function compileSdp(documents: readonly SdpDocument[]): Promise<SourceCompilation> {
  const compile = await createSdpCompiler();
  return compile(documents);
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

/** The cycle by its members (CAT13); of a long one the first ten. */
function cycleWarning(members: readonly string[]): CatalogWarning {
  const packages = members.slice(0, 10).join(', ') + (members.length > 10 ? ', …' : '');
  return { code: 'prerequisite-cycle', details: { packages, count: members.length } };
}
