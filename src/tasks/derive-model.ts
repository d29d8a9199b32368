import {
  conflictsOf,
  declareMachines,
  isBuildKnown,
  mergeMachines,
  patchStates,
  readPlanes,
} from '../domain/index.ts';
import type {
  CatalogDocument,
  Declaration,
  DeclaredMemory,
  Machine,
  MergedMachines,
  MergeMemory,
  StatePlanes,
} from '../domain/index.ts';
import { compileCatalogs, declarableProducts, describeMachine, machinesNotServiced } from '../scan/index.ts';
import type { Compilation, DeclarableProducts, MachineDescriber } from '../scan/index.ts';
import type { StoredEdition, WorkspaceData } from '../store/index.ts';
import type { DeclaredModel, DeriveModel, Model } from './model.ts';
import { keepingList, remembering } from './remembering.ts';

function currentDocuments(editions: readonly StoredEdition[]): readonly CatalogDocument[] {
  return editions.filter((edition) => edition.current).map((edition) => edition.document);
}

/** As `keepingList`, for revisions by machine. */
function keepingEntries(): (ubr: WorkspaceData['ubr']) => WorkspaceData['ubr'] {
  let last: WorkspaceData['ubr'] = {};
  return (ubr) => {
    const entries = Object.entries(ubr);
    const same =
      entries.length === Object.keys(last).length &&
      entries.every(([machine, value]) => Object.hasOwn(last, machine) && last[machine] === value);
    if (!same) last = ubr;
    return last;
  };
}

const notRequired = patchStates.indexOf('NotRequired');

/** Machines whose description is kept: a machine's page asks for the same one again and again. */
const keptDescribers = 200;

/** Descriptions of machines against one compilation, the latest ones kept. */
class Describers {
  private readonly kept = new Map<
    string,
    { readonly states: StatePlanes; readonly made: MachineDescriber }
  >();

  constructor(
    private readonly compilation: Compilation,
    private readonly track: 'rollup' | 'security-only',
  ) {}

  of(machine: Machine, states: StatePlanes): MachineDescriber {
    const known = this.kept.get(machine.id);
    if (known?.states === states) return known.made;
    const options = { track: this.track };
    const codes = readPlanes(states).codesOf(machine.id);
    const made = describeMachine(this.compilation, machine, codes, options);
    const [oldest] = this.kept.keys();
    if (this.kept.size >= keptDescribers && oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(machine.id, { states, made });
    return made;
  }
}

/** Machines with what the site declared of them, and what is to be told of it. */
interface Declared {
  readonly merged: MergedMachines;
  readonly declared: DeclaredModel;
}

/**
 * Makes models: documents are compiled and readings merged only when they changed since the last
 * model, so that a decision on one update costs neither.
 */
export function modelDeriver(): DeriveModel {
  const sameDocuments = keepingList<CatalogDocument>();
  const sameReadings = keepingList<WorkspaceData['readings'][number]>();
  const sameUbr = keepingEntries();
  const compiled = remembering((documents: readonly CatalogDocument[], checksums: boolean) =>
    compileCatalogs(documents, { checksums }),
  );
  const memory: MergeMemory = new Map();
  const merged = remembering((readings: WorkspaceData['readings'], ubr: WorkspaceData['ubr']) =>
    mergeMachines(readings, ubr, isBuildKnown, memory),
  );
  const sameDeclarations = keepingList<Declaration>();
  const asked = remembering((compilation: Compilation) => declarableProducts(compilation.context));
  const declaredMemory: DeclaredMemory = new WeakMap();
  const declared = remembering(
    (
      merged: MergedMachines,
      { products, byKb }: DeclarableProducts,
      declarations: readonly Declaration[],
    ): Declared => {
      const { machines, refuted } = declareMachines(merged.machines, declarations, byKb, declaredMemory);
      const conflicts = conflictsOf(merged.machines, declarations, products);
      return { merged: { ...merged, machines }, declared: { conflicts, refuted, products } };
    },
  );
  const assembled = remembering(
    (
      documents: readonly CatalogDocument[],
      compilation: Compilation,
      readings: WorkspaceData['readings'],
      { merged: merging, declared }: Declared,
      track: 'rollup' | 'security-only',
    ): Model => {
      const { machines, warnings, sameInstallation, readings: readingsById, waitingReports } = merging;
      const describers = new Describers(compilation, track);
      return {
        documents,
        updates: compilation.updates,
        catalog: compilation.catalog,
        related: compilation.related,
        machines,
        warnings: [
          ...documents.flatMap((document) => document.warnings),
          ...compilation.warnings,
          ...readings.flatMap(({ reading }) => reading.warnings),
          ...warnings,
        ],
        catalogWarnings: compilation.warnings,
        declared,
        notServiced: machinesNotServiced(compilation.context, machines),
        sameInstallation,
        waitingReports,
        readingsOf: (machine) => readingsById.get(machine) ?? [],
        rowsOfMachine: (machine, states, which = 'all') => {
          const describer = describers.of(machine, states);
          const codes = which === 'all' ? null : readPlanes(states).codesOf(machine.id);
          return states.updates.flatMap((_update, index) =>
            codes?.[index] === notRequired ? [] : [describer.row(index)],
          );
        },
        row: (machine, update, states) => {
          const index = readPlanes(states).indexOf(update);
          return index < 0 ? null : describers.of(machine, states).row(index);
        },
        explain: (machine, update, states) => {
          const index = readPlanes(states).indexOf(update);
          return index < 0 ? null : describers.of(machine, states).explain(index);
        },
      };
    },
  );
  return async (data) => {
    const documents = sameDocuments(currentDocuments(data.editions));
    const compilation = await compiled(documents, data.settings.checksums === true);
    const readings = sameReadings(data.readings);
    return assembled(
      documents,
      compilation,
      readings,
      declared(merged(readings, sameUbr(data.ubr)), asked(compilation), sameDeclarations(data.declarations)),
      data.settings.track,
    );
  };
}
