import type { Machine } from '../domain/index.ts';
import type { InputWarning } from '../formats/scan-json/index.ts';
import type { UbrTable } from '../formats/ubr-table/index.ts';

/** Revisions by machine id: machines are named by their host name in lower case. */
export function ubrOfTable(table: UbrTable): Record<string, number> {
  return Object.fromEntries(table.rows.map((row) => [row.machine.toLowerCase(), row.ubr]));
}

/** One remark for each row whose machine is none of these: most likely its name is misspelt. */
export function unknownMachinesOf(tables: readonly UbrTable[], machines: readonly Machine[]): InputWarning[] {
  const known = new Set(machines.map((machine) => machine.id));
  return tables.flatMap(({ file, rows }) =>
    rows
      .filter((row) => !known.has(row.machine.toLowerCase()))
      .map(({ machine, line }) => ({ code: 'ubr-machine-not-known', file, details: { machine, line } })),
  );
}
