import { inflateSync } from 'fflate';
import { formatError } from '../format-error.ts';

/** `MSCF`, little-endian. */
const mark = 0x4643534d;
/** Header without reserved fields (MS-CAB 2.1). */
const headerBytes = 36;
const hasPrevious = 1;
const hasNext = 2;
const hasReserve = 4;
/** MSZIP keeps the last 32 KiB as the dictionary of the next block (MS-MCI 2). */
const windowBytes = 32 * 1024;

/** The one member of a cabinet, unpacked. */
export interface CabinetMember {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Whether bytes begin like a cabinet. */
export function isCabinet(bytes: Uint8Array): boolean {
  return bytes.length >= headerBytes && viewOf(bytes).getUint32(0, true) === mark;
}

/** Name of the first member as far as the given head reaches, or null. */
export function cabinetMember(bytes: Uint8Array): string | null {
  const at = viewOf(bytes).getUint32(16, true) + 16;
  const end = bytes.indexOf(0, at);
  return end < 0 || end - at > 256 ? null : new TextDecoder().decode(bytes.subarray(at, end));
}

/**
 * Unpacks a cabinet of exactly one member, stored or MSZIP (MS-CAB; mssecure, section 1). The check
 * sums of blocks are not compared: the XML is, by its form and its hash.
 *
 * Throws `FormatError`: `cut-off` (with both sizes), `archive-not-supported` (another compression,
 * several members, parts of a set), `name-refused` (a member with a path), `limit-exceeded`.
 */
export function readCabinet(bytes: Uint8Array, file: string, maxBytes: number): CabinetMember {
  const view = viewOf(bytes);
  const expectedBytes = view.getUint32(8, true);
  if (bytes.length < expectedBytes) {
    const actualBytes = bytes.length;
    const expected = `${String(expectedBytes - actualBytes)} of ${String(expectedBytes)} bytes`;
    throw formatError('cut-off', file, `byte ${actualBytes}`, { expected, expectedBytes, actualBytes });
  }
  try {
    return unpack(bytes, view, file, maxBytes);
  } catch (cause) {
    // A length that points outside of the file.
    if (!(cause instanceof RangeError)) throw cause;
    throw formatError('archive-not-supported', file, '', { archive: 'damaged cabinet' }, cause);
  }
}

function unpack(bytes: Uint8Array, view: DataView, file: string, maxBytes: number): CabinetMember {
  const refuse = (found: string) => formatError('archive-not-supported', file, '', { archive: found });
  const flags = view.getUint16(30, true);
  if ((flags & (hasPrevious | hasNext)) !== 0) throw refuse('cabinet in several parts');
  if (view.getUint16(26, true) !== 1 || view.getUint16(28, true) !== 1)
    throw refuse('cabinet with several members');
  const name = cabinetMember(bytes) ?? '';
  if (!/^[^\\/:]+$/.test(name) || name === '..') {
    throw formatError('name-refused', file, '', { name: name.slice(0, 40) });
  }
  const reserve = (flags & hasReserve) !== 0;
  const headerReserve = reserve ? view.getUint16(36, true) : 0;
  const folderAt = headerBytes + (reserve ? 4 + headerReserve : 0);
  const compression = view.getUint16(folderAt + 6, true) & 0xf;
  if (compression > 1) throw refuse(compression === 3 ? 'LZX cabinet' : 'Quantum cabinet');
  const size = view.getUint32(view.getUint32(16, true), true);
  if (size > maxBytes) {
    throw formatError('limit-exceeded', file, name, { limit: 'member-bytes', maximum: maxBytes });
  }
  const blocks = {
    at: view.getUint32(folderAt, true),
    count: view.getUint16(folderAt + 4, true),
    reserve: reserve ? view.getUint8(39) : 0,
    compressed: compression === 1,
  };
  return { name, bytes: unpackBlocks(bytes, view, blocks, size, refuse) };
}

interface Blocks {
  readonly at: number;
  readonly count: number;
  readonly reserve: number;
  readonly compressed: boolean;
}

function unpackBlocks(
  bytes: Uint8Array,
  view: DataView,
  blocks: Blocks,
  size: number,
  refuse: (found: string) => Error,
): Uint8Array {
  const whole = new Uint8Array(size);
  let done = 0;
  let at = blocks.at;
  for (let block = 0; block < blocks.count && done < size; block += 1) {
    const packed = view.getUint16(at + 4, true);
    const unpacked = view.getUint16(at + 6, true);
    const start = at + 8 + blocks.reserve;
    const data = bytes.subarray(start, start + packed);
    if (data.length !== packed || done + unpacked > size) throw refuse('damaged cabinet');
    const plain = blocks.compressed ? inflateBlock(data, unpacked, whole, done, refuse) : data;
    if (plain.length !== unpacked) throw refuse('damaged cabinet');
    whole.set(plain, done);
    done += unpacked;
    at = start + packed;
  }
  if (done !== size) throw refuse('damaged cabinet');
  return whole;
}

/** Each MSZIP block is `CK` and a deflate stream that may look back into the block before it. */
function inflateBlock(
  data: Uint8Array,
  unpacked: number,
  whole: Uint8Array,
  done: number,
  refuse: (found: string) => Error,
): Uint8Array {
  if (data[0] !== 0x43 || data[1] !== 0x4b) throw refuse('damaged cabinet');
  const dictionary = whole.slice(Math.max(0, done - windowBytes), done);
  try {
    const options = done === 0 ? {} : { dictionary };
    return inflateSync(data.subarray(2), { out: new Uint8Array(unpacked), ...options });
  } catch {
    throw refuse('damaged cabinet');
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
