import type { MuChoice, MuRevision, MuScopeGroup, ScopeChoices } from '../../domain/index.ts';
import type { FileSource, ReadContext } from '../format.ts';
import { readShardRows } from './catalog.ts';
import type { MasterList } from './catalog.ts';
import { isTopLevel, rowsByGuid } from './closure.ts';
import { rowsByShard } from './index-xml.ts';
import { MasterRows } from './master-list.ts';
import type { CategoryKind } from './master-list.ts';
import { shardOpener } from './shard.ts';

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
  const counted = countUpdates(rows);
  const categories = rowsOfCategories(rows);
  const groups = [...rowsByShard(master.shards, categories, (row) => rows.revisionId(row))].sort(
    (a, b) => b.rows.length - a.rows.length || a.shard.rangeStart - b.shard.rangeStart,
  );
  const wanted = groups.slice(0, maxShards);
  const names = new Map<string, string>();
  const sink = {
    revisions: (batch: readonly MuRevision[]) => {
      for (const { updateId, title } of batch) names.set(updateId, title);
    },
    details: () => undefined,
  };
  const open = await shardOpener(sink, context);
  const report = await readShardRows(file, master, wanted, languages, open, context);
  const choices = (kind: ChosenKind): readonly MuChoice[] =>
    [...counted.byKind[kind]]
      .map(([id, updates]) => ({ id, name: names.get(id) ?? '', updates }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    updates: counted.updates,
    products: choices('products').map((product) => ({
      ...product,
      families: [...(counted.familiesOf.get(product.id) ?? [])].sort(),
    })),
    families: choices('families'),
    classifications: choices('classifications'),
    languages: Object.entries(report.texts).map(([id, texts]) => ({ id, texts })),
    groups: counted.groups,
    parts: { read: wanted.length, all: groups.length },
  };
}

type ChosenKind = Exclude<CategoryKind, 'companies'>;

interface Counted {
  readonly updates: number;
  readonly byKind: Readonly<Record<ChosenKind, ReadonlyMap<string, number>>>;
  readonly familiesOf: ReadonlyMap<string, ReadonlySet<string>>;
  readonly groups: readonly MuScopeGroup[];
}

function countUpdates(rows: MasterRows): Counted {
  const byKind = {
    products: new Map<string, number>(),
    families: new Map<string, number>(),
    classifications: new Map<string, number>(),
  };
  const familiesOf = new Map<string, Set<string>>();
  const groups = new Map<string, MuScopeGroup & { updates: number }>();
  let updates = 0;
  for (let row = 0; row < rows.columns.rows; row += 1) {
    if (!isTopLevel(rows, row)) continue;
    updates += 1;
    const products = rows.categories(row, 'products');
    const families = rows.categories(row, 'families');
    const classifications = rows.categories(row, 'classifications');
    for (const [kind, ids] of Object.entries({ products, families, classifications })) {
      const counts = byKind[kind as ChosenKind];
      for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    for (const product of products) {
      const known = familiesOf.get(product) ?? new Set();
      for (const family of families) known.add(family);
      familiesOf.set(product, known);
    }
    const key = `${products.join()};${classifications.join()}`;
    const group = groups.get(key) ?? { products, classifications, updates: 0 };
    group.updates += 1;
    groups.set(key, group);
  }
  return { updates, byKind, familiesOf, groups: [...groups.values()] };
}

/** Rows that any update stands in, in the order of their revision ids. */
function rowsOfCategories(rows: MasterRows): Uint32Array {
  const { columns } = rows;
  const rowOf = rowsByGuid(columns);
  const wanted = new Set<number>();
  for (const value of columns.categories.values) wanted.add(rowOf[Math.floor(value / 4)] ?? -1);
  return columns.byRevisionId.filter((row) => wanted.has(row));
}
