import * as v from 'valibot';
import type { OsFactName } from '../../../domain/index.ts';
import { factsLimits } from './limits.ts';

const text = v.pipe(v.string(), v.maxLength(factsLimits.maxName));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff));
const tag = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9]{1,8}(?:-[A-Za-z0-9]{1,8}){0,4}$/, 'a language tag such as en-US'),
);

const architectures: Readonly<Record<string, number>> = {
  x86: 0,
  arm: 5,
  ia64: 6,
  x64: 9,
  amd64: 9,
  arm64: 12,
};

/** Facts of the operating system by name; an architecture may be given by its word too. */
export const osValues = {
  /** Three numbers; a fourth one is the UBR. */
  version: v.pipe(
    v.string(),
    v.regex(/^\d{1,5}\.\d{1,5}\.\d{1,9}(?:\.\d{1,9})?$/, 'a version such as 10.0.26200'),
  ),
  name: text,
  ubr: whole,
  servicePackMajor: whole,
  servicePackMinor: whole,
  productType: v.picklist([1, 2, 3]),
  suiteMask: whole,
  architecture: v.union([
    v.picklist([0, 5, 6, 9, 12]),
    v.pipe(
      v.string(),
      v.toLowerCase(),
      v.picklist(Object.keys(architectures)),
      v.transform((word) => architectures[word] ?? 0),
    ),
  ]),
  processorLevel: whole,
  processorRevision: whole,
  processors: whole,
  platformId: whole,
  sku: whole,
  installationType: text,
  language: tag,
  region: tag,
  muiInstalled: v.boolean(),
  muiLanguages: v.pipe(v.array(tag), v.maxLength(factsLimits.maxItems)),
  clustered: v.boolean(),
  licensed: v.boolean(),
} satisfies Record<OsFactName, v.GenericSchema>;
