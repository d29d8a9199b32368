import type { StorageState } from './engine.ts';
import type { StorageFacts } from './ports.ts';
import type { Session } from './session.ts';

/** What the storage light shows (ux, section 2, storage honesty). */
export function storageState(session: Session, facts: StorageFacts, failure: string | null): StorageState {
  const { lastExportAt, journalLength, exportedAtLength } = session.data;
  return {
    mode: session.store.mode,
    ...facts,
    lastExportAt,
    changesSinceExport: journalLength - exportedAtLength,
    clearedByBrowser: session.clearedByBrowser,
    failure,
  };
}
