import { Inflate } from 'fflate';
import { createCRC32 } from 'hash-wasm';
import { FormatError, formatError } from '../format-error.ts';
import type { FileSource, ReadContext } from '../format.ts';
import { readBytes } from '../read-bytes.ts';
import type { ArchiveLimits } from './limits.ts';

/** Packed bytes unpacked at once: at most 8 MB come of them. */
const stepBytes = 8 * 1024;
const trailerBytes = 8;
const fixedHeader = 10;

/**
 * The content of a gzip file with one member (RFC 1952), check sum and length compared. How far a file
 * that ends early or contradicts itself could be read stands in the rejection.
 *
 * Throws `FormatError`: `cut-off` and `archive-damaged` (details: packed, unpacked), `limit-exceeded`
 * (`archive-entry-bytes`, `archive-total-bytes`, `archive-ratio`), those of `readBytes`.
 */
export async function gunzipped(
  file: FileSource,
  context: ReadContext,
  limits: ArchiveLimits,
): Promise<readonly Uint8Array[]> {
  const start = await headerBytes(file);
  const end = file.size - trailerBytes;
  if (end < start) throw cutOff(file, file.size, 0);
  const trailer = new DataView(await file.slice(end).arrayBuffer());
  const counter = new Counter(file, limits);
  const inflate = new Inflate((piece) => counter.take(piece));
  const crc = (await createCRC32()).init();
  let at = 0;
  try {
    for await (const piece of readBytes(file, context)) {
      const from = Math.max(0, start - at);
      const to = Math.min(piece.length, end - at);
      for (let step = from; step < to; step += stepBytes) {
        counter.packed = at + step;
        inflate.push(piece.subarray(step, Math.min(step + stepBytes, to)));
      }
      at += piece.length;
    }
    counter.packed = end;
    inflate.push(new Uint8Array(0), true);
  } catch (cause) {
    if (cause instanceof FormatError) throw cause;
    if (/unexpected EOF/i.test(String(cause))) throw cutOff(file, counter.packed, counter.bytes);
    throw damaged(file, counter, String(cause).slice(0, 200), cause);
  }
  for (const piece of counter.pieces) crc.update(piece);
  const same =
    parseInt(crc.digest('hex'), 16) === trailer.getUint32(0, true) &&
    counter.bytes % 0x1_0000_0000 === trailer.getUint32(4, true);
  if (!same) throw damaged(file, counter, 'check sum or length differs');
  return counter.pieces;
}

/** Bytes before the packed data: the fixed ten, and what the flags say. */
async function headerBytes(file: FileSource): Promise<number> {
  const head = new Uint8Array(await file.slice(0, 64 * 1024).arrayBuffer());
  const [, , method, flags = 0] = head;
  if (head.length < fixedHeader) throw cutOff(file, head.length, 0);
  if (method !== 8 || (flags & 0xe0) !== 0) {
    throw formatError('archive-not-supported', file.name, '', { archive: 'gzip' });
  }
  let at = fixedHeader;
  if ((flags & 4) !== 0) at += 2 + (head[at] ?? 0) + 256 * (head[at + 1] ?? 0);
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue;
    const zero = head.indexOf(0, at);
    if (zero < 0) throw cutOff(file, head.length, 0);
    at = zero + 1;
  }
  return (flags & 2) === 0 ? at : at + 2;
}

class Counter {
  readonly pieces: Uint8Array[] = [];
  readonly #file: FileSource;
  readonly #limits: ArchiveLimits;
  bytes = 0;
  packed = 0;

  constructor(file: FileSource, limits: ArchiveLimits) {
    this.#file = file;
    this.#limits = limits;
  }

  take(piece: Uint8Array): void {
    const { maxEntryBytes, maxTotalBytes, maxRatio, ratioFloor } = this.#limits;
    this.bytes += piece.length;
    if (this.bytes > maxEntryBytes) throw this.#over('archive-entry-bytes', maxEntryBytes);
    if (this.bytes > maxTotalBytes) throw this.#over('archive-total-bytes', maxTotalBytes);
    if (this.bytes > ratioFloor && this.bytes > this.#file.size * maxRatio) {
      throw this.#over('archive-ratio', maxRatio);
    }
    if (piece.length > 0) this.pieces.push(piece.slice());
  }

  #over(limit: string, maximum: number) {
    return formatError('limit-exceeded', this.#file.name, `byte ${String(this.packed)}`, { limit, maximum });
  }
}

function cutOff(file: FileSource, packed: number, unpacked: number) {
  const place = `byte ${String(packed)}`;
  return formatError('cut-off', file.name, place, { expected: 'end of gzip', packed, unpacked });
}

function damaged(file: FileSource, { packed, bytes }: Counter, message: string, cause?: unknown) {
  const details = { message, packed, unpacked: bytes };
  return formatError('archive-damaged', file.name, `byte ${String(packed)}`, details, cause);
}
