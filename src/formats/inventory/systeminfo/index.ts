import type { InventoryFormat } from '../../format.ts';
import { readSysteminfo, sniffSysteminfo } from './read.ts';

/** Output of systeminfo.exe, Windows XP to 11 and Server 2025, any language. */
export const systeminfoFormat: InventoryFormat = {
  id: 'systeminfo',
  title: 'systeminfo output',
  kind: 'inventory',
  sniff: sniffSysteminfo,
  read: readSysteminfo,
};
