import * as v from 'valibot';
import { catalogWarningCodes } from '../../domain/index.ts';
import { count, details } from './schema-parts.ts';
import { signatureSchema } from './signature-schema.ts';

export const texts = v.array(v.string());

/** What every catalog document has, whatever its source. */
export const headEntries = {
  id: v.string(),
  title: v.string(),
  revision: v.string(),
  initialReleaseDate: v.string(),
  currentReleaseDate: v.string(),
  file: v.string(),
  bytes: count,
  sha256: v.string(),
  warnings: v.array(v.strictObject({ code: v.picklist(catalogWarningCodes), details })),
  signature: v.exactOptional(signatureSchema),
};
