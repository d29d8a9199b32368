/** Every imported catalog as one compiled catalog: what all engines decide from, and what proofs quote. */
import { canonicalJson, documentsOf, editionOf } from '../domain/index.ts';
import type {
  CatalogDocument,
  CatalogWarning,
  CompiledCatalog,
  Update,
  UpdateRules,
} from '../domain/index.ts';
import type { Described } from './describe.ts';
import { compileMicrosoftUpdate } from './microsoft-update/index.ts';
import type { FindRelated } from './microsoft-update/index.ts';
import { compileMsrc } from './msrc/index.ts';
import { compileMssecure } from './mssecure/index.ts';
import { compileSdp } from './sdp/index.ts';
import type { SourceCompilation } from './source-compilation.ts';
import { textHash } from './text-hash.ts';

/** Raised when compiling changes: states of an older compiler are not compared with newer ones. */
const compilerVersion = 3;

export interface CompileOptions {
  /** Compare checksums where MSSecure and the inventory have them (mssecure, R6). */
  readonly checksums: boolean;
}

export interface Compilation extends Described {
  readonly documents: readonly CatalogDocument[];
  /** In the order of `catalog.updates`. */
  readonly updates: readonly Update[];
  readonly catalog: CompiledCatalog;
  readonly warnings: readonly CatalogWarning[];
  /** Revisions of the Microsoft Update catalog that stand behind its updates. */
  readonly related: FindRelated;
}

/**
 * Compiles the current edition of every imported document, given in any order. Updates stand in code
 * unit order of their ids; ids begin with their source, so that no two sources meet in one.
 */
export async function compileCatalogs(
  documents: readonly CatalogDocument[],
  options: CompileOptions,
): Promise<Compilation> {
  const hash = await textHash();
  const msrc = await compileMsrc(documentsOf(documents, 'msrc'));
  const mu = await compileMicrosoftUpdate(documentsOf(documents, 'mu'));
  const others: readonly SourceCompilation[] = [
    await compileSdp(documentsOf(documents, 'sdp')),
    await compileMssecure(documentsOf(documents, 'mssecure'), options),
    mu,
  ];
  const joined = join([{ ...msrc, rules: msrc.catalog.updates }, ...others]);
  const rest = documents.filter(({ source }) => source !== 'msrc');
  const editions = rest.map(
    (document) =>
      `${document.source} ${editionOf(document)} ${document.sha256} ${scopeOf(document)}${withdrawnOf(document)}\n`,
  );
  const checksums = options.checksums && rest.some(({ source }) => source === 'mssecure');
  const text = `catalogs ${compilerVersion} ${msrc.catalog.key} ${checksums}\n${editions.sort().join('')}`;
  return {
    documents,
    updates: joined.updates,
    catalog: { key: hash(text), updates: joined.rules },
    warnings: joined.warnings,
    context: msrc.context,
    superseding: msrc.superseding,
    related: mu.related,
  };
}

/** Of one file other updates come out when another part of it is chosen. */
function scopeOf(document: CatalogDocument): string {
  return document.source === 'mu' ? canonicalJson(document.scope) : '';
}

/** What an edition keeps of earlier ones depends on which those were. */
function withdrawnOf(document: CatalogDocument): string {
  if (document.source !== 'sdp' || document.withdrawn === undefined) return '';
  return canonicalJson(document.withdrawn.map(({ id, created }) => [id, created]));
}

/** All sources in one code unit order; each comes in its own already. */
function join(parts: readonly SourceCompilation[]): SourceCompilation {
  const pairs: { readonly update: Update; readonly rules: UpdateRules }[] = [];
  for (const { updates, rules } of parts) {
    updates.forEach((update, index) => {
      const own = rules[index];
      if (own?.update !== update.id) throw new Error(`rules of ${update.id} are not at their place`);
      pairs.push({ update, rules: own });
    });
  }
  pairs.sort((a, b) => (a.update.id < b.update.id ? -1 : 1));
  return {
    updates: pairs.map(({ update }) => update),
    rules: pairs.map(({ rules }) => rules),
    warnings: parts.flatMap(({ warnings }) => warnings),
  };
}
