import { editionOf } from '../domain/index.ts';
import type { CatalogWarning, Machine, Rejection, StateRow } from '../domain/index.ts';
import type { InputWarning, ScanContents } from '../formats/scan-json/index.ts';
import type { WorkspaceData } from '../store/index.ts';
import type { Model } from './model.ts';

/** What a batch of files leaves behind beside the stored data. */
export interface BatchRemarks {
  readonly rejected: readonly Rejection[];
  readonly warnings: readonly InputWarning[];
}

/**
 * Puts together what a scan result file says, the same for the page and the command line.
 *
 * @param rowsOf all states of one machine as the engine decided them; empty before the first scan
 */
export function scanContents(
  data: Pick<WorkspaceData, 'editions' | 'ignored'>,
  model: Pick<Model, 'documents' | 'updates' | 'machines' | 'warnings'>,
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
    warnings: [...model.warnings, ...olderEditions(data.editions), ...remarks.warnings],
    all,
  };
}

/** Editions that lie beside a newer one of the same document: they do not count. */
function olderEditions(editions: WorkspaceData['editions']): CatalogWarning[] {
  return editions
    .filter((edition) => !edition.current)
    .map(({ document }) => ({
      code: 'older-edition-not-used',
      details: { edition: editionOf(document), file: document.file, sha256: document.sha256 },
    }));
}
