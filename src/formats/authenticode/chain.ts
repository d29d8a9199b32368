/** Chains from a signer to a root, within bounds (RFC 5280, section 6.1, without policies and revocation). */
import type { SignatureProblem } from '../../domain/index.ts';
import { isSelfIssued, keyUsages } from './certificate.ts';
import type { Certificate } from './certificate.ts';
import { sameBytes } from './der.ts';
import { signatureLimits } from './limits.ts';
import { SignatureFault } from './problem.ts';
import { verifyBytes } from './verify-bytes.ts';

export const purposes = {
  codeSigning: '1.3.6.1.5.5.7.3.3',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  any: '2.5.29.37.0',
  /** Microsoft: a counter-signature does not lengthen the life of such a signature. */
  lifetimeSigning: '1.3.6.1.4.1.311.10.3.13',
} as const;

export interface FoundChain {
  readonly end: 'to-trusted-root' | 'to-unknown-root' | 'incomplete' | 'invalid';
  /** Signer first. */
  readonly certificates: readonly Certificate[];
  readonly problem: SignatureProblem | null;
}

export interface ChainQuestion {
  readonly signer: Certificate;
  /** Certificates of the file, in no order. */
  readonly pool: readonly Certificate[];
  readonly trusted: readonly Certificate[];
  readonly purpose: string;
  /** Milliseconds since 1970 at which all should be valid: such a chain is preferred. */
  readonly at: number;
}

const ranks = { 'to-trusted-root': 3, 'to-unknown-root': 2, incomplete: 1, invalid: 0 } as const;

/**
 * The best chain there is: to a trusted root and valid at the time asked for, before others. Looking
 * ends after a number of signature checks, so cycles and floods of certificates cost little.
 *
 * Throws `SignatureFault` `no-cryptography`.
 */
export async function findChain(question: ChainQuestion): Promise<FoundChain> {
  const fault = signerFault(question);
  if (fault !== null) return { end: 'invalid', certificates: [question.signer], problem: fault };
  const search = new Search(question);
  await search.from([question.signer]);
  return search.best ?? { end: 'invalid', certificates: [question.signer], problem: 'chain-too-long' };
}

/** Whether all certificates are valid at a time; `expired` counts before `not-yet-valid`. */
export function validity(chain: readonly Certificate[], at: number): 'valid' | 'expired' | 'not-yet-valid' {
  if (chain.some(({ notAfter }) => at > notAfter)) return 'expired';
  return chain.some(({ notBefore }) => at < notBefore) ? 'not-yet-valid' : 'valid';
}

function signerFault({ signer, purpose }: ChainQuestion): SignatureProblem | null {
  const { extensions } = signer;
  if (extensions.notUnderstood.length > 0) return 'extension-not-understood';
  if (!extensions.purposes?.includes(purpose)) return 'usage-wrong';
  const { keyUsage } = extensions;
  return keyUsage !== null && (keyUsage & keyUsages.digitalSignature) === 0 ? 'usage-wrong' : null;
}

class Search {
  best: FoundChain | null = null;
  #bestRank = -1;
  #checks = 0;

  constructor(private readonly question: ChainQuestion) {}

  async from(chain: readonly Certificate[]): Promise<void> {
    const last = chain.at(-1);
    if (last === undefined) return;
    const { trusted, pool } = this.question;
    if (trusted.some(({ sha256 }) => sha256 === last.sha256)) {
      this.#take('to-trusted-root', chain, null);
      return;
    }
    const above = [...trusted, ...pool].filter((other) => mayHaveIssued(other, last, chain));
    if (above.length === 0) {
      this.#take(isSelfIssued(last) ? 'to-unknown-root' : 'incomplete', chain, null);
      return;
    }
    if (chain.length === signatureLimits.maxChain) {
      this.#take('invalid', chain, 'chain-too-long');
      return;
    }
    for (const issuer of byKeyId(above, last)) {
      // Nothing is better than this.
      if (this.#bestRank === ranks['to-trusted-root'] * 2 + 1) return;
      await this.#through(issuer, chain, last);
    }
  }

  async #through(issuer: Certificate, chain: readonly Certificate[], last: Certificate): Promise<void> {
    const longer = [...chain, issuer];
    if (this.#checks === signatureLimits.maxChainChecks) {
      this.#take('invalid', longer, 'chain-too-long');
      return;
    }
    this.#checks += 1;
    const isTrusted = this.question.trusted.includes(issuer);
    const problem =
      issuerFault(issuer, chain, this.question.purpose, isTrusted) ?? (await linkFault(issuer, last));
    if (problem === null) await this.from(longer);
    else this.#take('invalid', longer, problem);
  }

