/** Whether a signer signed a content: attributes, digest, signature (RFC 5652, section 5.6). */
import { digestOf } from './algorithms.ts';
import type { HashName } from './algorithms.ts';
import type { Certificate } from './certificate.ts';
import { expectTag, hex, readOid, sameBytes, tags } from './der.ts';
import { SignatureFault } from './problem.ts';
import type { SignerInfo } from './signed-data.ts';
import { verifyBytes } from './verify-bytes.ts';

export const attributeNumbers = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  /** PKCS#9 counter-signature. */
  counterSignature: '1.2.840.113549.1.9.6',
  /** Microsoft: token of RFC 3161, and signatures nested in a signature. */
  timeStampToken: '1.3.6.1.4.1.311.3.3.1',
  nestedSignature: '1.3.6.1.4.1.311.2.4.1',
} as const;

/** The certificate that the signer names, or null. */
export function certificateOf({ by }: SignerInfo, certificates: readonly Certificate[]): Certificate | null {
  const found = certificates.find((certificate) =>
    'keyId' in by
      ? by.keyId !== '' && certificate.extensions.keyId === by.keyId
      : certificate.serial === by.serial && sameBytes(certificate.issuer.bytes, by.issuer),
  );
  return found ?? null;
}

/**
 * Checks that the signed attributes are about this content and that the certificate's key signed them.
 * Returns the hash that was used; throws `SignatureFault` `attributes-wrong`, `signature-wrong` …
 */
export async function checkSigner(
  signer: SignerInfo,
  certificate: Certificate,
  contentType: string,
  content: Uint8Array,
): Promise<HashName> {
  const { attributes, signedBytes, hash, signing, signature } = signer;
  if (signedBytes === null) throw new SignatureFault('attributes-wrong', 'none');
  const [type] = attributes.get(attributeNumbers.contentType) ?? [];
  const [digest] = attributes.get(attributeNumbers.messageDigest) ?? [];
  if (type === undefined || digest === undefined || readOid(type) !== contentType) {
    throw new SignatureFault('attributes-wrong');
  }
  if (hex(expectTag(digest, tags.octetString).content) !== (await digestOf(hash, content))) {
    throw new SignatureFault('attributes-wrong', 'digest');
  }
  if (certificate.key === null) throw new SignatureFault('algorithm-not-supported', 'key');
  if (!(await verifyBytes(certificate.key, signing, hash, signature, signedBytes))) {
    throw new SignatureFault('signature-wrong');
  }
  return hash;
}
