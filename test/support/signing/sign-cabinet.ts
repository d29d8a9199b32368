/** Signs cabinets as Authenticode does, in plain TypeScript; osslsigncode judges it where it is installed. */
import { createHash } from 'node:crypto';
import {
  element,
  explicit,
  integer,
  joined,
  nothing,
  octets,
  oid,
  sequence,
  set,
  time,
} from './der-writer.ts';
import type { Bytes } from './der-writer.ts';
import { hashNumbers, signBytes, signingAlgorithm } from './make-certificate.ts';
import type { TestCertificate, TestHash } from './make-certificate.ts';

const indirectData = '1.3.6.1.4.1.311.2.1.4';

export interface SigningOptions {
  readonly signer: TestCertificate;
  /** Certificates in the blob; only the signer's where not given. */
  readonly certificates?: readonly TestCertificate[];
  readonly hash?: TestHash;
  /** Hash that the content names, where it is another than the signer's. */
  readonly contentHash?: TestHash;
  readonly stamp?: StampOptions;
  /** A second signature inside of the first one. */
  readonly nested?: SigningOptions;
  /** Changes the signature value. */
  readonly spoil?: boolean;
  /** Content type the attributes name. */
  readonly attributeType?: string;
}

export interface StampOptions {
  readonly kind: 'rfc3161' | 'pkcs9';
  readonly signer: TestCertificate;
  readonly certificates?: readonly TestCertificate[];
  readonly at: string;
  readonly hash?: TestHash;
  /** Stamps something else. */
  readonly wrong?: boolean;
}

export const digest = (hash: TestHash, data: Uint8Array): Bytes =>
  Uint8Array.from(createHash(hash).update(data).digest());
const hashId = (hash: TestHash) => sequence(oid(hashNumbers[hash]), nothing());
const attribute = (type: string, value: Bytes) => sequence(oid(type), set(value));

interface Signing {
  readonly type: string;
  readonly content: Uint8Array;
  readonly signer: TestCertificate;
  readonly hash: TestHash;
  readonly more?: readonly Bytes[];
  readonly unsigned?: (signature: Bytes) => readonly Bytes[];
  readonly spoil?: boolean;
}

function signerInfo({ type, content, signer, hash, more = [], unsigned, spoil = false }: Signing): Bytes {
  // DER sorts a SET OF by its bytes (X.690, 11.6).
  const attributes = [
    attribute('1.2.840.113549.1.9.3', oid(type)),
    attribute('1.2.840.113549.1.9.4', octets(digest(hash, content))),
    ...more,
  ].sort((a, b) => Buffer.compare(a, b));
  const signature = signBytes(signer.key, hash, set(...attributes));
  if (spoil) signature[20] = (signature[20] ?? 0) ^ 1;
  const rest = unsigned?.(signature) ?? [];
  return sequence(
    integer(1),
    sequence(issuerOf(signer), integer(signer.serial)),
    hashId(hash),
    element(0xa0, ...attributes),
    signer.key.kind === 'rsa'
      ? sequence(oid('1.2.840.113549.1.1.1'), nothing())
      : signingAlgorithm(signer.key, hash),
    octets(signature),
    ...(rest.length > 0 ? [element(0xa1, ...rest)] : []),
  );
}

/** Issuer as it stands in the certificate: fourth member of its body. */
function issuerOf({ der }: TestCertificate): Bytes {
  const members = parts(parts(der)[0] ?? der);
  return members[3] ?? new Uint8Array();
}

/** Children of an element. */
function parts(bytes: Bytes): Bytes[] {
  const length = (from: number): [number, number] => {
    const first = bytes[from] ?? 0;
    if (first < 0x80) return [first, from + 1];
    let size = 0;
    for (let index = 1; index <= (first & 0x7f); index += 1) size = size * 256 + (bytes[from + index] ?? 0);
    return [size, from + 1 + (first & 0x7f)];
  };
  let [, at] = length(1);
  const children: Bytes[] = [];
  while (at < bytes.length) {
    const [size, start] = length(at + 1);
    children.push(bytes.slice(at, start + size));
    at = start + size;
  }
  return children;
}

