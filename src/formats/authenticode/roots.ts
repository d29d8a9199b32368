/** Root certificates as sites get them: DER, PEM with several, or a `.p7b` (PKCS#7 with certificates only). */
import { reject } from '../../domain/index.ts';
import type { Result, TrustedRoot } from '../../domain/index.ts';
import type { FileSource } from '../format.ts';
import { isSelfIssued, readCertificate } from './certificate.ts';
import type { Certificate } from './certificate.ts';
import { childrenOf, context, expectTag, readDer, readOid, tags } from './der.ts';
import { signatureLimits } from './limits.ts';
import { SignatureFault } from './problem.ts';
import { contentTypes, readCertificates } from './signed-data.ts';

/** A root as it was read: without who imported it and when. */
export type RootCertificate = Omit<TrustedRoot, 'importedAt' | 'importedBy'>;

export interface RootsOfFile {
  readonly roots: readonly RootCertificate[];
  /** Subjects of certificates that are no roots: they have an issuer, and are of no use here. */
  readonly others: readonly string[];
}

/**
 * Reads the roots of a file. A root is a certificate that names itself as its issuer; its signature on
 * itself says nothing that the person who imports it does not have to know anyway.
 *
 * Rejections: `root-not-understood` (details: problem), `root-missing` (only certificates that others
 * issued), `file-too-large`, `file-unreadable`.
 */
export async function readRoots(file: FileSource): Promise<Result<RootsOfFile>> {
  const { maxRootFileBytes: maximum } = signatureLimits;
  if (file.size > maximum) return reject('file-too-large', file.name, '', { bytes: file.size, maximum });
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const certificates = (await Promise.all(blobsOf(bytes).map(certificatesOf))).flat();
    const roots = certificates.filter(isSelfIssued).map((certificate) => rootOf(certificate, file.name));
    const others = certificates.filter((one) => !isSelfIssued(one)).map(({ subject }) => subject.text);
    if (roots.length > 0) return { ok: true, value: { roots, others } };
    return reject('root-missing', file.name, '', { subject: others[0] ?? '' });
  } catch (error) {
    if (error instanceof SignatureFault) {
      return reject('root-not-understood', file.name, '', { problem: error.problem });
    }
    if (error instanceof DOMException) return reject('file-unreadable', file.name, '', { cause: error.name });
    throw error;
  }
}

/** The certificates of stored roots, ready for checking. */
export async function trustedCertificates(roots: readonly TrustedRoot[]): Promise<readonly Certificate[]> {
  return Promise.all(roots.map(({ certificate }) => readCertificate(readDer(fromBase64(certificate)))));
}

const pemBlock = /-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]*)-----END \1-----/g;
const pemNames = ['CERTIFICATE', 'X509 CERTIFICATE', 'TRUSTED CERTIFICATE', 'PKCS7', 'CMS'];

/** The DER in a file: the file itself, or every PEM block of it that holds certificates. */
function blobsOf(bytes: Uint8Array<ArrayBuffer>): readonly Uint8Array<ArrayBuffer>[] {
  if (bytes[0] === tags.sequence) return [bytes];
  const text = new TextDecoder('latin1').decode(bytes);
  const blocks = [...text.matchAll(pemBlock)].filter(([, name]) => pemNames.includes(name ?? ''));
  if (blocks.length === 0) throw new SignatureFault('not-der', 'no certificate');
  if (blocks.length > signatureLimits.maxCertificates) throw new SignatureFault('too-many-certificates');
  return blocks.map(([, , body]) => fromBase64((body ?? '').replace(/\s/g, '')));
}

async function certificatesOf(blob: Uint8Array<ArrayBuffer>): Promise<readonly Certificate[]> {
  const whole = expectTag(readDer(blob), tags.sequence);
  const [first, second] = childrenOf(whole);
  if (first?.tag !== tags.oid) return [await readCertificate(whole)];
  if (readOid(first) !== contentTypes.signedData) throw new SignatureFault('structure', 'content type');
  const [data] = childrenOf(expectTag(second, context(0)));
  const members = childrenOf(expectTag(data, tags.sequence));
  return readCertificates(members.slice(3).find(({ tag }) => tag === context(0)));
}

function rootOf({ der, sha256, subject, notBefore, notAfter }: Certificate, file: string): RootCertificate {
  return {
    subject: subject.text,
    sha256,
    notBefore: new Date(notBefore).toISOString(),
    notAfter: new Date(notAfter).toISOString(),
    certificate: toBase64(der),
    file,
  };
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch (cause) {
    throw new SignatureFault('not-der', String(cause));
  }
}
