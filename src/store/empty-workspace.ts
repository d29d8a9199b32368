import { defaultSettings } from '../domain/index.ts';
import type { WorkspaceData } from './store.ts';

/** What `load` gives before anything was stored. */
export const emptyWorkspace: WorkspaceData = {
  editions: [],
  readings: [],
  ubr: {},
  authorizations: [],
  states: null,
  settings: defaultSettings,
  ignored: [],
  trustedRoots: [],
  declarations: [],
  waiting: [],
  practice: false,
  lastExportAt: null,
  journalLength: 0,
  exportedAtLength: 0,
};
