/**
 * Where a cabinet keeps its signature, and what the signature covers.
 *
 * CFHEADER with the reserve flag has 20 reserved bytes (MS-CAB 2.1): `00 00 10 00`, offset and size of
 * the PKCS#7 blob behind the cabinet, eight bytes of nothing. The digest is over bytes 0 to 3, 8 to 33
 * and 56 to the blob: reserved1 (4), the number in a set (34), the sizes of the reserved areas (36) and
 * the reserved bytes up to the last four are left out. Found by turning single bits of a cabinet
 * that `osslsigncode` signed; a test does the same.
 */
import type { FileSource, ReadContext } from '../format.ts';
import { readBytes } from '../read-bytes.ts';
import { createSHA1, createSHA256, createSHA384, createSHA512 } from 'hash-wasm';
import type { HashName } from './algorithms.ts';
import { sameBytes } from './der.ts';
import { signatureLimits } from './limits.ts';
import { SignatureFault } from './problem.ts';

const reserveFlag = 4;
const headBytes = 60;
const reservedAt = 36;
const reservedBytes = 20;
/** Sizes of the reserved areas of header, folders and data, then the mark; no digest covers them. */
const reserved = Uint8Array.of(reservedBytes, 0, 0, 0, 0, 0, 0x10, 0);

/** Place of the signature in the file. */
export interface Seal {
  readonly at: number;
  readonly bytes: number;
}

/**
 * Finds the signature; null where the cabinet has none.
 *
 * Throws `SignatureFault`: `outside-file`, `too-large`, `data-behind`, `header-altered`; `FormatError`
 * as the medium fails.
 */
export async function findSeal(file: FileSource): Promise<Seal | null> {
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  const view = new DataView(head.buffer);
  if (head.length < headBytes || (view.getUint16(30, true) & reserveFlag) === 0) return null;
  if (view.getUint16(reservedAt, true) < reservedBytes) return null;
  const at = view.getUint32(44, true);
  const bytes = view.getUint32(48, true);
  if (bytes === 0) return null;
  const cabinetBytes = view.getUint32(8, true);
  // A signature that begins inside of the cabinet would leave the rest of it without a digest.
  if (at < headBytes || at < cabinetBytes || at + bytes > file.size) throw new SignatureFault('outside-file');
  if (bytes > signatureLimits.maxBytes) throw new SignatureFault('too-large', String(bytes));
  if (at + bytes !== file.size) throw new SignatureFault('data-behind');
  if (at !== cabinetBytes || view.getUint32(4, true) !== 0) throw new SignatureFault('header-altered');
  if (!sameBytes(head.subarray(reservedAt, reservedAt + reserved.length), reserved)) {
    throw new SignatureFault('header-altered');
  }
  return { at, bytes };
}

const makers = {
  'SHA-1': createSHA1,
  'SHA-256': createSHA256,
  'SHA-384': createSHA384,
  'SHA-512': createSHA512,
} as const;

/**
 * SHA-256 of the file and the digests of what a signature covers, lower-case hex, in one pass over the file
 * with flat memory. Throws `FormatError` as `readBytes` does.
 */
export async function cabinetDigests(
  file: FileSource,
  seal: Seal | null,
  hashes: readonly HashName[],
  context: ReadContext,
): Promise<{ readonly sha256: string; readonly digests: ReadonlyMap<HashName, string> }> {
  const whole = await createSHA256();
  const running = await Promise.all(hashes.map(async (hash) => ({ hash, state: await makers[hash]() })));
  const covered = [
    [0, 4],
    [8, 34],
    [56, seal?.at ?? 56],
  ] as const;
  let done = 0;
  for await (const piece of readBytes(file, context)) {
    whole.update(piece);
    for (const [from, to] of running.length === 0 ? [] : covered) {
      const part = piece.subarray(Math.max(from - done, 0), Math.max(to - done, 0));
      if (part.length > 0) for (const { state } of running) state.update(part);
    }
    done += piece.length;
  }
  const digests = new Map(running.map(({ hash, state }) => [hash, state.digest('hex')]));
  return { sha256: whole.digest('hex'), digests };
}
