import * as v from 'valibot';
import { evidenceGrades } from '../../domain/index.ts';
import type { Evidence, Fact, UnavailableReason } from '../../domain/index.ts';

/** All members of a union of words: a member left out is a type error here. */
export function allOf<T extends string>(members: Record<T, true>): v.PicklistSchema<T[], undefined> {
  return v.picklist(Object.keys(members) as T[]);
}

export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const hexSha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
/** Values for the words of warnings and journal entries. */
export const details = v.record(v.string(), v.union([v.string(), v.number()]));

const evidence: v.GenericSchema<unknown, Evidence> = v.strictObject({
  file: v.string(),
  sha256: v.string(),
  line: v.nullable(count),
  text: v.string(),
  grade: v.exactOptional(v.picklist(evidenceGrades)),
});

const unavailableReason = allOf<UnavailableReason>({
  'not-collected': true,
  'list-cut': true,
  'list-missing': true,
  'build-not-known': true,
  'product-presence-not-collected': true,
  'component-version-not-collected': true,
  'declaration-contradicted': true,
  'channel-table-not-imported': true,
  'not-understood': true,
});

/** A fact in one of its three conditions. */
export function fact<T>(value: v.GenericSchema<unknown, T>): v.GenericSchema<unknown, Fact<T>> {
  return v.variant('state', [
    v.strictObject({ state: v.literal('known'), value, evidence }),
    v.strictObject({ state: v.literal('absent'), evidence }),
    v.strictObject({ state: v.literal('unavailable'), reason: unavailableReason }),
  ]) as v.GenericSchema<unknown, Fact<T>>;
}
