/** SignedData of PKCS#7 (RFC 2315, section 9) and CMS (RFC 5652, section 5), read and not judged. */
import { readHash, readSigning } from './algorithms.ts';
import type { HashName, SigningAlgorithm } from './algorithms.ts';
import { readCertificate } from './certificate.ts';
import type { Certificate } from './certificate.ts';
import { childrenOf, context, expectTag, hex, readOid, tags } from './der.ts';
import type { Der } from './der.ts';
import { signatureLimits } from './limits.ts';
import { SignatureFault } from './problem.ts';

export const contentTypes = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  /** SpcIndirectDataContent (Windows Authenticode Portable Executable Signature Format, 2008). */
  indirectData: '1.3.6.1.4.1.311.2.1.4',
  timeStamp: '1.2.840.113549.1.9.16.1.4',
} as const;

export interface SignedData {
  readonly contentType: string;
  /** The element below `[0]` of the content. */
  readonly content: Der;
  readonly certificates: readonly Certificate[];
  readonly signer: SignerInfo;
}

export interface SignerInfo {
  /** Issuer name and serial number, or the key identifier, of the signer's certificate. */
  readonly by: { readonly issuer: Uint8Array; readonly serial: string } | { readonly keyId: string };
  readonly hash: HashName;
  readonly signing: SigningAlgorithm;
  readonly signature: Uint8Array<ArrayBuffer>;
  /** What the signature is over: the attributes as SET OF; null where there are none. */
  readonly signedBytes: Uint8Array<ArrayBuffer> | null;
  readonly attributes: ReadonlyMap<string, readonly Der[]>;
  readonly unsigned: ReadonlyMap<string, readonly Der[]>;
}

/** ContentInfo of type signedData with exactly one signer. Throws `SignatureFault`. */
export async function readSignedData(element: Der): Promise<SignedData> {
  const [type, wrapped] = childrenOf(expectTag(element, tags.sequence));
  if (readOid(type) !== contentTypes.signedData) throw new SignatureFault('structure', 'content type');
  const [data] = childrenOf(expectTag(wrapped, context(0)));
  const [version, digests, encapsulated, ...rest] = childrenOf(expectTag(data, tags.sequence));
  expectTag(version, tags.integer);
  const [contentType, explicit] = childrenOf(expectTag(encapsulated, tags.sequence));
  const [content] = childrenOf(expectTag(explicit, context(0)));
  const [signer, ...others] = childrenOf(expectTag(rest.at(-1), tags.set));
  if (content === undefined || signer === undefined || others.length > 0) {
    throw new SignatureFault('structure', 'signers');
  }
  const info = readSignerInfo(signer);
  const declared = childrenOf(expectTag(digests, tags.set)).map(readHash);
  if (!declared.includes(info.hash)) throw new SignatureFault('algorithm-mismatch', 'digest algorithms');
  return {
    contentType: readOid(contentType),
    content,
    certificates: await readCertificates(rest.find(({ tag }) => tag === context(0))),
    signer: info,
  };
}

/** The certificates of a SignedData: also those of a `.p7b`, which has nothing else. */
export async function readCertificates(element: Der | undefined): Promise<readonly Certificate[]> {
  // Other members of the choice are attribute certificates and are passed over.
  const list = element ? childrenOf(element).filter(({ tag }) => tag === tags.sequence) : [];
  if (list.length > signatureLimits.maxCertificates) {
    throw new SignatureFault('too-many-certificates', String(list.length));
  }
  const certificates: Certificate[] = [];
  for (const each of list) certificates.push(await readCertificate(each));
  return certificates;
}

export function readSignerInfo(element: Der): SignerInfo {
  const [version, by, digest, ...rest] = childrenOf(expectTag(element, tags.sequence));
  expectTag(version, tags.integer);
  const signed = rest[0]?.tag === context(0) ? rest.shift() : undefined;
  const [algorithm, signature, unsigned] = rest;
  const hash = readHash(digest);
  const signing = readSigning(algorithm);
  if (signing.hash !== null && signing.hash !== hash) throw new SignatureFault('algorithm-mismatch');
  // The attributes are signed as the SET OF that they are, not as the [0] they stand in (RFC 5652, 5.4).
  const signedBytes = signed ? signed.whole.slice() : null;
  if (signedBytes) signedBytes[0] = tags.set;
  return {
    by: readSignerId(by),
    hash,
    signing,
    signature: expectTag(signature, tags.octetString).content,
    signedBytes,
    attributes: readAttributes(signed),
    unsigned: unsigned?.tag === context(1) ? readAttributes(unsigned) : new Map(),
  };
}

function readSignerId(element: Der | undefined): SignerInfo['by'] {
  if (element?.tag === context(0, false)) return { keyId: hex(element.content) };
  const [issuer, serial] = childrenOf(expectTag(element, tags.sequence));
  return {
    issuer: expectTag(issuer, tags.sequence).whole,
    serial: hex(expectTag(serial, tags.integer).content),
  };
}

function readAttributes(element: Der | undefined): ReadonlyMap<string, readonly Der[]> {
  const attributes = new Map<string, readonly Der[]>();
  for (const attribute of element ? childrenOf(element) : []) {
    const [type, values] = childrenOf(expectTag(attribute, tags.sequence));
    const oid = readOid(type);
    if (attributes.has(oid)) throw new SignatureFault('structure', `${oid} twice`);
    attributes.set(oid, childrenOf(expectTag(values, tags.set)));
  }
  return attributes;
}
