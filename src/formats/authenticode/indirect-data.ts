import { hashBytes, readHash } from './algorithms.ts';
import type { HashName } from './algorithms.ts';
import { childrenOf, expectTag, hex, tags } from './der.ts';
import { SignatureFault } from './problem.ts';
import { contentTypes } from './signed-data.ts';
import type { SignedData } from './signed-data.ts';

/** The digest that was signed: SpcIndirectDataContent, `data` and `messageDigest` (Authenticode PE format, 2008). */
export interface SignedDigest {
  readonly hash: HashName;
  /** Lower-case hex. */
  readonly digest: string;
}

/** Throws `SignatureFault`: `structure`, `algorithm-mismatch` where signer and content name other hashes. */
export function signedDigest({ contentType, content, signer }: SignedData): SignedDigest {
  if (contentType !== contentTypes.indirectData) throw new SignatureFault('structure', contentType);
  const [, messageDigest] = childrenOf(expectTag(content, tags.sequence));
  const [algorithm, value] = childrenOf(expectTag(messageDigest, tags.sequence));
  const hash = readHash(algorithm);
  const digest = expectTag(value, tags.octetString).content;
  if (digest.length !== hashBytes[hash] || hash !== signer.hash) {
    throw new SignatureFault('algorithm-mismatch', 'content');
  }
  return { hash, digest: hex(digest) };
}
