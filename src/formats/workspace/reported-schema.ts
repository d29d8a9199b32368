import * as v from 'valibot';
import type {
  HotfixEntry,
  InventoryRecord,
  MachineMarks,
  OsFacts,
  ReportKind,
  ReportedState,
  ReportedStates,
} from '../../domain/index.ts';
import { count } from './schema-parts.ts';

const text = v.nullable(v.string());

/** What tells one machine from others besides its name. */
export const machineMarks: v.GenericSchema<unknown, MachineMarks> = v.strictObject({
  machineGuid: v.exactOptional(v.string()),
  smbiosUuid: v.exactOptional(v.string()),
  domain: v.exactOptional(v.string()),
  biosSerial: v.exactOptional(v.string()),
  clientId: v.exactOptional(v.string()),
});

export const reportKind: v.GenericSchema<unknown, ReportKind> = v.strictObject({
  kind: v.picklist(['full', 'delta', 'resync']),
  major: v.nullable(count),
  minor: v.nullable(count),
});

const reportedState: v.GenericSchema<unknown, ReportedState> = v.strictObject({
  updateId: text,
  revision: v.nullable(count),
  kbs: v.array(count),
  bulletin: text,
  title: v.string(),
  state: v.picklist(['required', 'installed', 'not-required']),
  original: v.string(),
  line: v.nullable(count),
});

/** Verdicts of another tool. */
export const reportedStates: v.GenericSchema<unknown, ReportedStates> = v.strictObject({
  reporter: v.string(),
  tool: v.string(),
  scannedAt: text,
  catalogDate: text,
  entries: v.array(reportedState),
});

/** A record as it was collected, with what it means where its class is read. */
export function inventoryRecord(parts: {
  readonly os: v.GenericSchema<unknown, OsFacts>;
  readonly hotfix: v.GenericSchema<unknown, HotfixEntry>;
}): v.GenericSchema<unknown, InventoryRecord> {
  return v.strictObject({
    group: v.string(),
    values: v.record(v.string(), v.string()),
    content: v.exactOptional(v.picklist(['new', 'update', 'delete'])),
    line: v.nullable(count),
    meaning: v.exactOptional(
      v.strictObject({
        os: v.exactOptional(parts.os),
        hotfix: v.exactOptional(parts.hotfix),
        reported: v.exactOptional(reportedState),
      }),
    ),
  });
}
