import * as v from 'valibot';
import type {
  Authorization,
  JournalEntry,
  Rejection,
  ScanSummary,
  Settings,
  Verdict,
  WaitingFile,
} from '../../domain/index.ts';
import { journalActs, machinesPerBlock, rejectionCodes } from '../../domain/index.ts';
import { declarationSchema } from './declaration-schema.ts';
import { documentSchema } from './document-schema.ts';
import { scopeSchema } from './microsoft-update-schema.ts';
import { partSchema } from './part-schema.ts';
import { readingSchema } from './reading-schema.ts';
import { allOf, count, details, hexSha256 } from './schema-parts.ts';
import { rootSchema } from './signature-schema.ts';

const settings: v.GenericSchema<unknown, Settings> = v.strictObject({
  operator: v.string(),
  site: v.string(),
  marking: v.string(),
  language: allOf<Settings['language']>({ browser: true, en: true, de: true, pseudo: true }),
  theme: allOf<Settings['theme']>({ system: true, light: true, dark: true }),
  singleKeys: v.boolean(),
  checksums: v.exactOptional(v.boolean()),
  catalogScope: v.exactOptional(scopeSchema),
  track: allOf<Settings['track']>({ rollup: true, 'security-only': true }),
});

const authorization: v.GenericSchema<unknown, Authorization> = v.strictObject({
  update: v.string(),
  verdict: allOf<Verdict>({ authorized: true, declined: true, deferred: true }),
  reason: v.string(),
  contentHash: v.string(),
  at: v.number(),
  by: v.string(),
  until: v.nullable(v.string()),
});

const rejection: v.GenericSchema<unknown, Rejection> = v.strictObject({
  code: v.picklist(rejectionCodes),
  file: v.string(),
  place: v.string(),
  details,
});

const waiting: v.GenericSchema<unknown, WaitingFile> = v.variant('kind', [
  v.strictObject({
    kind: v.literal('name'),
    key: v.string(),
    at: v.number(),
    reading: readingSchema,
    fileDate: v.exactOptional(v.number()),
  }),
  v.strictObject({
    kind: v.literal('older'),
    key: v.string(),
    at: v.number(),
    document: v.nullable(documentSchema),
    error: rejection,
  }),
  v.strictObject({
    kind: v.literal('signature'),
    key: v.string(),
    at: v.number(),
    sha256: hexSha256,
    content: v.nullable(v.string()),
    error: rejection,
  }),
]);

const summary: v.GenericSchema<unknown, ScanSummary> = v.strictObject({
  at: v.number(),
  machines: count,
  updates: count,
  required: count,
  installed: count,
  unknown: count,
  notRequired: count,
  engine: allOf<ScanSummary['engine']>({ wasm: true, rows: true, reference: true }),
  elapsedMs: v.number(),
});

const journalEntry: v.GenericSchema<unknown, JournalEntry> = v.strictObject({
  index: count,
  at: v.number(),
  by: v.string(),
  act: v.picklist(journalActs),
  file: v.string(),
  fileSha256: v.string(),
  details,
  hash: hexSha256,
});

/** One line of the file between the first and the last: an object with exactly one of these members. */
export const recordSchemas = {
  settings,
  practice: v.literal(true),
  edition: v.strictObject({
    key: v.string(),
    document: documentSchema,
    importedAt: v.number(),
    current: v.boolean(),
    generation: v.exactOptional(v.string()),
  }),
  part: partSchema,
  reading: v.strictObject({
    reading: readingSchema,
    importedAt: v.number(),
    givenName: v.nullable(v.string()),
    fileDate: v.exactOptional(v.number()),
  }),
  ubr: v.strictObject({ machine: v.string(), ubr: count }),
  authorization,
  ignored: v.strictObject({ file: v.string(), sha256: v.string(), format: v.string(), reason: v.string() }),
  root: rootSchema,
  declaration: declarationSchema,
  waiting,
  states: v.union([
    v.strictObject({ catalogKey: v.string(), updates: v.array(v.string()), blocks: count, summary }),
    // Version 1: one byte a pair follows, in `codes`.
    v.strictObject({
      catalogKey: v.string(),
      updates: v.array(v.string()),
      machines: v.array(v.string()),
      summary,
    }),
  ]),
  block: v.strictObject({
    machines: v.pipe(v.array(v.string()), v.maxLength(machinesPerBlock)),
    planes: v.string(),
  }),
  codes: v.string(),
  journal: journalEntry,
} as const;

export type RecordKind = keyof typeof recordSchemas;
export type RecordOf<K extends RecordKind> = v.InferOutput<(typeof recordSchemas)[K]>;

export const headerSchema = v.strictObject({ format: v.string(), writtenAt: v.number() });
export const endSchema = v.strictObject({ end: v.strictObject({ records: count, sha256: hexSha256 }) });
