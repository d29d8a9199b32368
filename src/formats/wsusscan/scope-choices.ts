import type { MuRevision } from '../../domain/index.ts';
import type { FileSource, ReadContext } from '../format.ts';
import { readShardRows } from './catalog.ts';
import type { MasterList } from './catalog.ts';
import { rowsByGuid } from './closure.ts';
import { rowsByShard } from './index-xml.ts';
import { categoryKinds, rowFlag, MasterRows } from './master-list.ts';
import type { CategoryKind } from './master-list.ts';
import { shardOpener } from './shard.ts';

/** A category that an import can be limited to. */
export interface MuChoice {
  readonly id: string;
  /** In the first of the languages it has; empty where its shard was not read or has no text. */
  readonly name: string;
  /** Updates that stand in it, by the master list. */
  readonly updates: number;
}

export interface MuProductChoice extends MuChoice {
  /** Ids of the product families its updates stand in. */
  readonly families: readonly string[];
}

/** What a person can choose from before the expensive part (wsusscn2, sections 5 and 7.3). */
export interface ScopeChoices {
  readonly products: readonly MuProductChoice[];
  readonly families: readonly MuChoice[];
  readonly classifications: readonly MuChoice[];
  /** Folders of texts in the shards that were read; sorted. */
  readonly languages: readonly string[];
}

/** Shards that are unpacked for names: each costs about a second of the real catalog. */
const defaultShards = 8;

/**
 * The categories of an edition with their names. Which there are, and how many updates each has, comes from
 * the master list; names stand in the fragments of the categories, so only as many shards are unpacked as
 * said, those with most categories first. Sorted by id.
 *
 * Throws `FormatError` as `readCatalog` does.
 */
export async function readScopeChoices(
  file: FileSource,
  master: MasterList,
  languages: readonly string[],
  context: ReadContext,
  maxShards = defaultShards,
): Promise<ScopeChoices> {
  const rows = new MasterRows(master.columns);
  const { updates, families } = countCategories(rows);
  const categories = rowsOfCategories(rows);
  const groups = [...rowsByShard(master.shards, categories, (row) => rows.revisionId(row))]
    .sort((a, b) => b.rows.length - a.rows.length || a.shard.rangeStart - b.shard.rangeStart)
    .slice(0, maxShards);
  const names = new Map<string, string>();
  const sink = {
    revisions: (batch: readonly MuRevision[]) => {
      for (const { updateId, title } of batch) names.set(updateId, title);
    },
    details: () => undefined,
  };
  const open = await shardOpener(sink, context);
  const report = await readShardRows(file, master, groups, languages, open, context);
  const choices = (kind: CategoryKind): readonly MuChoice[] =>
    [...(updates.get(kind) ?? [])]
      .map(([id, count]) => ({ id, name: names.get(id) ?? '', updates: count }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    products: choices('products').map((product) => ({
      ...product,
      families: [...(families.get(product.id) ?? [])].sort(),
    })),
    families: choices('families'),
    classifications: choices('classifications'),
    languages: report.languages,
  };
}

type CategoryCounts = ReadonlyMap<CategoryKind, ReadonlyMap<string, number>>;

function countCategories(rows: MasterRows): {
  readonly updates: CategoryCounts;
  readonly families: ReadonlyMap<string, ReadonlySet<string>>;
} {
  const updates = new Map(categoryKinds.map((kind) => [kind, new Map<string, number>()]));
  const families = new Map<string, Set<string>>();
  for (let row = 0; row < rows.columns.rows; row += 1) {
    if (rows.has(row, rowFlag.outdated)) continue;
    for (const [kind, counts] of updates) {
      for (const id of rows.categories(row, kind)) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    for (const product of rows.categories(row, 'products')) {
      const known = families.get(product) ?? new Set();
      for (const family of rows.categories(row, 'families')) known.add(family);
      families.set(product, known);
    }
  }
  return { updates, families };
}

/** Rows that any update stands in, in the order of their revision ids. */
function rowsOfCategories(rows: MasterRows): Uint32Array {
  const { columns } = rows;
  const rowOf = rowsByGuid(columns);
  const wanted = new Set<number>();
  for (const value of columns.categories.values) wanted.add(rowOf[Math.floor(value / 4)] ?? -1);
  return columns.byRevisionId.filter((row) => wanted.has(row));
}
