/** Certificates of our own, for tests: keys are made when they are asked for. */
import { createHash, generateKeyPairSync, sign as signWith, constants } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import {
  bits,
  element,
  explicit,
  integer,
  joined,
  nothing,
  octets,
  oid,
  sequence,
  set,
  text,
  time,
  truth,
} from './der-writer.ts';
import type { Bytes } from './der-writer.ts';

export type TestHash = 'sha1' | 'sha256' | 'sha384' | 'sha512' | 'md5';
export type KeyKind = 'ec' | 'ec384' | 'ec521' | 'rsa' | 'rsa1024' | 'pss';

export interface TestKey {
  readonly kind: KeyKind;
  readonly secret: KeyObject;
  readonly spki: Bytes;
}

const kept = new Map<string, TestKey>();

/** A key; the same name gives the same one, for RSA keys take long to make. */
export function testKey(kind: KeyKind, name = ''): TestKey {
  const known = kept.get(`${kind} ${name}`);
  if (known) return known;
  const { privateKey, publicKey } =
    kind === 'rsa' || kind === 'pss'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : kind === 'rsa1024'
        ? generateKeyPairSync('rsa', { modulusLength: 1024 })
        : generateKeyPairSync('ec', { namedCurve: { ec: 'P-256', ec384: 'P-384', ec521: 'P-521' }[kind] });
  const spki = Uint8Array.from(publicKey.export({ type: 'spki', format: 'der' }));
  const key = { kind, secret: privateKey, spki };
  kept.set(`${kind} ${name}`, key);
  return key;
}

export const hashNumbers: Readonly<Record<TestHash, string>> = {
  md5: '1.2.840.113549.2.5',
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
};
const rsaNumbers: Readonly<Record<TestHash, string>> = {
  md5: '1.2.840.113549.1.1.4',
  sha1: '1.2.840.113549.1.1.5',
  sha256: '1.2.840.113549.1.1.11',
  sha384: '1.2.840.113549.1.1.12',
  sha512: '1.2.840.113549.1.1.13',
};
const ecNumbers: Readonly<Partial<Record<TestHash, string>>> = {
  sha1: '1.2.840.10045.4.1',
  sha256: '1.2.840.10045.4.3.2',
  sha384: '1.2.840.10045.4.3.3',
  sha512: '1.2.840.10045.4.3.4',
};

/** AlgorithmIdentifier of a signature. */
export function signingAlgorithm({ kind }: TestKey, hash: TestHash): Bytes {
  if (kind.startsWith('ec')) return sequence(oid(ecNumbers[hash] ?? ''));
  if (kind !== 'pss') return sequence(oid(rsaNumbers[hash]), nothing());
  const digest = sequence(oid(hashNumbers[hash]), nothing());
  const mask = sequence(oid('1.2.840.113549.1.1.8'), digest);
  const salt = explicit(2, integer(32));
  return sequence(oid('1.2.840.113549.1.1.10'), sequence(explicit(0, digest), explicit(1, mask), salt));
}

export function signBytes(key: TestKey, hash: TestHash, data: Uint8Array): Bytes {
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
  const options = key.kind === 'pss' ? { key: key.secret, ...pss } : key.secret;
  return Uint8Array.from(signWith(hash, data, options));
}

export interface CertificateOptions {
  readonly name: string;
  readonly organization?: string;
  readonly serial?: number;
  readonly key: TestKey;
  /** Who signs; nobody = the certificate itself. */
  readonly issuer?: TestCertificate;
  readonly authority?: boolean;
  readonly maxPath?: number;
  readonly purposes?: readonly string[];
  /** Marks extendedKeyUsage as critical, as RFC 3161 wants it of stampers. */
  readonly criticalPurposes?: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly hash?: TestHash;
  /** Number of a critical extension that nobody knows. */
  readonly critical?: string;
  /** Another signature than the issuer's. */
  readonly forged?: boolean;
}

export interface TestCertificate {
  readonly der: Bytes;
  readonly name: Bytes;
  readonly serial: number;
  readonly key: TestKey;
  readonly sha256: string;
}

export const codeSigning = '1.3.6.1.5.5.7.3.3';
export const timeStamping = '1.3.6.1.5.5.7.3.8';

function nameOf({ name, organization }: CertificateOptions): Bytes {
  const part = (type: string, value: string) => set(sequence(oid(type), text(value)));
  return sequence(...(organization ? [part('2.5.4.10', organization)] : []), part('2.5.4.3', name));
}

export function makeCertificate(options: CertificateOptions): TestCertificate {
  const { key, issuer, serial = 1, hash = 'sha256', authority = false, maxPath } = options;
  const name = nameOf(options);
  const extension = (number: string, critical: boolean, value: Bytes) =>
    sequence(oid(number), ...(critical ? [truth(true)] : []), octets(value));
  const path = maxPath === undefined ? [] : [integer(maxPath)];
  const extensions = [
    extension('2.5.29.19', true, sequence(...(authority ? [truth(true), ...path] : []))),
    extension('2.5.29.15', true, authority ? bits(Uint8Array.of(0x06), 1) : bits(Uint8Array.of(0x80), 7)),
    ...(options.purposes
      ? [extension('2.5.29.37', options.criticalPurposes ?? false, sequence(...options.purposes.map(oid)))]
      : []),
    ...(options.critical ? [extension(options.critical, true, nothing())] : []),
  ];
  const signer = issuer?.key ?? key;
  const algorithm = signingAlgorithm(signer, hash);
  const body = sequence(
    explicit(0, integer(2)),
    integer(serial),
    algorithm,
    issuer?.name ?? name,
    sequence(time(options.from ?? '2020-01-01'), time(options.to ?? '2040-01-01')),
    name,
    key.spki,
    explicit(3, sequence(...extensions)),
  );
  const signature = signBytes(signer, hash, options.forged ? joined(body, body) : body);
  const der = sequence(body, algorithm, bits(signature));
  return { der, name, serial, key, sha256: createHash('sha256').update(der).digest('hex') };
}

/** PEM text of a certificate. */
export function pemOf({ der }: TestCertificate): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

/** A `.p7b`: SignedData with certificates and nothing else. */
export function p7bOf(certificates: readonly TestCertificate[]): Bytes {
  const data = sequence(
    integer(1),
    set(),
    sequence(oid('1.2.840.113549.1.7.1')),
    element(0xa0, ...certificates.map(({ der }) => der)),
    set(),
  );
  return sequence(oid('1.2.840.113549.1.7.2'), explicit(0, data));
}
