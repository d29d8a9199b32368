import * as v from 'valibot';
import {
  chainFindings,
  digestFindings,
  signatureDoubts,
  signatureFindings,
  signatureProblems,
  timeFindings,
  weakParts,
} from '../../domain/index.ts';
import type { CatalogSignature, TrustedRoot } from '../../domain/index.ts';
import { hexSha256 } from './schema-parts.ts';

const name = v.strictObject({ subject: v.string(), sha256: hexSha256 });

/** What was found about the signature of a catalog file. */
export const signatureSchema: v.GenericSchema<unknown, CatalogSignature> = v.strictObject({
  presence: v.picklist(['signed', 'unsigned']),
  digest: v.picklist(digestFindings),
  signature: v.picklist(signatureFindings),
  chain: v.picklist(chainFindings),
  time: v.picklist(timeFindings),
  problem: v.nullable(v.picklist(signatureProblems)),
  signer: v.nullable(name),
  signerName: v.string(),
  root: v.nullable(name),
  missingIssuer: v.string(),
  stampRoot: v.nullable(name),
  signedAt: v.string(),
  digestAlgorithm: v.string(),
  signatureAlgorithm: v.string(),
  weak: v.array(v.picklist(weakParts)),
  checkedAt: v.number(),
  override: v.nullable(
    v.strictObject({
      reason: v.string(),
      by: v.string(),
      at: v.number(),
      doubt: v.picklist(signatureDoubts),
    }),
  ),
});

/** A root that the site imported. */
export const rootSchema: v.GenericSchema<unknown, TrustedRoot> = v.strictObject({
  ...name.entries,
  notBefore: v.string(),
  notAfter: v.string(),
  certificate: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]+={0,2}$/)),
  file: v.string(),
  importedAt: v.number(),
  importedBy: v.string(),
});
