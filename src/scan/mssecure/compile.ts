import { compareMssecureEditions } from '../../domain/index.ts';
import type { CatalogWarning, MssecureDocument, MssecureOptions } from '../../domain/index.ts';
import type { SourceCompilation } from '../source-compilation.ts';
import { textHash } from '../text-hash.ts';
import { patchClauses } from './patch-clauses.ts';
import { supersedingOf } from './superseding.ts';
import type { Superseding } from './superseding.ts';
import { tablesOf } from './tables.ts';
import type { PlacedPatch, Tables } from './tables.ts';
import { unresolvedOf } from './unresolved.ts';
import { updatesOf } from './updates.ts';

/**
 * Compiles the rules R1 to R9 of MSSecure (mssecure, section 5). Of several documents the newest
 * edition counts: ids of two catalogs are never joined (section 9, trap 4).
 */
export async function compileMssecure(
  documents: readonly MssecureDocument[],
  options: MssecureOptions,
): Promise<SourceCompilation> {
  const [document, ...older] = [...documents].sort(
    (a, b) => compareMssecureEditions(b, a) || (a.sha256 < b.sha256 ? -1 : 1),
  );
  if (!document) return { updates: [], rules: [], warnings: [] };
  const hash = await textHash();
  const read = tablesOf(document);
  const superseding = supersedingOf(read);
  const tables = sorted(read);
  const clausesOf = (placed: PlacedPatch, chosen: MssecureOptions) =>
    patchClauses(placed, tables, superseding.above.get(placed.update) ?? [], document.language, chosen);
  // Authorizations are bound to the catalog, not to the options of one scan.
  const content = (placed: PlacedPatch) => clausesOf(placed, { checksums: true });
  return {
    updates: updatesOf(tables, superseding, document.id, content, hash),
    rules: tables.patches.map((placed) => ({
      update: placed.update,
      first: null,
      parts: [{ subject: '', clauses: clausesOf(placed, options) }],
    })),
    warnings: [...older.map(notUsed), ...warningsOf(tables, superseding)],
  };
}

/** Patches in code unit order of their ids, after superseding ones were found in the order of the file. */
function sorted(tables: Tables): Tables {
  const patches = [...tables.patches].sort((a, b) => (a.update < b.update ? -1 : 1));
  return { ...tables, patches };
}

function notUsed({ id, revision, sha256 }: MssecureDocument): CatalogWarning {
  return { code: 'older-edition-not-used', details: { document: id, revision, sha256 } };
}

function warningsOf(tables: Tables, superseding: Superseding): CatalogWarning[] {
  const unresolved = tables.patches.flatMap((placed) => {
    const ids = unresolvedOf(placed, tables).map(({ element, id }) => `${element} ${id}`);
    if (ids.length === 0) return [];
    const { update, bulletin } = placed;
    return {
      code: 'reference-unresolved',
      details: { update, bulletin: bulletin.id, ids: ids.join(', ') },
    } as const;
  });
  const circles = superseding.circles.map(
    (updates) => ({ code: 'supersedence-cycle', details: { updates: updates.join(', ') } }) as const,
  );
  const { missing } = superseding;
  const gone = { count: missing.length, first: missing.slice(0, 5).join(', ') };
  return [
    ...tables.duplicates.map((details) => ({ code: 'duplicate-id', details }) as const),
    ...unresolved,
    ...circles,
    ...(missing.length > 0 ? [{ code: 'superseding-patch-missing', details: gone } as const] : []),
  ];
}
