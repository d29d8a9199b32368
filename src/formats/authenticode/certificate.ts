/** X.509 certificates as far as chains of code signers need them (RFC 5280, sections 4.1 and 4.2). */
import { sha256 } from 'hash-wasm';
import { readPublicKey, readSigning } from './algorithms.ts';
import type { PublicKey, SigningAlgorithm } from './algorithms.ts';
import {
  childrenOf,
  context,
  expectTag,
  hex,
  readBits,
  readDer,
  readOid,
  readSmallInteger,
  sameBytes,
  tags,
} from './der.ts';
import type { Der } from './der.ts';
import { readName } from './distinguished-name.ts';
import type { DistinguishedName } from './distinguished-name.ts';
import { SignatureFault } from './problem.ts';
import { readTime } from './time.ts';

export interface Certificate {
  readonly der: Uint8Array<ArrayBuffer>;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly serial: string;
  readonly issuer: DistinguishedName;
  readonly subject: DistinguishedName;
  /** Milliseconds since 1970. */
  readonly notBefore: number;
  readonly notAfter: number;
  /** Null where the kind of key is not supported. */
  readonly key: PublicKey | null;
  readonly signed: Uint8Array<ArrayBuffer>;
  /** Null where it is not supported: old roots are signed with MD5, which nobody has to check. */
  readonly signing: SigningAlgorithm | null;
  readonly signature: Uint8Array<ArrayBuffer>;
  readonly extensions: Extensions;
}

export interface Extensions {
  /** Null: not said. */
  readonly isAuthority: boolean | null;
  readonly maxPath: number | null;
  /** Bits of keyUsage from the first on; null: not said. */
  readonly keyUsage: number | null;
  /** Purposes of extendedKeyUsage; null: not said. */
  readonly purposes: readonly string[] | null;
  /** Hex of subjectKeyIdentifier and of the keyIdentifier of authorityKeyIdentifier. */
  readonly keyId: string;
  readonly issuerKeyId: string;
  /** Critical ones, and name constraints, that this reader does not apply. */
  readonly notUnderstood: readonly string[];
}

/** Throws `SignatureFault`: `not-der`, `structure`, `algorithm-mismatch`. */
export async function readCertificate(element: Der): Promise<Certificate> {
  const whole = expectTag(element, tags.sequence);
  const [body, algorithm, signature] = childrenOf(whole);
  const toBeSigned = expectTag(body, tags.sequence);
  const members = [...childrenOf(toBeSigned)];
  if (members[0]?.tag === context(0)) members.shift();
  const [serial, innerAlgorithm, issuer, validity, subject, key, ...rest] = members;
  const [notBefore, notAfter] = childrenOf(expectTag(validity, tags.sequence));
  if (!sameBytes(expectTag(algorithm, tags.sequence).whole, expectTag(innerAlgorithm, tags.sequence).whole)) {
    throw new SignatureFault('algorithm-mismatch', 'certificate');
  }
  return {
    der: whole.whole,
    sha256: await sha256(whole.whole),
    serial: hex(expectTag(serial, tags.integer).content),
    issuer: readName(issuer),
    subject: readName(subject),
    notBefore: readTime(notBefore),
    notAfter: readTime(notAfter),
    key: ifSupported(() => readPublicKey(key)),
    signed: toBeSigned.whole,
    signing: ifSupported(() => readSigning(algorithm)),
    signature: readBits(signature),
    extensions: readExtensions(rest.find(({ tag }) => tag === context(3))),
  };
}

function ifSupported<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof SignatureFault && error.problem === 'algorithm-not-supported') return null;
    throw error;
  }
}

/** Critical extensions that say nothing a chain depends on: policies without a demand for one, names, lists. */
const harmless = new Set(['2.5.29.32', '2.5.29.17', '2.5.29.31', '1.3.6.1.5.5.7.1.1']);
const nameConstraints = '2.5.29.30';

function readExtensions(element: Der | undefined): Extensions {
  const found = new Map<string, Der>();
  const notUnderstood: string[] = [];
  const list = element ? childrenOf(expectTag(childrenOf(element)[0], tags.sequence)) : [];
  for (const extension of list) {
    const members = childrenOf(expectTag(extension, tags.sequence));
    const oid = readOid(members[0]);
    const critical = members[1]?.tag === tags.boolean && members[1].content[0] !== 0;
    if (found.has(oid)) throw new SignatureFault('structure', `${oid} twice`);
    found.set(oid, expectTag(members.at(-1), tags.octetString));
    const known = Object.values(extensionNumbers).some((number) => number === oid) || harmless.has(oid);
    if (oid === nameConstraints || (critical && !known)) notUnderstood.push(oid);
  }
  const valueOf = (oid: string): Der | undefined => {
    const value = found.get(oid);
    return value && readDer(value.content);
  };
  const constraints = valueOf(extensionNumbers.basicConstraints);
  const members = constraints ? childrenOf(constraints) : [];
  const path = members.find(({ tag }) => tag === tags.integer);
  const purposes = valueOf(extensionNumbers.purposes);
  const issuerKey = valueOf(extensionNumbers.issuerKeyId);
  const issuerKeyId = issuerKey && childrenOf(issuerKey).find(({ tag }) => tag === context(0, false));
  return {
    isAuthority: constraints ? members[0]?.tag === tags.boolean && members[0].content[0] !== 0 : null,
    maxPath: path ? readSmallInteger(path) : null,
    keyUsage: keyUsage(valueOf(extensionNumbers.keyUsage)),
    purposes: purposes ? childrenOf(purposes).map(readOid) : null,
    keyId: hex(valueOf(extensionNumbers.keyId)?.content ?? new Uint8Array()),
    issuerKeyId: hex(issuerKeyId?.content ?? new Uint8Array()),
    notUnderstood,
  };
}

const extensionNumbers = {
  keyId: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  issuerKeyId: '2.5.29.35',
  purposes: '2.5.29.37',
} as const;

/** First byte of keyUsage: bit 7 is digitalSignature, bit 2 keyCertSign (RFC 5280, 4.2.1.3). */
export const keyUsages = { digitalSignature: 0x80, certificateSigning: 0x04 } as const;

function keyUsage(element: Der | undefined): number | null {
  return element ? (expectTag(element, tags.bitString).content[1] ?? 0) : null;
}

/** Whether a certificate names itself as its issuer. */
export function isSelfIssued({ issuer, subject }: Certificate): boolean {
  return sameBytes(issuer.bytes, subject.bytes);
}
