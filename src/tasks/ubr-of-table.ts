import type { Machine } from '../domain/index.ts';
import type { InputWarning } from '../formats/scan-json/index.ts';
import type { UbrTable } from '../formats/ubr-table/index.ts';

/** Revisions by machine id: machines are named by their host name in lower case. */
export function ubrOfTable(table: UbrTable): Record<string, number> {
  return Object.fromEntries(table.rows.map((row) => [row.machine.toLowerCase(), row.ubr]));
}

/**
 * One remark for each row whose machine is none of these: most likely its name is misspelt. A table
 * without a row is told too: nothing of it counts.
 */
export function unknownMachinesOf(tables: readonly UbrTable[], machines: readonly Machine[]): InputWarning[] {
  const known = new Set(machines.map((machine) => machine.id));
  const empty = tables
    .filter(({ rows }) => rows.length === 0)
    .map(({ file }): InputWarning => ({ code: 'ubr-table-empty', file, details: {} }));
  const misspelt = tables.flatMap(({ file, rows }) =>
    rows
      .filter((row) => !known.has(row.machine.toLowerCase()))
      .map(({ machine, line }): InputWarning => ({
        code: 'ubr-machine-not-known',
        file,
        details: { machine, line },
      })),
  );
  return [...empty, ...misspelt];
}
