import type { CabinetFolder, CabinetHeader, CabinetMethod, CabinetNeighbour } from './cabinet.ts';
import type { CabinetLimits } from './limits.ts';
import { textOf } from './member-name.ts';
import { damaged, overLimit } from './refusal.ts';

/** `MSCF`, little-endian. */
const mark = 0x4643534d;
/** CFHEADER without what flags add (MS-CAB 2.1). */
export const headerBytes = 36;
const hasPrevious = 1;
const hasNext = 2;
const hasReserve = 4;
const folderBytes = 8;
/** A name of a member, a cabinet or a disk, with the zero behind it (MS-CAB 2.1, 2.3). */
export const maxName = 256;
const methods: readonly CabinetMethod[] = ['stored', 'mszip', 'quantum', 'lzx'];

/** The header, and where the other tables lie. */
export interface ReadHeader {
  readonly header: CabinetHeader;
  /** Byte where the table of members begins. */
  readonly membersAt: number;
  readonly memberCount: number;
  /** Byte where all tables are known to have ended: where the first data begins. */
  readonly tablesEnd: number;
}

/** Whether bytes begin like a cabinet. */
export function isCabinet(bytes: Uint8Array): boolean {
  return bytes.length >= headerBytes && viewOf(bytes).getUint32(0, true) === mark;
}

/** Name of the first member as it stands in the given beginning of a cabinet, or null: to tell its kind. */
export function firstName(bytes: Uint8Array): string | null {
  const at = viewOf(bytes).getUint32(16, true) + 16;
  const end = bytes.indexOf(0, at);
  return end < 0 || end - at >= maxName ? null : textOf(bytes, at, end, false);
}

/** Bytes of the cabinet by the first 36 bytes of it. */
export function declaredBytes(bytes: Uint8Array): number {
  return viewOf(bytes).getUint32(8, true);
}

/**
 * Reads CFHEADER and the CFFOLDER table (MS-CAB 2.1, 2.2).
 *
 * @param bytes the beginning of the cabinet
 * @returns how many bytes it takes at least where there are too few; never more than all tables have
 * Throws `FormatError`: `archive-damaged`, `limit-exceeded` (`archive-folders`, `archive-members`).
 */
export function readHeader(bytes: Uint8Array, file: string, limits: CabinetLimits): ReadHeader | number {
  if (bytes.length < headerBytes) return headerBytes;
  if (!isCabinet(bytes)) throw damaged(file, 'byte 0', 'no cabinet');
  const view = viewOf(bytes);
  const size = view.getUint32(8, true);
  const membersAt = view.getUint32(16, true);
  if (bytes[25] !== 1) throw damaged(file, 'byte 24', `version ${String(bytes[25])}.${String(bytes[24])}`);
  const folderCount = view.getUint16(26, true);
  const memberCount = view.getUint16(28, true);
  if (folderCount > limits.maxFolders) throw overLimit(file, '', 'archive-folders', limits.maxFolders);
  if (memberCount > limits.maxMembers) throw overLimit(file, '', 'archive-members', limits.maxMembers);
  const flags = view.getUint16(30, true);
  const names = new NameFields(bytes, file, headerBytes);
  let reserve = { header: 0, folder: 0, block: 0 };
  if ((flags & hasReserve) !== 0) {
    if (bytes.length < headerBytes + 4) return headerBytes + 4;
    reserve = { header: view.getUint16(36, true), folder: bytes[38] ?? 0, block: bytes[39] ?? 0 };
    names.at += 4 + reserve.header;
  }
  const previous = (flags & hasPrevious) === 0 ? null : names.neighbour();
  const next = (flags & hasNext) === 0 ? null : names.neighbour();
  if (names.short) return Math.max(names.at, bytes.length) + 1;
  const foldersEnd = names.at + folderCount * (folderBytes + reserve.folder);
  if (bytes.length < foldersEnd) return foldersEnd;
  const folders = Array.from({ length: folderCount }, (_, index) =>
    readFolder(view, names.at + index * (folderBytes + reserve.folder), index),
  );
  const outside = folders.find(({ start, blocks }) => blocks > 0 && start >= size);
  if (outside !== undefined)
    throw damaged(file, `folder ${String(outside.index)}`, 'folder outside the cabinet');
  const starts = folders.filter(({ blocks }) => blocks > 0).map(({ start }) => start);
  const header: CabinetHeader = {
    bytes: size,
    setId: view.getUint16(32, true),
    index: view.getUint16(34, true),
    previous,
    next,
    folders,
    blockReserve: reserve.block,
    signature: reserve.header >= 20 ? signatureOf(view) : null,
  };
  const tablesEnd = starts.reduce((least, start) => Math.min(least, start), size);
  if (tablesEnd < foldersEnd || (memberCount > 0 && (membersAt < foldersEnd || membersAt > tablesEnd))) {
    throw damaged(file, 'byte 16', 'tables lie in each other');
  }
  // The longest tables that so many folders and members can make; what lies between is never kept.
  const longest = foldersEnd + memberCount * (16 + maxName);
  if (tablesEnd > longest + 0xffff) {
    throw damaged(file, 'byte 16', 'tables far from each other');
  }
  return { header, membersAt, memberCount, tablesEnd };
}

function readFolder(view: DataView, at: number, index: number): CabinetFolder {
  const packing = view.getUint16(at + 6, true);
  const method = methods[packing & 0xf] ?? 'unknown';
  return {
    index,
    method,
    windowBits: method === 'lzx' || method === 'quantum' ? (packing >> 8) & 0x1f : 0,
    start: view.getUint32(at, true),
    blocks: view.getUint16(at + 4, true),
  };
}

/** Authenticode: offset and size of the signature stand 4 and 8 bytes into twenty reserved ones. */
function signatureOf(view: DataView): CabinetHeader['signature'] {
  const offset = view.getUint32(44, true);
  const bytes = view.getUint32(48, true);
  return bytes > 0 ? { offset, bytes } : null;
}

/** Names that end with a zero, one after the other. */
class NameFields {
  readonly #bytes: Uint8Array;
  readonly #file: string;
  at: number;
  /** Whether a name goes past the bytes there are. */
  short = false;

  constructor(bytes: Uint8Array, file: string, at: number) {
    this.#bytes = bytes;
    this.#file = file;
    this.at = at;
  }

  neighbour(): CabinetNeighbour {
    return { cabinet: this.#name(), disk: this.#name() };
  }

  #name(): string {
    const end = this.#bytes.indexOf(0, this.at);
    if (end < 0 || this.short) {
      if (this.#bytes.length - this.at > maxName) throw damaged(this.#file, this.#place(), 'name has no end');
      this.short = true;
      return '';
    }
    if (end - this.at >= maxName) throw damaged(this.#file, this.#place(), 'name too long');
    const text = textOf(this.#bytes, this.at, end, false);
    this.at = end + 1;
    return text;
  }

  #place(): string {
    return `byte ${String(this.at)}`;
  }
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
