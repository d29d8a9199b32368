/** Algorithms by their numbers (RFC 8017 appendix C, RFC 5758, RFC 3279), and checking by WebCrypto. */
import { sha1, sha256, sha384, sha512 } from 'hash-wasm';
import { childrenOf, context, expectTag, readBits, readOid, readSmallInteger, tags } from './der.ts';
import type { Der } from './der.ts';
import { SignatureFault } from './problem.ts';

export type HashName = 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';

const hashes: Readonly<Record<string, HashName>> = {
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};
export const hashBytes: Readonly<Record<HashName, number>> = {
  'SHA-1': 20,
  'SHA-256': 32,
  'SHA-384': 48,
  'SHA-512': 64,
};
const digests = { 'SHA-1': sha1, 'SHA-256': sha256, 'SHA-384': sha384, 'SHA-512': sha512 } as const;

const rsaEncryption = '1.2.840.113549.1.1.1';
const rsaPss = '1.2.840.113549.1.1.10';
const ecPublicKey = '1.2.840.10045.2.1';
const pkcs1: Readonly<Record<string, HashName>> = {
  '1.2.840.113549.1.1.5': 'SHA-1',
  '1.3.14.3.2.29': 'SHA-1',
  '1.2.840.113549.1.1.11': 'SHA-256',
  '1.2.840.113549.1.1.12': 'SHA-384',
  '1.2.840.113549.1.1.13': 'SHA-512',
};
const ecdsa: Readonly<Record<string, HashName>> = {
  '1.2.840.10045.4.1': 'SHA-1',
  '1.2.840.10045.4.3.2': 'SHA-256',
  '1.2.840.10045.4.3.3': 'SHA-384',
  '1.2.840.10045.4.3.4': 'SHA-512',
};
const curves: Readonly<Record<string, { readonly name: string; readonly bytes: number }>> = {
  '1.2.840.10045.3.1.7': { name: 'P-256', bytes: 32 },
  '1.3.132.0.34': { name: 'P-384', bytes: 48 },
  '1.3.132.0.35': { name: 'P-521', bytes: 66 },
};

/** How something was signed; `hash` is null where the digest algorithm stands elsewhere. */
export interface SigningAlgorithm {
  readonly kind: 'RSA' | 'RSA-PSS' | 'ECDSA';
  readonly hash: HashName | null;
  readonly saltLength: number;
}

export interface PublicKey {
  readonly kind: 'RSA' | 'EC';
  readonly spki: Uint8Array<ArrayBuffer>;
  /** Bits of the modulus, or of the curve. */
  readonly bits: number;
  readonly curve: string;
  /** Bytes of one number of an ECDSA signature. */
  readonly pointBytes: number;
}

/** AlgorithmIdentifier of a digest. */
export function readHash(element: Der | undefined): HashName {
  const [oid] = childrenOf(expectTag(element, tags.sequence));
  const number = readOid(oid);
  const hash = Object.hasOwn(hashes, number) ? hashes[number] : undefined;
  if (hash === undefined) throw new SignatureFault('algorithm-not-supported', number);
  return hash;
}

export async function digestOf(hash: HashName, data: Uint8Array): Promise<string> {
  return digests[hash](data);
}

/** AlgorithmIdentifier of a signature. Throws `algorithm-not-supported`: MD5, DSA and others. */
export function readSigning(element: Der | undefined): SigningAlgorithm {
  const [oid, parameters] = childrenOf(expectTag(element, tags.sequence));
  const number = readOid(oid);
  if (number === rsaEncryption) return { kind: 'RSA', hash: null, saltLength: 0 };
  if (Object.hasOwn(pkcs1, number)) return { kind: 'RSA', hash: pkcs1[number] ?? null, saltLength: 0 };
  if (Object.hasOwn(ecdsa, number)) return { kind: 'ECDSA', hash: ecdsa[number] ?? null, saltLength: 0 };
  // Some signers name the kind of key instead; the digest algorithm then stands beside it.
  if (number === ecPublicKey) return { kind: 'ECDSA', hash: null, saltLength: 0 };
  if (number === rsaPss) return readPss(parameters);
  throw new SignatureFault('algorithm-not-supported', number);
}

/** RSASSA-PSS-params (RFC 8017, A.2.3): hash, mask with the same hash, salt length; defaults are SHA-1 and 20. */
function readPss(parameters: Der | undefined): SigningAlgorithm {
  const members = parameters?.tag === tags.sequence ? childrenOf(parameters) : [];
  const member = (number: number) => members.find(({ tag }) => tag === context(number));
  const inner = (number: number) => {
    const found = member(number);
    return found && childrenOf(found)[0];
  };
  const hash = member(0) ? readHash(inner(0)) : 'SHA-1';
  const mask = inner(1);
  const maskHash = mask ? readHash(childrenOf(mask)[1]) : 'SHA-1';
  if (maskHash !== hash) throw new SignatureFault('algorithm-not-supported', 'mask of another hash');
  return { kind: 'RSA-PSS', hash, saltLength: member(2) ? readSmallInteger(inner(2)) : 20 };
}

/** SubjectPublicKeyInfo. Throws `algorithm-not-supported` for keys that are neither RSA nor a NIST curve. */
export function readPublicKey(element: Der | undefined): PublicKey {
  const spki = expectTag(element, tags.sequence);
  const [algorithm, key] = childrenOf(spki);
  const [oid, parameters] = childrenOf(expectTag(algorithm, tags.sequence));
  const number = readOid(oid);
  if (number === rsaEncryption) {
    const [modulus] = childrenOf(expectTag(childrenOf({ content: readBits(key) })[0], tags.sequence));
    const { content } = expectTag(modulus, tags.integer);
    const leading = content[0] === 0 ? 1 : 0;
    const bits = (content.length - leading) * 8 - Math.clz32(content[leading] ?? 0) + 24;
    return { kind: 'RSA', spki: spki.whole, bits, curve: '', pointBytes: 0 };
  }
  const curveNumber = number === ecPublicKey && parameters?.tag === tags.oid ? readOid(parameters) : '';
  const curve = Object.hasOwn(curves, curveNumber) ? curves[curveNumber] : undefined;
  if (curve === undefined) throw new SignatureFault('algorithm-not-supported', number);
  const { name, bytes } = curve;
  return {
    kind: 'EC',
    spki: spki.whole,
    bits: name === 'P-521' ? 521 : bytes * 8,
    curve: name,
    pointBytes: bytes,
  };
}
