import type { InventoryFormat } from '../../format.ts';
import { readWuaResults, sniffWuaResults } from './read.ts';

/** Windows Update results with update ids, one JSON object a line. */
export const wuaResultsFormat: InventoryFormat = {
  id: 'wua-results',
  title: 'Windows Update results (JSON Lines)',
  kind: 'inventory',
  sniff: sniffWuaResults,
  read: readWuaResults,
};
