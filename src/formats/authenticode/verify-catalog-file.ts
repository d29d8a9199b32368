import { expectedSigners, judgeSignature } from '../../domain/index.ts';
import type { CatalogSignature, CatalogSource, SignatureVerdict } from '../../domain/index.ts';
import { formatError } from '../format-error.ts';
import type { FormatError } from '../format-error.ts';
import type { FileSource, ReadContext } from '../format.ts';
import { checkCabinet } from './check-cabinet.ts';
import { hashCabinet } from './hash-cabinet.ts';
import type { HashedCabinet } from './hash-cabinet.ts';
import { trustedCertificates } from './roots.ts';

const cabinetMark = [0x4d, 0x53, 0x43, 0x46];

/** A catalog cabinet that was hashed, and has still to be judged. */
export interface HashedCatalog extends HashedCabinet {
  readonly file: FileSource;
}

/**
 * The one pass over a catalog cabinet before anything in it is unpacked: its SHA-256, and what the check of
 * its signatures needs. Progress goes to `context.onBytes`.
 *
 * Throws `FormatError`: `cut-off`, `cancelled`, those of the medium.
 */
export async function hashCatalogFile(file: FileSource, context: ReadContext): Promise<HashedCatalog> {
  await refuseCutOff(file);
  return { file, ...(await hashCabinet(file, context)) };
}

/**
 * The door that every catalog cabinet goes through before anything in it is unpacked: checks its
 * signature against the roots of the site, and lets it in or not (issue 4; CAT05, CAT06).
 *
 * The result belongs into the document's head. Without `context.trust` no root is trusted and nothing is
 * overridden.
 *
 * Throws `FormatError`: `signature-refused` (altered, wrong, another signer: no override),
 * `signature-not-proven` (unsigned, unknown root, expired …: `context.trust.overrideOf` has no reason
 * for this file).
 */
export async function verifyCatalogFile(
  hashed: HashedCatalog,
  context: ReadContext,
  source: CatalogSource,
): Promise<CatalogSignature> {
  const { file } = hashed;
  const { trust } = context;
  const trusted = await trustedCertificates(trust?.roots ?? []);
  const at = trust?.at ?? 0;
  const found = await checkCabinet(hashed, { trusted, at });
  const verdict = judgeSignature(found, expectedSigners[source]);
  if (verdict.verdict === 'proven') return found;
  const reason = verdict.verdict === 'doubtful' ? (trust?.overrideOf(file) ?? '').trim() : '';
  if (verdict.verdict === 'refused' || reason === '') throw refusal(hashed, found, verdict, source);
  return { ...found, override: { reason, by: trust?.by ?? '', at, doubt: verdict.doubt } };
}

/** A cabinet that lacks its end is damaged in transport: that helps more than a word about signatures. */
async function refuseCutOff(file: FileSource): Promise<void> {
  const head = new DataView(await file.slice(0, 12).arrayBuffer());
  if (head.byteLength < 12 || cabinetMark.some((byte, index) => head.getUint8(index) !== byte)) return;
  const [expectedBytes, actualBytes] = [head.getUint32(8, true), file.size];
  if (actualBytes >= expectedBytes) return;
  const expected = `${String(expectedBytes - actualBytes)} of ${String(expectedBytes)} bytes`;
  const details = { expected, expectedBytes, actualBytes };
  throw formatError('cut-off', file.name, `byte ${String(actualBytes)}`, details);
}

function refusal(
  { file: { name }, sha256 }: HashedCatalog,
  found: CatalogSignature,
  verdict: Exclude<SignatureVerdict, { verdict: 'proven' }>,
  source: CatalogSource,
): FormatError {
  const because = verdict.verdict === 'refused' ? verdict.refusal : verdict.doubt;
  const root = found.root ?? found.stampRoot;
  const details = {
    because,
    ...(found.problem === null ? {} : { problem: found.problem }),
    ...(found.signer === null
      ? {}
      : { signer: found.signer.subject, signerName: found.signerName, signerSha256: found.signer.sha256 }),
    ...(because === 'other-signer' ? { expectedSigner: expectedSigners[source] ?? '' } : {}),
    ...(root === null ? {} : { root: root.subject, rootSha256: root.sha256 }),
    ...(found.missingIssuer === '' ? {} : { missingIssuer: found.missingIssuer }),
    digest: found.digest,
    signature: found.signature,
    chain: found.chain,
    time: found.time,
    sha256,
  };
  const code = verdict.verdict === 'refused' ? 'signature-refused' : 'signature-not-proven';
  return formatError(code, name, '', details);
}
