import type { InventoryFormat } from '../format.ts';
import { agentJsonFormat, agentXmlFormat } from './agent-inventory/index.ts';
import { clixmlFormat } from './clixml/index.ts';
import { dismFormat } from './dism/index.ts';
import { factsFormat } from './facts/index.ts';
import { ignoredFormats } from './ignored/index.ts';
import { msinfoFormat, msinfoTextFormat } from './msinfo/index.ts';
import { mbsaFormat } from './mbsa/index.ts';
import { mifFormat } from './mif/index.ts';
import { ovalFormat } from './oval/index.ts';
import { patchStateFormat } from './patch-state/index.ts';
import { qfeCsvFormat } from './qfe-csv/index.ts';
import { qfeTableFormat } from './qfe-table/index.ts';
import { smsReportFormat } from './sms-report/index.ts';
import { registryFormat } from './registry/index.ts';
import { systeminfoFormat } from './systeminfo/index.ts';
import { wmicListFormat } from './wmic-list/index.ts';
import { wuaResultsFormat } from './wua-results/index.ts';
import { wuaTextFormat } from './wua-text/index.ts';

/** Every inventory format there is, asked in this order; adding one means a folder and a line here. */
export const inventoryFormats: readonly InventoryFormat[] = [
  factsFormat,
  registryFormat,
  clixmlFormat,
  msinfoTextFormat,
  qfeTableFormat,
  qfeCsvFormat,
  systeminfoFormat,
  dismFormat,
  msinfoFormat,
  patchStateFormat,
  agentXmlFormat,
  agentJsonFormat,
  wmicListFormat,
  ovalFormat,
  mbsaFormat,
  mifFormat,
  smsReportFormat,
  wuaResultsFormat,
  wuaTextFormat,
  ...ignoredFormats,
];

export { decodeText, escapeUnstorable, splitLines } from './decode/index.ts';
export { factKinds, factsLimits } from './facts/index.ts';
export { fileStem } from './file-stem.ts';
export { maxInventoryBytes } from './limits.ts';
