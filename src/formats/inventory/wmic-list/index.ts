import type { InventoryFormat } from '../../format.ts';
import { readWmicList, sniffWmicList } from './read.ts';

/** `wmic ... /format:list`: hotfixes of one machine; other classes are ignored. */
export const wmicListFormat: InventoryFormat = {
  id: 'wmic-list',
  title: 'wmic list',
  kind: 'inventory',
  sniff: sniffWmicList,
  read: readWmicList,
};
