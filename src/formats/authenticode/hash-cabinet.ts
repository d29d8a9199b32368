/** Everything of a cabinet that checking its signatures asks for, in one pass over the file. */
import type { SignatureProblem } from '../../domain/index.ts';
import type { FileSource, ReadContext } from '../format.ts';
import type { HashName } from './algorithms.ts';
import { cabinetDigests, findSeal } from './cabinet-seal.ts';
import type { Seal } from './cabinet-seal.ts';
import { expectTag, readDer, tags } from './der.ts';
import type { Der } from './der.ts';
import { signedDigest } from './indirect-data.ts';
import type { SignedDigest } from './indirect-data.ts';
import { signatureLimits } from './limits.ts';
import { SignatureFault } from './problem.ts';
import { readSignedData } from './signed-data.ts';
import type { SignedData } from './signed-data.ts';
import { attributeNumbers } from './signer.ts';

/** A signature that was read, with what it says it signed. */
export interface ReadSignature {
  readonly data: SignedData;
  readonly signed: SignedDigest;
}

export interface HashedCabinet {
  /** Of the whole file, lower-case hex. */
  readonly sha256: string;
  /** The outer one, then those nested in it; none = the cabinet is not signed, or there is a problem. */
  readonly signatures: readonly ReadSignature[];
  /** Of what signatures cover, by each algorithm that one of them names; lower-case hex. */
  readonly digests: ReadonlyMap<HashName, string>;
  /** Why there is a signature that cannot be read. */
  readonly problem: SignatureProblem | null;
}

/**
 * SHA-256 of a file and the digests its signatures speak of, in one pass with flat memory: the signatures
 * lie at its end and are read first. Progress goes to `context.onBytes`.
 *
 * Throws `FormatError` as `readBytes` does (cancelled, changed while read, unreadable); a signature that
 * cannot be read is in the result.
 */
export async function hashCabinet(file: FileSource, context: ReadContext): Promise<HashedCabinet> {
  let seal: Seal | null = null;
  let signatures: readonly ReadSignature[] = [];
  let problem: SignatureProblem | null = null;
  try {
    seal = await findSeal(file);
    if (seal !== null) signatures = await readSignatures(file, seal);
  } catch (error) {
    if (!(error instanceof SignatureFault)) throw error;
    problem = error.problem;
  }
  const hashes = [...new Set(signatures.map(({ signed }) => signed.hash))];
  const { sha256, digests } = await cabinetDigests(file, seal, hashes, context);
  return { sha256, signatures, digests, problem };
}

async function readSignatures(file: FileSource, { at, bytes }: Seal): Promise<readonly ReadSignature[]> {
  const blob = new Uint8Array(await file.slice(at, at + bytes).arrayBuffer());
  const outer = readDer(blob);
  // Signers round the length up to eight bytes.
  const rest = blob.subarray(outer.whole.length);
  if (rest.length > 7 || rest.some((byte) => byte !== 0)) throw new SignatureFault('data-behind');
  const first = await readOne(outer);
  const nested = first.data.signer.unsigned.get(attributeNumbers.nestedSignature) ?? [];
  if (nested.length > signatureLimits.maxNested) throw new SignatureFault('structure', 'nested signatures');
  const all = [first];
  for (const one of nested) all.push(await readOne(one));
  return all;
}

async function readOne(element: Der): Promise<ReadSignature> {
  const data = await readSignedData(expectTag(element, tags.sequence));
  return { data, signed: signedDigest(data) };
}
