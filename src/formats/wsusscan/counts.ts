import type { MuCounts } from '../../domain/index.ts';
import { listAt } from './columns.ts';
import { rowFlag } from './master-list.ts';
import type { MasterRows } from './master-list.ts';
import type { MuReadReport } from './sink.ts';

/**
 * What the whole edition holds: for what was read as the fragments say it, for the rest as far as the master
 * list tells it.
 *
 * @param read rows in `report`
 */
export function countsOf(rows: MasterRows, read: Uint32Array, report: MuReadReport): MuCounts {
  const { columns } = rows;
  const isRead = new Uint8Array(columns.rows);
  for (const row of read) isRead[row] = 1;
  let { updates, children, detectoids, categories } = report;
  let parents = 0;
  for (let row = 0; row < columns.rows; row += 1) {
    if (rows.has(row, rowFlag.bundle)) parents += 1;
    if (isRead[row] === 1) continue;
    if (rows.has(row, rowFlag.child)) children += 1;
    else if (!rows.has(row, rowFlag.evaluated)) updates += 1;
    else if (rows.isCategory(row)) categories += 1;
    else detectoids += 1;
  }
  const payload = new Set<number>();
  for (let row = 0; row < columns.rows; row += 1) {
    for (const file of listAt(columns.payload, row)) payload.add(file);
  }
  return {
    revisions: columns.rows,
    updates,
    parents,
    children,
    detectoids,
    categories,
    files: columns.payload.values.length,
    digests: payload.size,
  };
}
