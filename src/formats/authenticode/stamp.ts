/** Counter-signatures that say when something was signed: RFC 3161 tokens, and PKCS#9. */
import { digestOf, readHash } from './algorithms.ts';
import type { HashName } from './algorithms.ts';
import type { Certificate } from './certificate.ts';
import { findChain, purposes, validity } from './chain.ts';
import type { FoundChain } from './chain.ts';
import { childrenOf, expectTag, hex, readDer, tags } from './der.ts';
import type { Der } from './der.ts';
import { SignatureFault } from './problem.ts';
import { contentTypes, readSignedData, readSignerInfo } from './signed-data.ts';
import type { SignedData, SignerInfo } from './signed-data.ts';
import { attributeNumbers, certificateOf, checkSigner } from './signer.ts';
import { readTime } from './time.ts';

export interface Stamp {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly hash: HashName;
  readonly chain: FoundChain;
  /** Its chain ends at an imported root, and was valid at that time. */
  readonly trusted: boolean;
}

/**
 * The counter-signature of a signer, checked; null where there is none. A token of RFC 3161 counts
 * before one of PKCS#9. Throws `SignatureFault` `stamp-wrong` for one that is there and wrong.
 */
export async function readStamp(
  { certificates, signer }: SignedData,
  trusted: readonly Certificate[],
): Promise<Stamp | null> {
  const [token] = signer.unsigned.get(attributeNumbers.timeStampToken) ?? [];
  const [counter] = signer.unsigned.get(attributeNumbers.counterSignature) ?? [];
  try {
    if (token) return await readToken(token, signer, certificates, trusted);
    return counter ? await readCounterSignature(counter, signer, certificates, trusted) : null;
  } catch (error) {
    if (!(error instanceof SignatureFault) || error.problem === 'no-cryptography') throw error;
    throw new SignatureFault('stamp-wrong', error.message);
  }
}

async function readToken(
  element: Der,
  over: SignerInfo,
  outer: readonly Certificate[],
  trusted: readonly Certificate[],
): Promise<Stamp> {
  const token = await readSignedData(element);
  if (token.contentType !== contentTypes.timeStamp) throw new SignatureFault('structure', 'token');
  const { content } = expectTag(token.content, tags.octetString);
  // TSTInfo (RFC 3161, 2.4.2): version, policy, messageImprint, serialNumber, genTime …
  const [, , imprint, , time] = childrenOf(expectTag(readDer(content), tags.sequence));
  const [algorithm, digest] = childrenOf(expectTag(imprint, tags.sequence));
  const hash = readHash(algorithm);
  if (hex(expectTag(digest, tags.octetString).content) !== (await digestOf(hash, over.signature))) {
    throw new SignatureFault('stamp-wrong', 'of another signature');
  }
  const at = readTime(time);
  const pool = [...token.certificates, ...outer];
  const signerHash = await checkStamper(token.signer, pool, contentTypes.timeStamp, content);
  const weaker = hash === 'SHA-1' ? hash : signerHash;
  return stampOf(token.signer, pool, trusted, at, weaker);
}

async function readCounterSignature(
  element: Der,
  over: SignerInfo,
  pool: readonly Certificate[],
  trusted: readonly Certificate[],
): Promise<Stamp> {
  const counter = readSignerInfo(element);
  const [time] = counter.attributes.get(attributeNumbers.signingTime) ?? [];
  const hash = await checkStamper(counter, pool, contentTypes.data, over.signature);
  return stampOf(counter, pool, trusted, readTime(time), hash);
}

function checkStamper(
  signer: SignerInfo,
  pool: readonly Certificate[],
  contentType: string,
  content: Uint8Array,
): Promise<HashName> {
  return checkSigner(signer, stamperOf(signer, pool), contentType, content);
}

function stamperOf(signer: SignerInfo, pool: readonly Certificate[]): Certificate {
  const certificate = certificateOf(signer, pool);
  if (certificate === null) throw new SignatureFault('signer-missing', 'stamp');
  return certificate;
}

async function stampOf(
  signer: SignerInfo,
  pool: readonly Certificate[],
  trusted: readonly Certificate[],
  at: number,
  hash: HashName,
): Promise<Stamp> {
  const question = { signer: stamperOf(signer, pool), pool, trusted, purpose: purposes.timeStamping, at };
  const chain = await findChain(question);
  if (chain.end === 'invalid') throw new SignatureFault('stamp-wrong', chain.problem ?? '');
  const isTrusted = chain.end === 'to-trusted-root' && validity(chain.certificates, at) === 'valid';
  return { at, hash, chain, trusted: isTrusted };
}
