import type { MuScope } from '../../domain/index.ts';
import { listAt } from './columns.ts';
import type { ListColumn } from './columns.ts';
import { beginsClause, rowFlag } from './master-list.ts';
import type { MasterColumns, MasterRows } from './master-list.ts';

/**
 * Rows to import for a scope, in the order of their revision ids (wsusscn2, section 7.3): the updates of
 * the chosen products and classifications, their children, the categories they stand in, and what all
 * of these need, transitively. Detectoids stand in no category and come in as prerequisites only. An
 * update that names no product or no classification is outside of any choice of them.
 */
export function rowsInScope(
  rows: MasterRows,
  scope: Pick<MuScope, 'products' | 'classifications'>,
): Uint32Array {
  const { columns } = rows;
  const isKept = (row: number): boolean => !rows.has(row, rowFlag.outdated);
  if (scope.products === null && scope.classifications === null) {
    return columns.byRevisionId.filter(isKept);
  }
  const kept = new Uint8Array(columns.rows);
  const open: number[] = [];
  const keep = (row: number): void => {
    if (row < 0 || kept[row] === 1 || !isKept(row)) return;
    kept[row] = 1;
    open.push(row);
  };
  const products = scope.products === null ? null : new Set(scope.products);
  const classifications = scope.classifications === null ? null : new Set(scope.classifications);
  const isChosen = (row: number): boolean =>
    isTopLevel(rows, row) &&
    (products === null || rows.categories(row, 'products').some((id) => products.has(id))) &&
    (classifications === null ||
      rows.categories(row, 'classifications').some((id) => classifications.has(id)));
  for (let row = 0; row < columns.rows; row += 1) if (isChosen(row)) keep(row);
  const rowOf = rowsByGuid(columns);
  const children = reversed(columns.bundledBy, columns.rows);
  for (let row = open.pop(); row !== undefined; row = open.pop()) {
    for (const child of listAt(children, row)) keep(child);
    for (const member of listAt(columns.prerequisites, row)) keep(rowOf[member % beginsClause] ?? -1);
    for (const category of listAt(columns.categories, row)) keep(rowOf[Math.floor(category / 4)] ?? -1);
  }
  return columns.byRevisionId.filter((row) => kept[row] === 1);
}

/** What a scope chooses among: neither category nor detectoid nor child, and the revision that counts. */
export function isTopLevel(rows: MasterRows, row: number): boolean {
  return (
    !rows.has(row, rowFlag.outdated) && !rows.has(row, rowFlag.evaluated) && !rows.has(row, rowFlag.child)
  );
}

/** The row that counts of each update id, by number of the GUID; -1 where the edition has none. */
export function rowsByGuid(columns: MasterColumns): Int32Array {
  const rowOf = new Int32Array(columns.guids.length / 16).fill(-1);
  for (let row = 0; row < columns.rows; row += 1) {
    if (((columns.flags[row] ?? 0) & rowFlag.outdated) === 0) rowOf[columns.updateId[row] ?? 0] = row;
  }
  return rowOf;
}

/** A list of rows the other way round: the children of each parent. */
export function reversed(column: ListColumn, rows: number): ListColumn {
  const starts = new Uint32Array(rows + 1);
  for (const target of column.values) starts[target + 1] = (starts[target + 1] ?? 0) + 1;
  for (let row = 0; row < rows; row += 1) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
  const next = starts.slice();
  const values = new Uint32Array(column.values.length);
  for (let row = 0; row < rows; row += 1) {
    for (const target of listAt(column, row)) {
      const at = next[target] ?? 0;
      values[at] = row;
      next[target] = at + 1;
    }
  }
  return { starts, values };
}
