import { patchStates } from '../domain/index.ts';
import type { CatalogWarning, Machine, Rejection, StateMatrix, StateRow } from '../domain/index.ts';
import type { InputWarning, ScanContents } from '../formats/scan-json/index.ts';
import type { WorkspaceData } from '../store/index.ts';
import type { Model } from './model.ts';

/** What a batch of files leaves behind beside the stored data. */
export interface BatchRemarks {
  readonly rejected: readonly Rejection[];
  readonly warnings: readonly InputWarning[];
}

export const noRemarks: BatchRemarks = { rejected: [], warnings: [] };

/**
 * Puts together what a scan result file says. The states are those the engine decided; reasons and
 * grades are told by the rules' own evaluation, and a row where the two disagree is a bug.
 *
 * @param matrix states of exactly this model's updates and machines
 */
export function scanContents(
  data: Pick<WorkspaceData, 'editions' | 'ignored'>,
  model: Model,
  matrix: StateMatrix | null,
  remarks: BatchRemarks,
  all: boolean,
): ScanContents {
  const columns = new Map(matrix?.machines.map((id, index) => [id, index]));
  const lines = new Map(matrix?.updates.map((id, index) => [id, index]));

  function decided(row: StateRow): StateRow {
    const [line, column] = [lines.get(row.update), columns.get(row.machine)];
    const code = line === undefined || column === undefined ? -1 : line * columns.size + column;
    const state = patchStates[matrix?.codes[code] ?? -1];
    if (state === row.state) return row;
    throw new Error(`${row.update} on ${row.machine}: the engine says ${state}, the rules say ${row.state}`);
  }

  return {
    documents: model.documents,
    updates: model.updates,
    machines: model.machines,
    statesOf: (machine: Machine) => (matrix === null ? [] : model.rowsOfMachine(machine).map(decided)),
    ignored: data.ignored,
    rejected: remarks.rejected,
    warnings: [...model.warnings, ...olderEditions(data.editions), ...remarks.warnings],
    all,
  };
}

/** Editions that lie beside a newer one of the same document: they do not count. */
function olderEditions(editions: WorkspaceData['editions']): CatalogWarning[] {
  return editions
    .filter((edition) => !edition.current)
    .map(({ document: { id, currentReleaseDate, file, sha256 } }) => ({
      code: 'older-edition-not-used',
      details: { edition: `${id}@${currentReleaseDate}`, file, sha256 },
    }));
}
