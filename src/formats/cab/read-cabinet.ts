import { formatError } from '../format-error.ts';
import type { FileSource, ReadContext } from '../format.ts';
import { BlockReader } from './block-reader.ts';
import type { CabinetHeader, CabinetList, CabinetVisitor } from './cabinet.ts';
import { openDecoder } from './decoder.ts';
import { FolderReader } from './folder-reader.ts';
import { declaredBytes, headerBytes, isCabinet } from './header.ts';
import { cabinetLimits } from './limits.ts';
import type { CabinetLimits } from './limits.ts';
import type { Lzx } from './lzx.ts';
import { planFolders } from './plan.ts';
import type { FolderJob } from './plan.ts';
import { cutOff, damaged } from './refusal.ts';
import { TablesReader } from './tables-reader.ts';
import { UnpackedCounter } from './unpacked-counter.ts';

/** Bytes read from the file at once, while those before are unpacked. */
const pieceBytes = 1024 * 1024;
const headPiece = 64 * 1024;

/**
 * The tables of a cabinet; its data is not touched.
 *
 * Throws `FormatError`: `file-empty`, `cut-off` (CAT03, with both sizes), `archive-damaged`,
 * `name-refused`, `limit-exceeded`, `cancelled` and those of the medium.
 */
export async function listCabinet(
  file: FileSource,
  context: ReadContext = {},
  limits: CabinetLimits = cabinetLimits,
): Promise<CabinetList> {
  const tables = new TablesReader(file.name, limits);
  let at = 0;
  while (tables.list === null && at < file.size) {
    const piece = await slice(file, at, at === 0 ? headPiece : pieceBytes, context);
    if (piece.length === 0) break;
    if (at === 0 && isCabinet(piece) && declaredBytes(piece) > file.size && file.size >= headerBytes) {
      throw cutOff(file.name, file.size, declaredBytes(piece));
    }
    tables.push(piece);
    at += piece.length;
  }
  if (tables.list === null) throw tables.tooShort();
  return tables.list;
}

/**
 * Reads a cabinet from a file: its tables, then only the data of folders of which something is wanted,
 * by slices of 1 MiB. Memory is bounded by the tables and two slices, whatever the size of the file.
 *
 * Throws `FormatError`: those of `listCabinet`, `archive-not-supported` (Quantum),
 * `archive-part-missing` (a wanted member of a set goes beyond this cabinet).
 */
export async function readCabinet(
  file: FileSource,
  visitor: CabinetVisitor,
  context: ReadContext = {},
  limits: CabinetLimits = cabinetLimits,
): Promise<void> {
  const list = await listCabinet(file, context, limits);
  visitor.members?.(list.members, list.header);
  const jobs = planFolders(list, visitor, file.name);
  await readFolders([{ file, header: list.header }], jobs, visitor, context, limits);
}

/** A cabinet whose tables are read. */
export interface OpenCabinet {
  readonly file: FileSource;
  readonly header: CabinetHeader;
}

/** Unpacks folders, each from the parts that cabinets hold of it. */
export async function readFolders(
  cabinets: readonly OpenCabinet[],
  jobs: readonly FolderJob[],
  visitor: CabinetVisitor,
  context: ReadContext,
  limits: CabinetLimits,
): Promise<void> {
  const name = cabinets[0]?.file.name ?? '';
  const lzx = jobs.some(({ folder }) => folder.method === 'lzx') ? await loaded(context, name) : null;
  const counter = new UnpackedCounter(name, limits);
  for (const { folder, parts, wanted } of jobs) {
    const reader = new FolderReader(name, openDecoder(folder, lzx, name), wanted, visitor, counter);
    for (const part of parts) {
      const cabinet = cabinets[part.cabinet];
      if (cabinet === undefined || reader.done) break;
      const { file, header } = cabinet;
      await readBlocks(
        cabinet,
        new BlockReader(file.name, header, part.folder, reader),
        part.folder.start,
        context,
      );
    }
    reader.end();
  }
}

/** The LZX decoder; where WebAssembly is refused, such a cabinet cannot be read. */
async function loaded({ lzx }: ReadContext, name: string): Promise<Lzx | null> {
  try {
    return lzx === undefined ? null : await lzx();
  } catch (cause) {
    throw formatError('archive-not-supported', name, '', { archive: 'LZX cabinet' }, cause);
  }
}

/** Feeds the blocks of one folder; the next slice is on its way while one is unpacked. */
async function readBlocks(
  { file, header }: OpenCabinet,
  blocks: BlockReader,
  start: number,
  context: ReadContext,
): Promise<void> {
  const next = (at: number): Promise<Uint8Array> =>
    slice(file, at, Math.max(0, Math.min(pieceBytes, header.bytes - at)), context);
  let at = start;
  let coming = next(at);
  while (!blocks.done) {
    const piece = await coming;
    if (piece.length === 0) throw damaged(file.name, `byte ${String(at)}`, 'folder outside the cabinet');
    at += piece.length;
    coming = next(at);
    // It may not be needed any more.
    coming.catch(() => undefined);
    blocks.push(piece);
    context.onBytes?.(at);
  }
}

async function slice(
  file: FileSource,
  from: number,
  bytes: number,
  { signal }: ReadContext,
): Promise<Uint8Array> {
  if (signal?.aborted === true) throw formatError('cancelled', file.name, `byte ${String(from)}`);
  if (bytes === 0) return new Uint8Array(0);
  try {
    return new Uint8Array(await file.slice(from, from + bytes).arrayBuffer());
  } catch (cause) {
    const changed = cause instanceof Error && cause.name === 'NotReadableError';
    const code = changed ? 'file-changed-while-read' : 'file-unreadable';
    throw formatError(code, file.name, `byte ${String(from)}`, { cause: String(cause) }, cause);
  }
}
