import * as v from 'valibot';
import type { Architecture, InstallationType, InventoryReading, OsRole } from '../../domain/index.ts';
import { readingWarningCodes } from '../../domain/index.ts';
import { recordedFactsSchema } from './recorded-fact-schema.ts';
import { inventoryRecord, machineMarks, reportKind, reportedStates } from './reported-schema.ts';
import { allOf, count, details, fact } from './schema-parts.ts';

const architecture = allOf<Architecture>({ x86: true, x64: true, arm64: true, arm: true, ia64: true });
const role = allOf<OsRole>({ client: true, server: true });
const installation = allOf<InstallationType>({ full: true, core: true });

const os = v.strictObject({
  version: fact(v.string()),
  name: fact(v.string()),
  servicePack: fact(count),
  architecture: fact(architecture),
  role: fact(role),
  installation: fact(installation),
  ubr: fact(count),
  edition: fact(v.string()),
});

const hotfix = v.strictObject({
  id: v.string(),
  kb: v.nullable(count),
  installedOn: v.nullable(v.string()),
  file: v.string(),
  line: v.nullable(count),
});

/** What one inventory file said, as it stands in a workspace file. */
export const readingSchema: v.GenericSchema<unknown, InventoryReading> = v.strictObject({
  format: v.string(),
  file: v.string(),
  sha256: v.string(),
  bytes: count,
  machineName: v.nullable(v.string()),
  stem: v.string(),
  os: v.nullable(os),
  hotfixes: v.nullable(
    v.strictObject({ completeness: v.picklist(['complete', 'cut']), entries: v.array(hotfix) }),
  ),
  collectedAt: v.nullable(v.string()),
  facts: v.exactOptional(recordedFactsSchema),
  installation: v.exactOptional(v.string()),
  marks: v.exactOptional(machineMarks),
  report: v.exactOptional(reportKind),
  records: v.exactOptional(v.array(inventoryRecord({ os, hotfix }))),
  reported: v.exactOptional(reportedStates),
  warnings: v.array(v.strictObject({ code: v.picklist(readingWarningCodes), file: v.string(), details })),
});
