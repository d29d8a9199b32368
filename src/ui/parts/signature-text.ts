import { signatureStanding } from '../../domain/index.ts';
import type { CatalogSignature, SignatureSummary } from '../../domain/index.ts';
import type { Words } from '../words/index.ts';

/** `signed by Microsoft Corporation`, `used on record` … in a few words; `unsigned` where nothing is known. */
export function signatureText(
  signature: CatalogSignature | SignatureSummary | undefined,
  words: Words,
): string {
  if (signature === undefined) return words.common.unsignedShort;
  const standing = 'standing' in signature ? signature.standing : signatureStanding(signature);
  const signer = 'standing' in signature ? signature.signer : signature.signerName;
  const word = words.signature.standing[standing];
  return signer === '' || standing === 'overridden' ? word : `${word}, ${words.signature.by(signer)}`;
}

/** What stands behind that: why it is not proven, or the root it ends at. */
export function signatureTitle(signature: SignatureSummary | undefined, words: Words): string {
  if (signature === undefined) return words.common.unsigned;
  const { doubt, reason, root, rootSha256 } = signature;
  return doubt === '' ? `${root} · SHA-256 ${rootSha256}` : `${words.signature.doubt[doubt]} · ${reason}`;
}
