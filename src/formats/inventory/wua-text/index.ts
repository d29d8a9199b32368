import type { InventoryFormat } from '../../format.ts';
import { readWuaText, sniffWuaText } from './read.ts';

/** Lines of `KB4462930: Title`: what Windows Update calls missing. */
export const wuaTextFormat: InventoryFormat = {
  id: 'wua-text',
  title: 'Windows Update: list of missing updates',
  kind: 'inventory',
  sniff: sniffWuaText,
  read: readWuaText,
};
