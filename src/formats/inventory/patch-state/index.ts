import type { InventoryFormat } from '../../format.ts';
import { readPatchState, sniffPatchState } from './read.ts';

/** Instances of Win32_PatchState as MOF, as CSV or as a listing. */
export const patchStateFormat: InventoryFormat = {
  id: 'patch-state',
  title: 'Win32_PatchState records (MOF, CSV, list)',
  kind: 'inventory',
  sample: 'none',
  sniff: sniffPatchState,
  read: readPatchState,
};