function signedData(
  type: string,
  content: Bytes,
  hashes: readonly TestHash[],
  certificates: readonly TestCertificate[],
  signer: Bytes,
): Bytes {
  const data = sequence(
    integer(1),
    set(...hashes.map(hashId)),
    sequence(oid(type), explicit(0, content)),
    element(0xa0, ...certificates.map(({ der }) => der)),
    set(signer),
  );
  return sequence(oid('1.2.840.113549.1.7.2'), explicit(0, data));
}

function stampToken(stamp: StampOptions, signature: Bytes): Bytes {
  const { signer, certificates = [signer], at, hash = 'sha256', wrong = false } = stamp;
  const imprint = sequence(hashId(hash), octets(digest(hash, wrong ? new Uint8Array(1) : signature)));
  const info = sequence(integer(1), oid('1.2.3.4.1'), imprint, integer(7), time(at));
  const type = '1.2.840.113549.1.9.16.1.4';
  const by = signerInfo({ type, content: info, signer, hash });
  return signedData(type, octets(info), [hash], certificates, by);
}

function stampAttribute(stamp: StampOptions, signature: Bytes): Bytes {
  if (stamp.kind === 'rfc3161') return attribute('1.3.6.1.4.1.311.3.3.1', stampToken(stamp, signature));
  const { signer, at, hash = 'sha1', wrong = false } = stamp;
  const counter = signerInfo({
    type: '1.2.840.113549.1.7.1',
    content: wrong ? new Uint8Array(1) : signature,
    signer,
    hash,
    more: [attribute('1.2.840.113549.1.9.5', time(at))],
  });
  return attribute('1.2.840.113549.1.9.6', counter);
}

/** What the digest covers of a cabinet with the twenty reserved bytes. */
function covered(cabinet: Uint8Array, seal: number): Bytes {
  return joined(cabinet.subarray(0, 4), cabinet.subarray(8, 34), cabinet.subarray(56, seal));
}

function blobFor(data: Uint8Array, options: SigningOptions): Bytes {
  const { signer, certificates = [signer], hash = 'sha256', contentHash = hash, stamp, nested } = options;
  const spc = sequence(oid('1.3.6.1.4.1.311.2.1.25'), explicit(2, element(0x80)));
  const members = joined(spc, sequence(hashId(contentHash), octets(digest(contentHash, data))));
  const info = signerInfo({
    type: options.attributeType ?? indirectData,
    content: members,
    signer,
    hash,
    spoil: options.spoil ?? false,
    unsigned: (signature) => [
      ...(stamp ? [stampAttribute(stamp, signature)] : []),
      ...(nested ? [attribute('1.3.6.1.4.1.311.2.4.1', blobFor(data, nested))] : []),
    ],
  });
  const stampers = stamp?.kind === 'pkcs9' ? (stamp.certificates ?? [stamp.signer]) : [];
  return signedData(indirectData, sequence(members), [hash], [...certificates, ...stampers], info);
}

/** Signs a cabinet that has room for it (`writeCabinet` with `signature: 1`): the blob is put at its end. */
export function signCabinet(roomy: Uint8Array, options: SigningOptions): Bytes {
  const seal = new DataView(roomy.buffer, roomy.byteOffset).getUint32(8, true);
  return sealWith(roomy, blobFor(covered(roomy, seal), options));
}

/** Puts any blob where the signature belongs. */
export function sealWith(roomy: Uint8Array, blob: Uint8Array): Bytes {
  const seal = new DataView(roomy.buffer, roomy.byteOffset).getUint32(8, true);
  const signed = joined(roomy.subarray(0, seal), blob);
  const view = new DataView(signed.buffer);
  view.setUint32(44, seal, true);
  view.setUint32(48, blob.length, true);
  return signed;
}

/** The blob of a signed cabinet. */
export function blobOf(signed: Uint8Array): Uint8Array {
  const view = new DataView(signed.buffer, signed.byteOffset);
  const at = view.getUint32(44, true);
  return signed.slice(at, at + view.getUint32(48, true));
}
