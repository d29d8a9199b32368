import type {
  CatalogDocument,
  CatalogWarning,
  CompiledCatalog,
  Explanation,
  Machine,
  ReadingWarning,
  StateRow,
  Update,
} from '../domain/index.ts';
import type { WorkspaceData } from '../store/index.ts';

/** What follows from the stored data: nothing of it is stored, all of it can be made again. */
export interface Model {
  /** Current editions, one of each document. */
  readonly documents: readonly CatalogDocument[];
  /** In code unit order of their ids. */
  readonly updates: readonly Update[];
  readonly catalog: CompiledCatalog;
  /** In code unit order of their ids. */
  readonly machines: readonly Machine[];
  readonly warnings: readonly (CatalogWarning | ReadingWarning)[];
  /** All states of one machine, in update order. */
  readonly rowsOfMachine: (machine: Machine) => readonly StateRow[];
  readonly explain: (machine: Machine, update: string) => Explanation | null;
}

/** Makes the model of stored data; parts whose input did not change keep their identity. */
export type DeriveModel = (data: WorkspaceData) => Model;
