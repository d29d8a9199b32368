import { isBuildKnown, mergeMachines } from '../domain/index.ts';
import type { CatalogDocument, Machine, MergedMachines, StateMatrix, StateRow } from '../domain/index.ts';
import { compileMsrc, describeMachine, machinesNotServiced } from '../scan/index.ts';
import type { MachineDescriber, MsrcCompilation } from '../scan/index.ts';
import type { StoredEdition, WorkspaceData } from '../store/index.ts';
import type { DeriveModel, Model } from './model.ts';
import { remembering } from './remembering.ts';

function currentDocuments(editions: readonly StoredEdition[]): readonly CatalogDocument[] {
  return editions.filter((edition) => edition.current).map((edition) => edition.document);
}

/** State codes of one machine in update order. */
function codesOf(matrix: StateMatrix, machine: Machine): Uint8Array {
  const width = matrix.machines.length;
  const column = matrix.machines.indexOf(machine.id);
  if (column < 0) throw new RangeError(`${machine.id} was not scanned`);
  return Uint8Array.from(matrix.updates, (_update, row) => matrix.codes[row * width + column] ?? 0);
}

/** Descriptions of machines against one compilation; rows are made once for each scan. */
class Descriptions {
  private readonly rows = new WeakMap<StateMatrix, Map<string, readonly StateRow[]>>();

  constructor(
    private readonly compilation: MsrcCompilation,
    private readonly track: 'rollup' | 'security-only',
  ) {}

  describe(machine: Machine, matrix: StateMatrix): MachineDescriber {
    const options = { track: this.track };
    return describeMachine(this.compilation, machine, codesOf(matrix, machine), options);
  }

  rowsOf(machine: Machine, matrix: StateMatrix): readonly StateRow[] {
    const made = this.rows.get(matrix) ?? new Map<string, readonly StateRow[]>();
    this.rows.set(matrix, made);
    const known = made.get(machine.id);
    if (known) return known;
    const describer = this.describe(machine, matrix);
    const rows = matrix.updates.map((_update, index) => describer.row(index));
    made.set(machine.id, rows);
    return rows;
  }
}

/**
 * Makes models: documents are compiled and readings merged only when they changed since the last
 * model, so that a decision on one update costs neither.
 */
export function modelDeriver(): DeriveModel {
  const documentsOf = remembering(currentDocuments);
  const compiled = remembering(compileMsrc);
  const merged = remembering((readings: WorkspaceData['readings'], ubr: WorkspaceData['ubr']) =>
    mergeMachines(readings, ubr, isBuildKnown),
  );
  const assembled = remembering(
    (
      documents: readonly CatalogDocument[],
      compilation: MsrcCompilation,
      { machines, warnings }: MergedMachines,
      track: 'rollup' | 'security-only',
    ): Model => {
      const descriptions = new Descriptions(compilation, track);
      return {
        documents,
        updates: compilation.updates,
        catalog: compilation.catalog,
        machines,
        warnings: [
          ...documents.flatMap((document) => document.warnings),
          ...compilation.warnings,
          ...warnings,
        ],
        notServiced: machinesNotServiced(compilation.context, machines),
        rowsOfMachine: (machine, matrix) => descriptions.rowsOf(machine, matrix),
        explain: (machine, update, matrix) => {
          const index = matrix.updates.indexOf(update);
          return index < 0 ? null : descriptions.describe(machine, matrix).explain(index);
        },
      };
    },
  );
  return async (data) => {
    const documents = documentsOf(data.editions);
    const compilation = await compiled(documents);
    return assembled(documents, compilation, merged(data.readings, data.ubr), data.settings.track);
  };
}
