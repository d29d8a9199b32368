import type { SignatureDoubt, SignatureSummary } from '../domain/index.ts';

const doubts: Readonly<Record<SignatureDoubt, string>> = {
  unsigned: 'no signature',
  'unknown-root': 'signed below a root that is not trusted here',
  incomplete: 'the chain of certificates has no end here',
  expired: 'a certificate has expired',
  'not-yet-valid': 'a certificate is not valid yet',
  'stamp-not-trusted': 'the time of signing is vouched for by a root that is not trusted here',
  'not-checkable': 'the signature cannot be checked here',
};

/** What is known of the signature of a catalog file, as a part of a line. */
export function signatureSentence(signature: SignatureSummary | null): string {
  if (signature === null || signature.standing === 'unsigned') return 'unsigned metadata';
  const { standing, signer, root, rootSha256, doubt, reason } = signature;
  if (standing === 'overridden') {
    return `not proven (${doubt === '' ? 'no reason kept' : doubts[doubt]}), used on record: ${reason}`;
  }
  const weak = standing === 'legacy' ? ', legacy and weak' : '';
  return `signed by ${signer}${weak}, root ${root} ${rootSha256}`;
}
