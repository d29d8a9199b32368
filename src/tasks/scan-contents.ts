import type { JournalEntry, Machine, Rejection, StateRow } from '../domain/index.ts';
import type { InputWarning, ScanContents } from '../formats/scan-json/index.ts';
import type { WorkspaceData } from '../store/index.ts';
import type { Model } from './model.ts';
import { declarationWarnings } from './declaration-warnings.ts';
import { olderEditions } from './older-editions.ts';

/** What a batch of files leaves behind beside the stored data. */
export interface BatchRemarks {
  readonly rejected: readonly Rejection[];
  readonly warnings: readonly InputWarning[];
  /** The journal, where there is one: it knows of editions that are stored no more. */
  readonly entries?: readonly JournalEntry[];
}

/**
 * Puts together what a scan result file says, the same for the page and the command line.
 *
 * @param rowsOf all states of one machine as the engine decided them; empty before the first scan
 */
export function scanContents(
  data: Pick<WorkspaceData, 'editions' | 'ignored' | 'declarations'>,
  model: Pick<Model, 'documents' | 'updates' | 'machines' | 'warnings' | 'declared'>,
  rowsOf: (machine: Machine) => Iterable<StateRow>,
  remarks: BatchRemarks,
  all: boolean,
): ScanContents {
  return {
    documents: model.documents,
    updates: model.updates,
    machines: model.machines,
    statesOf: rowsOf,
    ignored: data.ignored,
    rejected: remarks.rejected,
    warnings: [
      ...model.warnings,
      ...olderEditions(data.editions, remarks.entries ?? []),
      ...remarks.warnings,
      ...declarationWarnings(data.declarations, model),
    ],
    all,
  };
}
