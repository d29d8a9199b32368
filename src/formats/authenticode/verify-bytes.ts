import type { HashName, PublicKey, SigningAlgorithm } from './algorithms.ts';
import { childrenOf, expectTag, readDer, tags } from './der.ts';
import { SignatureFault } from './problem.ts';

/** Smallest RSA key whose signature is looked at; larger than the largest is a waste of time by intent. */
const rsaBits = { least: 1024, most: 16_384 };

/**
 * Whether `key` made `signature` over `data`, by WebCrypto.
 *
 * Throws `SignatureFault`: `no-cryptography` where the platform has none (a page without https),
 * `algorithm-not-supported` for a key of another kind or size.
 */
export async function verifyBytes(
  key: PublicKey,
  signing: SigningAlgorithm,
  hash: HashName,
  signature: Uint8Array<ArrayBuffer>,
  data: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  // Typed as always there, but absent outside of secure contexts (security, section 3).
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) throw new SignatureFault('no-cryptography');
  if ((key.kind === 'EC') !== (signing.kind === 'ECDSA')) throw new SignatureFault('algorithm-mismatch');
  if (key.kind === 'RSA' && (key.bits < rsaBits.least || key.bits > rsaBits.most)) {
    throw new SignatureFault('algorithm-not-supported', `RSA ${String(key.bits)}`);
  }
  if (key.kind === 'EC') {
    const raw = rawSignature(signature, key.pointBytes);
    if (raw === null) return false;
    const kind = { name: 'ECDSA', namedCurve: key.curve };
    const imported = await importKey(subtle, key, kind);
    return imported !== null && subtle.verify({ name: 'ECDSA', hash }, imported, raw, data);
  }
  const name = signing.kind === 'RSA-PSS' ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5';
  const imported = await importKey(subtle, key, { name, hash });
  if (imported === null) return false;
  return subtle.verify({ name, saltLength: signing.saltLength }, imported, signature, data);
}

/** A key that the platform cannot read signs nothing. */
async function importKey(
  subtle: SubtleCrypto,
  { spki }: PublicKey,
  algorithm: RsaHashedImportParams | EcKeyImportParams,
): Promise<CryptoKey | null> {
  try {
    return await subtle.importKey('spki', spki, algorithm, false, ['verify']);
  } catch {
    return null;
  }
}

/** ECDSA-Sig-Value (RFC 3279, 2.2.3) as WebCrypto takes it: two numbers of the size of the curve. */
function rawSignature(der: Uint8Array<ArrayBuffer>, bytes: number): Uint8Array<ArrayBuffer> | null {
  const sequence = expectTag(readDer(der), tags.sequence);
  const raw = new Uint8Array(2 * bytes);
  const numbers = childrenOf(sequence);
  if (numbers.length !== 2 || sequence.whole.length !== der.length) return null;
  for (const [index, number] of numbers.entries()) {
    const { content } = expectTag(number, tags.integer);
    const digits = content[0] === 0 ? content.subarray(1) : content;
    if (digits.length > bytes) return null;
    raw.set(digits, (index + 1) * bytes - digits.length);
  }
  return raw;
}
