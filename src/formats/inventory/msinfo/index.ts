import type { InventoryFormat } from '../../format.ts';
import { readMsinfo, sniffMsinfo } from './read-nfo.ts';
import { readMsinfoText, sniffMsinfoText } from './read-text.ts';

/** `msinfo32 /nfo`. */
export const msinfoFormat: InventoryFormat = {
  id: 'msinfo32',
  title: 'System information (msinfo32)',
  kind: 'inventory',
  sniff: sniffMsinfo,
  read: readMsinfo,
};

/** `msinfo32 /report`. */
export const msinfoTextFormat: InventoryFormat = {
  id: 'msinfo32-text',
  title: 'System information (msinfo32) as text',
  kind: 'inventory',
  sample: 'none',
  sniff: sniffMsinfoText,
  read: readMsinfoText,
};
