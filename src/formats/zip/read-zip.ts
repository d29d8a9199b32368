import { Inflate } from 'fflate';
import { createCRC32 } from 'hash-wasm';
import { formatError } from '../format-error.ts';
import type { FileSource, ReadContext } from '../format.ts';
import { readBytes } from '../read-bytes.ts';
import { readDirectory } from './directory.ts';
import type { ZipEntry } from './directory.ts';
import { zipLimits } from './limits.ts';
import type { ZipLimits } from './limits.ts';

const localMark = 0x04034b50;
const localBytes = 30;
/** Packed bytes unpacked at once: at most 8 MB come of them. */
const stepBytes = 8 * 1024;

/** Takes the unpacked bytes of one entry. */
export interface EntryReader {
  write(piece: Uint8Array): void;
  end(): void;
}

/**
 * Unpacks the entries of a ZIP one after another, in the order they lie in the file, never a whole
 * one in memory. Sizes and check sums are compared with what was counted.
 *
 * @param open the reader of an entry, or null to pass it over
 * Throws `FormatError`: those of the directory; `limit-exceeded` (`archive-entry-bytes`,
 * `archive-total-bytes`, `archive-ratio`), `not-well-formed` (sizes or check sum differ), `cut-off`.
 */
export async function readZip(
  file: FileSource,
  context: ReadContext,
  open: (entry: ZipEntry) => EntryReader | null,
  limits: ZipLimits = zipLimits,
): Promise<void> {
  if (file.size === 0) throw formatError('file-empty', file.name);
  if (file.size > limits.maxFileBytes) {
    throw formatError('file-too-large', file.name, '', { bytes: file.size, maximum: limits.maxFileBytes });
  }
  const entries = [...(await readDirectory(file, limits))].sort((a, b) => a.offset - b.offset);
  const crc = await createCRC32();
  let total = 0;
  for (const entry of entries) {
    const reader = open(entry);
    if (reader === null) continue;
    const counter = new EntryCounter(file.name, entry, limits, total, reader, crc.init());
    await unpackEntry(file, context, entry, counter);
    total += counter.end();
  }
}

/**
 * All entries of a ZIP one after another, in the order they lie in the file, each whole in memory and
 * only while it is used. Sizes and check sums are compared.
 *
 * Throws `FormatError` as `readZip`.
 */
export async function* zipMembers(
  file: FileSource,
  context: ReadContext,
  limits: ZipLimits = zipLimits,
): AsyncGenerator<{ readonly name: string; readonly content: readonly Uint8Array[] }> {
  if (file.size === 0) throw formatError('file-empty', file.name);
  if (file.size > limits.maxFileBytes) {
    throw formatError('file-too-large', file.name, '', { bytes: file.size, maximum: limits.maxFileBytes });
  }
  const entries = [...(await readDirectory(file, limits))].sort((a, b) => a.offset - b.offset);
  const crc = await createCRC32();
  let total = 0;
  for (const entry of entries) {
    const content: Uint8Array[] = [];
    const reader = { write: (piece: Uint8Array) => void content.push(piece.slice()), end: () => undefined };
    const counter = new EntryCounter(file.name, entry, limits, total, reader, crc.init());
    await unpackEntry(file, context, entry, counter);
    total += counter.end();
    yield { name: entry.name, content };
  }
}

async function unpackEntry(
  file: FileSource,
  context: ReadContext,
  entry: ZipEntry,
  counter: EntryCounter,
): Promise<void> {
  const unpack = unpacker(file.name, entry, counter);
  for await (const piece of readBytes(await packed(file, entry), entryContext(context, entry))) {
    for (let at = 0; at < piece.length; at += stepBytes) unpack.push(piece.subarray(at, at + stepBytes));
  }
  unpack.end();
}

type Crc = Awaited<ReturnType<typeof createCRC32>>;

class EntryCounter {
  readonly #file: string;
  readonly #entry: ZipEntry;
  readonly #limits: ZipLimits;
  readonly #before: number;
  readonly #reader: EntryReader;
  readonly #crc: Crc;
  #bytes = 0;

  constructor(
    file: string,
    entry: ZipEntry,
    limits: ZipLimits,
    before: number,
    reader: EntryReader,
    crc: Crc,
  ) {
    this.#file = file;
    this.#entry = entry;
    this.#limits = limits;
    this.#before = before;
    this.#reader = reader;
    this.#crc = crc;
  }

  take(piece: Uint8Array): void {
    const { maxEntryBytes, maxTotalBytes, maxRatio, ratioFloor } = this.#limits;
    this.#bytes += piece.length;
    if (this.#bytes > maxEntryBytes) throw this.#over('archive-entry-bytes', maxEntryBytes);
    if (this.#before + this.#bytes > maxTotalBytes) throw this.#over('archive-total-bytes', maxTotalBytes);
    if (this.#bytes > ratioFloor && this.#bytes > this.#entry.packedBytes * maxRatio) {
      throw this.#over('archive-ratio', maxRatio);
    }
    this.#crc.update(piece);
    this.#reader.write(piece);
  }

  /** Bytes of the entry. */
  end(): number {
    const { name, declaredBytes, crc } = this.#entry;
    const same = this.#bytes === declaredBytes && parseInt(this.#crc.digest('hex'), 16) === crc;
    if (!same) {
      const message = 'size or check sum differs from what the archive declares';
      throw formatError('not-well-formed', this.#file, name, { message });
    }
    this.#reader.end();
    return this.#bytes;
  }

  #over(limit: string, maximum: number) {
    return formatError('limit-exceeded', this.#file, this.#entry.name, { limit, maximum });
  }
}

/** Stored bytes go through, deflated ones are inflated; what the reader throws passes unchanged. */
function unpacker(file: string, entry: ZipEntry, counter: EntryCounter) {
  if (entry.method === 0) {
    return { push: (piece: Uint8Array) => counter.take(piece), end: () => undefined };
  }
  const failure: { thrown?: unknown } = {};
  const inflate = new Inflate((piece) => {
    try {
      counter.take(piece);
    } catch (error) {
      failure.thrown = error;
      throw error;
    }
  });
  const guarded = (step: () => void) => {
    try {
      step();
    } catch (cause) {
      if (failure.thrown !== undefined) throw failure.thrown;
      throw formatError('not-well-formed', file, entry.name, { message: String(cause).slice(0, 200) }, cause);
    }
  };
  return {
    push: (piece: Uint8Array) => guarded(() => inflate.push(piece)),
    end: () => guarded(() => inflate.push(new Uint8Array(0), true)),
  };
}

/** The packed bytes of an entry as a file of their own. */
async function packed(file: FileSource, entry: ZipEntry): Promise<FileSource> {
  const header = new DataView(await file.slice(entry.offset, entry.offset + localBytes).arrayBuffer());
  if (header.byteLength < localBytes || header.getUint32(0, true) !== localMark) {
    throw formatError('not-well-formed', file.name, entry.name, { message: 'local header missing' });
  }
  const start = entry.offset + localBytes + header.getUint16(26, true) + header.getUint16(28, true);
  const blob = file.slice(start, start + entry.packedBytes);
  return {
    name: file.name,
    size: entry.packedBytes,
    stream: () => blob.stream(),
    slice: (from, to) => blob.slice(from, to),
    arrayBuffer: () => blob.arrayBuffer(),
  };
}

function entryContext({ signal, onBytes }: ReadContext, entry: ZipEntry): ReadContext {
  return {
    ...(signal === undefined ? {} : { signal }),
    ...(onBytes === undefined ? {} : { onBytes: (done: number) => onBytes(entry.offset + done) }),
  };
}
