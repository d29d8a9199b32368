import { formatError } from '../format-error.ts';
import type { FileSource } from '../format.ts';
import { foldedName, isHostileName } from '../entry-name.ts';
import type { ZipLimits } from './limits.ts';

export interface ZipEntry {
  /** With `/` between folders. */
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly declaredBytes: number;
  /** Where its local header begins. */
  readonly offset: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const endBytes = 22;
const maxComment = 0xffff;
const entryBytes = 46;

/**
 * The central directory: the only list of entries that is believed. Folders are left out.
 *
 * Throws `FormatError`: `cut-off` (no directory), `limit-exceeded` (`archive-entries`),
 * `archive-protected`, `archive-not-supported` (ZIP64, several disks, other methods), `name-refused`
 * (ZIP01, ZIP02), `not-well-formed` (entries that overlap or lie outside the file).
 */
export async function readDirectory(file: FileSource, limits: ZipLimits): Promise<readonly ZipEntry[]> {
  const tailStart = Math.max(0, file.size - endBytes - maxComment);
  const tail = await view(file, tailStart, file.size);
  const end = endOf(tail);
  if (end < 0) throw formatError('cut-off', file.name, '', { expected: 'central directory' });
  const count = tail.getUint16(end + 10, true);
  const size = tail.getUint32(end + 12, true);
  const start = tail.getUint32(end + 16, true);
  // Above 65,534 the number stands elsewhere: more than any archive may have.
  if (count > limits.maxEntries) throw tooMany(file, limits);
  if (size === 0xffffffff || start === 0xffffffff) {
    throw formatError('archive-not-supported', file.name, '', { archive: 'ZIP64' });
  }
  if (start + size > tailStart + end) throw damaged(file, 'central directory outside the file');
  const entries = readEntries(file, await view(file, start, start + size), limits);
  if (entries.length !== count) throw damaged(file, 'another number of entries than declared');
  return checked(file, start, entries).filter(({ name }) => !name.endsWith('/'));
}

async function view(file: FileSource, start: number, end: number): Promise<DataView> {
  try {
    return new DataView(await file.slice(start, end).arrayBuffer());
  } catch (cause) {
    throw formatError('file-unreadable', file.name, `byte ${start}`, { cause: String(cause) }, cause);
  }
}

function endOf(tail: DataView): number {
  for (let at = tail.byteLength - endBytes; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) === endMark) {
      if (at + endBytes + tail.getUint16(at + 20, true) === tail.byteLength) return at;
    }
  }
  return -1;
}

function readEntries(file: FileSource, directory: DataView, limits: ZipLimits): readonly ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + entryBytes <= directory.byteLength && directory.getUint32(at, true) === entryMark) {
    if (entries.length >= limits.maxEntries) throw tooMany(file, limits);
    const nameBytes = directory.getUint16(at + 28, true);
    const next =
      at + entryBytes + nameBytes + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
    if (next > directory.byteLength) throw damaged(file, 'central directory cut off');
    const flags = directory.getUint16(at + 8, true);
    const raw = new Uint8Array(directory.buffer, directory.byteOffset + at + entryBytes, nameBytes);
    // Bit 11: UTF-8. Without it code page 437; latin names are the same, others are for show only.
    const name = new TextDecoder((flags & 0x800) === 0 ? 'latin1' : 'utf-8').decode(raw);
    if ((flags & 1) === 1) throw formatError('archive-protected', file.name, name, { archive: 'ZIP' });
    entries.push({
      name,
      method: directory.getUint16(at + 10, true),
      crc: directory.getUint32(at + 16, true),
      packedBytes: directory.getUint32(at + 20, true),
      declaredBytes: directory.getUint32(at + 24, true),
      offset: directory.getUint32(at + 42, true),
    });
    at = next;
  }
  return entries;
}

/** Names that are no names, equal ones, and entries that lie in each other (a bomb without nesting). */
function checked(
  file: FileSource,
  directoryStart: number,
  entries: readonly ZipEntry[],
): readonly ZipEntry[] {
  const seen = new Set<string>();
  for (const { name, method } of entries) {
    if (isHostileName(name)) throw formatError('name-refused', file.name, name, { name: name.slice(0, 40) });
    if (seen.has(foldedName(name)))
      throw formatError('name-refused', file.name, name, { name: name.slice(0, 40) });
    seen.add(foldedName(name));
    if (method !== 0 && method !== 8) {
      throw formatError('archive-not-supported', file.name, name, {
        archive: `ZIP method ${String(method)}`,
      });
    }
  }
  let end = 0;
  for (const { name, offset, packedBytes } of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (offset < end) throw damaged(file, `entries overlap: ${name.slice(0, 100)}`);
    end = offset + 30 + packedBytes;
    if (end > directoryStart) throw damaged(file, `entry outside the file: ${name.slice(0, 100)}`);
  }
  return entries;
}

function tooMany(file: FileSource, limits: ZipLimits) {
  return formatError('limit-exceeded', file.name, '', {
    limit: 'archive-entries',
    maximum: limits.maxEntries,
  });
}

function damaged(file: FileSource, message: string) {
  return formatError('not-well-formed', file.name, '', { message });
}
