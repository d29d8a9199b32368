import type { Clause, MssecureOptions, Rule } from '../../domain/index.ts';
import { always, and, not, or } from '../rules.ts';
import { checksumGate, fileCheck } from './file-checks.ts';
import type { FileCheck } from './file-checks.ts';
import { applies, registryHolds } from './leaves.ts';
import { rowOf } from './tables.ts';
import type { PlacedPatch, Tables } from './tables.ts';
import { unresolvedOf } from './unresolved.ts';

/**
 * The clauses of one patch (mssecure, section 5): R2 first, then R9, then the patch's own verdict.
 *
 * @param above patches that supersede it, in the order of the file
 */
export function patchClauses(
  placed: PlacedPatch,
  tables: Tables,
  above: readonly PlacedPatch[],
  language: string,
  options: MssecureOptions,
): readonly Clause[] {
  const unresolved = unresolvedOf(placed, tables);
  const degraded = unresolved.length > 0 ? [cannotVerify(unresolved)] : null;
  // An unknown product could be any the machine has: not even R2 can be answered.
  if (degraded && unresolved.some(({ element }) => element === 'Product')) return degraded;
  return [
    notAffected(applies(placed, tables)),
    ...above.map((other) => superseded(other, tables)),
    ...(degraded ?? ownVerdict(placed, tables, language, options)),
  ];
}

function notAffected(affected: Rule): Clause {
  return {
    when: not(affected),
    state: 'NotRequired',
    reason: 'product-not-affected',
    grade: 'measured',
    source: 'mssecure R2',
    original: 'NOTREQUIRED',
  };
}

function superseded(other: PlacedPatch, tables: Tables): Clause {
  return {
    when: applies(other, tables),
    state: 'NotRequired',
    reason: 'superseded-by-patch',
    grade: 'measured',
    source: 'mssecure R9',
    byUpdate: other.update,
    original: 'SUPERSEDED',
  };
}

function cannotVerify(unresolved: readonly { readonly element: string; readonly id: string }[]): Clause {
  return {
    when: always,
    state: 'Unknown',
    reason: 'reference-unresolved',
    grade: null,
    blockers: unresolved.map(({ element, id }) => ({ kind: 'element', subject: `${element} ${id}` })),
    source: 'mssecure 4',
  };
}

/** R3 to R8: what the patch comes to without regard to others. Its ids are all resolved. */
function ownVerdict(
  { patch }: PlacedPatch,
  tables: Tables,
  language: string,
  options: MssecureOptions,
): readonly Clause[] {
  if (patch.registry.length === 0 && patch.files.length === 0) return [note('no-detection-data', 'R8')];
  const registry = options.skipRegistry ? [] : registryClauses(patch.registry, tables);
  const sums = options.checksums ? checksumGate(language) : null;
  const checks = patch.files.flatMap((id) => {
    const row = rowOf(tables.files, id);
    return row ? [fileCheck(row, rowOf(tables.locations, row.folder) ?? '', sums)] : [];
  });
  const testable = checks.filter((check) => check !== null);
  return [
    ...registry,
    ...testable.flatMap(({ lower }) => lower),
    ...testable.flatMap(({ differs }) => differs),
    ...newerClauses(testable, options),
    ...(registry.length > 0 ? [] : untested(testable)),
    {
      when: always,
      state: 'Installed',
      reason: 'checks-passed',
      grade: 'measured',
      source: 'mssecure R7',
      original: 'INSTALLED',
    },
  ];
}

function registryClauses(ids: readonly string[], tables: Tables): Clause[] {
  return ids.flatMap((id) => {
    const row = rowOf(tables.registry, id);
    const holds = row && registryHolds(rowOf(tables.locations, row.location) ?? '', row.name, row.value);
    if (!holds) return [];
    return {
      when: not(holds),
      state: 'Required',
      reason: 'registry-value-missing',
      grade: 'measured',
      source: 'mssecure R3',
      original: 'MISSING',
    } as const;
  });
}

function newerClauses(checks: readonly FileCheck[], { newerIsUnknown }: MssecureOptions): Clause[] {
  const common = { reason: 'newer-than-catalog', source: 'mssecure R5', original: 'WARNING' } as const;
  return checks
    .filter(({ newer }) => newer.op !== 'false')
    .map(({ newer: when }) =>
      newerIsUnknown
        ? { when, state: 'Unknown', grade: null, possible: ['Required', 'Installed'], ...common }
        : { when, state: 'Installed', grade: 'measured', ...common },
    );
}

/**
 * R7, where nothing at all was tested: only `u` checks (or a registry that was left out) prove
 * nothing; where all `e` files are absent there is nothing to fix. A file that is there but has
 * neither a version nor a checksum to compare proves nothing either.
 */
function untested(checks: readonly FileCheck[]): Clause[] {
  if (checks.length === 0) return [note('only-untestable-checks', 'R7')];
  const optional = checks.map(({ present }) => present).filter((present) => present !== null);
  const clauses: Clause[] = [];
  if (optional.length === checks.length) {
    clauses.push({
      when: not(or(...optional)),
      state: 'NotRequired',
      reason: 'no-affected-file',
      grade: 'measured',
      source: 'mssecure R7',
      original: 'NOTREQUIRED',
    });
  }
  const nothing = and(...checks.map(({ tested }) => not(tested)));
  if (nothing.op !== 'false') clauses.push({ ...note('only-untestable-checks', 'R7'), when: nothing });
  return clauses;
}

function note(reason: Clause['reason'], rule: string): Clause {
  return {
    when: always,
    state: 'Unknown',
    reason,
    grade: null,
    source: `mssecure ${rule}`,
    original: 'NOTE',
  };
}