  #take(
    end: FoundChain['end'],
    certificates: readonly Certificate[],
    problem: SignatureProblem | null,
  ): void {
    const inTime = validity(certificates, this.question.at) === 'valid';
    const rank = ranks[end] * 2 + (inTime ? 1 : 0);
    if (rank <= this.#bestRank) return;
    this.#bestRank = rank;
    this.best = { end, certificates, problem };
  }
}

function mayHaveIssued(issuer: Certificate, last: Certificate, chain: readonly Certificate[]): boolean {
  // The same name and key again is a circle, whatever certificate it stands in.
  const inChain = chain.some(
    ({ subject, key }) =>
      sameBytes(subject.bytes, issuer.subject.bytes) &&
      sameBytes(key?.spki ?? empty, issuer.key?.spki ?? empty),
  );
  return !inChain && sameBytes(issuer.subject.bytes, last.issuer.bytes) && mayHaveThatKey(issuer, last);
}

const empty = new Uint8Array();

/** Both say which key it is, and say different ones: another authority of the same name. */
function mayHaveThatKey(issuer: Certificate, last: Certificate): boolean {
  const [own, wanted] = [issuer.extensions.keyId, last.extensions.issuerKeyId];
  return own === '' || wanted === '' || own === wanted;
}

/** Those whose key identifier is the one asked for come first. */
function byKeyId(issuers: readonly Certificate[], { extensions }: Certificate): readonly Certificate[] {
  const fits = ({ extensions: { keyId } }: Certificate) => keyId !== '' && keyId === extensions.issuerKeyId;
  return [...issuers].sort((a, b) => Number(fits(b)) - Number(fits(a)));
}

function issuerFault(
  { extensions }: Certificate,
  below: readonly Certificate[],
  purpose: string,
  isTrusted: boolean,
): SignatureProblem | null {
  const { isAuthority, maxPath, keyUsage } = extensions;
  // Roots of the nineties say nothing of themselves; the site says it of them.
  if (isAuthority === false || (isAuthority === null && !isTrusted)) return 'issuer-no-authority';
  if (keyUsage !== null && (keyUsage & keyUsages.certificateSigning) === 0) return 'issuer-no-authority';
  if (extensions.notUnderstood.length > 0) return 'extension-not-understood';
  if (extensions.purposes && !extensions.purposes.some((one) => one === purpose || one === purposes.any)) {
    return 'usage-wrong';
  }
  // Certificates between this one and the signer; self-issued ones do not count (RFC 5280, 4.2.1.9).
  const between = below.slice(1).filter((certificate) => !isSelfIssued(certificate)).length;
  return maxPath !== null && between > maxPath ? 'chain-too-long' : null;
}

async function linkFault(issuer: Certificate, last: Certificate): Promise<SignatureProblem | null> {
  const { signing, signed, signature } = last;
  if (signing?.hash === undefined || signing.hash === null || issuer.key === null) {
    return 'algorithm-not-supported';
  }
  try {
    const right = await verifyBytes(issuer.key, signing, signing.hash, signature, signed);
    return right ? null : 'chain-signature-wrong';
  } catch (error) {
    if (error instanceof SignatureFault && error.problem !== 'no-cryptography') return error.problem;
    throw error;
  }
}
