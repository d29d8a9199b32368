import * as v from 'valibot';
import { evidenceGrades } from '../../domain/index.ts';
import type { FactSubject, FactValue, RecordedFacts } from '../../domain/index.ts';
import { count } from './schema-parts.ts';

/** A subject is flat: its kind, and texts or numbers that say which one. */
const subject = v.custom<FactSubject>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    typeof (value as { readonly kind?: unknown }).kind === 'string' &&
    Object.values(value).every((part) => typeof part === 'string' || typeof part === 'number'),
);

const plain = v.union([v.string(), v.number(), v.boolean(), v.null()]);
/** Every value a fact can have is at most a list of flat objects. */
const value = v.union([
  v.string(),
  v.number(),
  v.boolean(),
  v.array(v.string()),
  v.array(v.record(v.string(), plain)),
  v.record(v.string(), v.union([plain, v.array(v.string())])),
]) as v.GenericSchema<unknown, FactValue>;

/** Recorded facts of one inventory file as they stand in a workspace file. */
export const recordedFactsSchema: v.GenericSchema<unknown, RecordedFacts> = v.strictObject({
  grade: v.exactOptional(v.picklist(evidenceGrades)),
  facts: v.array(
    v.strictObject({
      subject,
      state: v.picklist(['known', 'absent', 'unavailable']),
      value: v.exactOptional(value),
      reason: v.exactOptional(v.string()),
      grade: v.exactOptional(v.picklist(evidenceGrades)),
      file: v.string(),
      line: v.nullable(count),
    }),
  ),
  complete: v.array(v.string()),
});
