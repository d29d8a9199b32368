import type { InventoryFormat } from '../../format.ts';
import { readSmsReport, sniffSmsReport } from './read.ts';

/** Hardware inventory of an SMS or Configuration Manager client. */
export const smsReportFormat: InventoryFormat = {
  id: 'sms-report',
  title: 'SMS or ConfigMgr hardware inventory',
  kind: 'inventory',
  sample: 'none',
  sniff: sniffSmsReport,
  read: readSmsReport,
};
