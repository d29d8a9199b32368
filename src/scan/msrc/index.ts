/** MSRC documents to updates, rules and remarks: everything that is computed once per set of editions. */
import type { MsrcDocument, CatalogWarning, CompiledCatalog, Update } from '../../domain/index.ts';
import { textHash } from '../text-hash.ts';
import { compileRules } from './compile.ts';
import type { Context } from './context.ts';
import { missingBetween, monthRuns } from './months.ts';
import { supersedingOf } from './superseding.ts';
import type { Superseding } from './superseding.ts';
import { updatesOf } from './updates.ts';

/** Raised when compiling changes: states of an older compiler are not compared with newer ones. */
const compilerVersion = 2;

export interface MsrcCompilation {
  /** In the order of `catalog.updates`. */
  readonly updates: readonly Update[];
  readonly catalog: CompiledCatalog;
  readonly warnings: readonly CatalogWarning[];
  readonly context: Context;
  readonly superseding: Superseding;
}

/** Compiles the current edition of every imported document, given in any order. */
export async function compileMsrc(documents: readonly MsrcDocument[]): Promise<MsrcCompilation> {
  const hash = await textHash();
  const { updates: rules, context, warnings } = compileRules(documents);
  const editions = context.documents.map(({ id, sha256 }) => `${id} ${sha256}\n`).sort();
  return {
    updates: updatesOf(context, hash),
    catalog: {
      key: hash(`msrc ${String(compilerVersion)}\n${editions.join('')}`),
      updates: rules,
    },
    warnings: [...warnings, ...monthWarnings(context)],
    context,
    superseding: supersedingOf(context),
  };
}

/** Months between the first and the last imported document that are not there (`2019-Apr` …). */
function missingMonthsOf(context: Pick<Context, 'importedMonths'>): readonly number[] {
  const months = [...context.importedMonths];
  if (months.length === 0) return [];
  return missingBetween(Math.min(...months), Math.max(...months), context.importedMonths);
}

/** Section 4, ranking: a gap is a warning on the catalog, and never by itself yields Required. */
function monthWarnings(context: Context): readonly CatalogWarning[] {
  const missing = missingMonthsOf(context);
  if (missing.length === 0) return [];
  return [{ code: 'months-missing', details: { months: monthRuns(missing), count: missing.length } }];
}
