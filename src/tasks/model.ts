import { readPlanes } from '../domain/index.ts';
import type {
  CatalogDocument,
  CatalogWarning,
  CompiledCatalog,
  DeclarationConflict,
  Explanation,
  Machine,
  NamedReading,
  ReadingWarning,
  RefutedDeclaration,
  StatePlanes,
  StateRow,
  Update,
  WaitingReport,
} from '../domain/index.ts';
import type { DeclarableProduct, FindRelated } from '../scan/index.ts';
import type { WorkspaceData } from '../store/index.ts';

/** What is to be told of the declarations. */
export interface DeclaredModel {
  readonly conflicts: readonly DeclarationConflict[];
  readonly refuted: readonly RefutedDeclaration[];
  /** Every product that can be declared, by name. */
  readonly products: readonly DeclarableProduct[];
}

/** What follows from the stored data: nothing of it is stored, all of it can be made again. */
export interface Model {
  /** Current editions, one of each document. */
  readonly documents: readonly CatalogDocument[];
  /** In code unit order of their ids, as in `catalog.updates`. */
  readonly updates: readonly Update[];
  readonly catalog: CompiledCatalog;
  /** What stands behind updates of the Microsoft Update catalog. */
  readonly related: FindRelated;
  /** In code unit order of their ids. */
  readonly machines: readonly Machine[];
  readonly warnings: readonly (CatalogWarning | ReadingWarning)[];
  /** Those that only all documents together show; they are among `warnings` too. */
  readonly catalogWarnings: readonly CatalogWarning[];
  /** What the counting declarations come to: contradictions among them, and with listed KBs. */
  readonly declared: DeclaredModel;
  /** Machines whose OS level no imported document names (msrc-cvrf, section 4, step 0). */
  readonly notServiced: readonly string[];
  /** Ids of two machines with the same product id and installation time (INV04). */
  readonly sameInstallation: readonly (readonly string[])[];
  /** Reports of changes that wait for the full one they follow. */
  readonly waitingReports: readonly WaitingReport[];
  /** Readings a machine is made of, reports put together; none for an unknown machine. */
  readingsOf(machine: string): readonly NamedReading[];
  /**
   * States of one machine as the engine decided them, with their reasons, in update order: all, or only
   * those that are not NotRequired (by far the most), for which words would be made in vain.
   */
  rowsOfMachine(
    machine: Machine,
    states: StatePlanes,
    which?: 'all' | 'without-not-required',
  ): readonly StateRow[];
  /** One state with its reasons; null for an update that no catalog knows. */
  row(machine: Machine, update: string, states: StatePlanes): StateRow | null;
  /** The proof of one state; null for an update that no catalog knows. */
  explain(machine: Machine, update: string, states: StatePlanes): Explanation | null;
}

/** Makes the model of stored data; parts whose input did not change keep their identity. */
export type DeriveModel = (data: WorkspaceData) => Promise<Model>;

/** The stored states if they are those of this model, else null: then a scan is due. */
export function currentStates(data: WorkspaceData, model: Model): WorkspaceData['states'] {
  const { states } = data;
  if (!states || states.planes.catalogKey !== model.catalog.key) return null;
  const { updates } = states.planes;
  const { machines } = readPlanes(states.planes);
  const same =
    updates.length === model.updates.length &&
    machines.length === model.machines.length &&
    model.machines.every((machine, index) => machine.id === machines[index]);
  return same ? states : null;
}
