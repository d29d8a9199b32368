/** The whole check of a cabinet's signature: four findings, each by itself. */
import { unsignedCatalog } from '../../domain/index.ts';
import type { CatalogSignature, CertificateName, SignatureProblem, WeakPart } from '../../domain/index.ts';
import type { HashName } from './algorithms.ts';
import type { Certificate } from './certificate.ts';
import { findChain, purposes, validity } from './chain.ts';
import type { FoundChain } from './chain.ts';
import type { HashedCabinet, ReadSignature } from './hash-cabinet.ts';
import { SignatureFault } from './problem.ts';
import { certificateOf, checkSigner } from './signer.ts';
import { readStamp } from './stamp.ts';
import type { Stamp } from './stamp.ts';
import { isWeak, weakInChain } from './weakness.ts';

export interface CheckContext {
  readonly trusted: readonly Certificate[];
  /** Milliseconds since 1970: the time of checking. */
  readonly at: number;
}

/**
 * Checks every signature of a cabinet: the outer one, and those nested in it (signers add a second one
 * with a newer algorithm). One that is wrong decides; else the one that proves most.
 *
 * Reads nothing of the file any more; everything about the signature is in the result.
 */
export async function checkCabinet(
  { signatures, digests, problem }: HashedCabinet,
  context: CheckContext,
): Promise<CatalogSignature> {
  const nothing = unsignedCatalog(context.at);
  if (problem !== null) return { ...nothing, presence: 'signed', problem };
  const results: CatalogSignature[] = [];
  for (const one of signatures) results.push(await new Check(one, digests, context).run());
  return results.sort((a, b) => merit(b) - merit(a))[0] ?? nothing;
}

/** Order of results: what is wrong first, then trusted, strong, in time. */
function merit({ problem, chain, weak, time }: CatalogSignature): number {
  if (problem !== null) return 1000;
  const order = ['not-checked', 'incomplete', 'to-unknown-root', 'to-trusted-root'].indexOf(chain);
  const inTime = time === 'valid-today' || time === 'valid-when-stamped';
  return order * 4 + (inTime ? 2 : 0) + (weak.length === 0 ? 1 : 0);
}

class Check {
  #found: CatalogSignature;

  constructor(
    private readonly read: ReadSignature,
    private readonly digests: ReadonlyMap<HashName, string>,
    private readonly context: CheckContext,
  ) {
    const { hash } = read.signed;
    this.#found = {
      ...unsignedCatalog(context.at),
      presence: 'signed',
      digestAlgorithm: hash,
      weak: isWeak(hash) ? ['digest'] : [],
    };
  }

  async run(): Promise<CatalogSignature> {
    const steps = [() => this.#digest(), () => this.#signature(), () => this.#chainAndTime()];
    for (const step of steps) {
      if (this.#found.problem === null) await this.#guarded(step);
    }
    return this.#found;
  }

  /** A fault inside of a step is its finding; what follows stays unchecked. */
  async #guarded(step: () => Promise<void> | void): Promise<void> {
    try {
      await step();
    } catch (error) {
      if (!(error instanceof SignatureFault)) throw error;
      this.#note({ problem: error.problem, ...faultFindings(error.problem) });
    }
  }

  #note(found: Partial<CatalogSignature>): void {
    this.#found = { ...this.#found, ...found };
  }

  #weak(parts: readonly WeakPart[]): void {
    this.#note({ weak: [...new Set([...this.#found.weak, ...parts])] });
  }

  #digest(): void {
    const { hash, digest } = this.read.signed;
    const matches = this.digests.get(hash) === digest;
    this.#note({ digest: matches ? 'matches' : 'differs', problem: matches ? null : 'digest-differs' });
  }

  async #signature(): Promise<void> {
    const { data } = this.read;
    const certificate = certificateOf(data.signer, data.certificates);
    if (certificate === null) throw new SignatureFault('signer-missing');
    const { key } = certificate;
    const size = key === null ? '' : key.kind === 'EC' ? key.curve : String(key.bits);
    this.#note({
      signer: nameOf(certificate),
      signerName: certificate.subject.organization,
      signatureAlgorithm: `${data.signer.signing.kind} ${size} ${data.signer.hash}`.replace('  ', ' '),
    });
    // The digest is over the members of the sequence, without its tag and length (RFC 2315, 9.3).
    const hash = await checkSigner(data.signer, certificate, data.contentType, data.content.content);
    this.#note({ signature: 'valid' });
    if (isWeak(hash)) this.#weak(['signature']);
  }

  async #chainAndTime(): Promise<void> {
    const { data } = this.read;
    const signer = certificateOf(data.signer, data.certificates);
    if (signer === null) return;
    const { trusted, at } = this.context;
    const stamp = await readStamp(data, trusted);
    // Such a signature ends with its certificate, whatever a counter-signature says.
    const lifetime = signer.extensions.purposes?.includes(purposes.lifetimeSigning) === true;
    const believed = stamp !== null && stamp.trusted && !lifetime;
    const pool = data.certificates;
    const question = { signer, pool, trusted, purpose: purposes.codeSigning, at: believed ? stamp.at : at };
    const chain = await findChain(question);
    this.#noteChain(chain);
    if (stamp) this.#noteStamp(stamp);
    if (chain.end === 'invalid') return;
    this.#note({ time: timeOf(chain, stamp, lifetime, at) });
  }

  #noteChain({ end, certificates, problem }: FoundChain): void {
    const last = certificates.at(-1);
    const isRoot = end === 'to-trusted-root' || end === 'to-unknown-root';
    this.#note({
      chain: end,
      problem,
      root: isRoot && last ? nameOf(last) : null,
      missingIssuer: end === 'incomplete' && last ? last.issuer.text : '',
    });
    this.#weak(weakInChain(certificates));
  }

  #noteStamp({ at, hash, chain }: Stamp): void {
    const last = chain.certificates.at(-1);
    const isRoot = chain.end === 'to-trusted-root' || chain.end === 'to-unknown-root';
    this.#note({
      signedAt: new Date(at).toISOString(),
      stampRoot: isRoot && last ? nameOf(last) : null,
    });
    if (isWeak(hash)) this.#weak(['stamp']);
  }
}

function timeOf(
  { certificates }: FoundChain,
  stamp: Stamp | null,
  lifetime: boolean,
  at: number,
): CatalogSignature['time'] {
  const today = validity(certificates, at);
  if (stamp === null || lifetime) return today === 'valid' ? 'valid-today' : today;
  const then = validity(certificates, stamp.at);
  if (stamp.trusted) return then === 'valid' ? 'valid-when-stamped' : then;
  if (today === 'valid') return 'valid-today';
  return then === 'valid' ? 'stamp-not-trusted' : today;
}

/** Which finding a fault is. */
function faultFindings(problem: SignatureProblem): Partial<CatalogSignature> {
  if (problem === 'stamp-wrong') return { time: 'stamp-invalid' };
  const wrong: readonly SignatureProblem[] = ['attributes-wrong', 'signature-wrong', 'signer-missing'];
  return wrong.includes(problem) ? { signature: 'invalid' } : {};
}

function nameOf({ subject, sha256 }: Certificate): CertificateName {
  return { subject: subject.text, sha256 };
}
