import { formatError, FormatError } from '../format-error.ts';
import type { BagFileSink, BagSink } from './sink.ts';

/** Lies in the folder from the first to the last moment of writing; a bag with it is no bag. */
const unfinishedMark = 'UNFINISHED.txt';

const unfinishedText =
  'This bundle was not written to the end, or could not be verified.\r\n' +
  'Do not use it: delete this folder and write the bundle again.\r\n';

/**
 * Writes the bag into a new folder `root` of a folder the person picked (File System Access). A folder
 * of that name that is not empty is refused, never filled up. Until `finish` the folder holds
 * `UNFINISHED.txt`, and the hash lists are written last: a pulled stick leaves no bag that verifies
 * (PKG10). `abandon` deletes the folder again.
 *
 * Throws `FormatError`: `bundle-folder-not-empty`, `bundle-write-failed`, `bundle-medium-full`.
 */
export async function folderSink(picked: FileSystemDirectoryHandle, root: string): Promise<BagSink> {
  const base = await writing(root, () => picked.getDirectoryHandle(root, { create: true }));
  for await (const name of base.keys()) {
    throw formatError('bundle-folder-not-empty', root, name);
  }
  /** Files being written: a folder with one of them cannot be deleted. */
  const open = new Set<FileSystemWritableFileStream>();
  const abandon = async (): Promise<boolean> => {
    await Promise.allSettled([...open].map((stream) => stream.abort()));
    return picked.removeEntry(root, { recursive: true }).then(
      () => true,
      () => false,
    );
  };
  try {
    const mark = await openFile(base, unfinishedMark, open);
    await mark.write(new TextEncoder().encode(unfinishedText));
    await mark.close();
  } catch (error) {
    throw await withFolder(error, root, abandon);
  }

  return {
    abandon,
    open: (path) => openFile(base, path, open),
    async folder(path) {
      await writing(path, () => folderOf(base, path.split('/'), true));
    },
    readBack: (path) => readFile(base, path),
    finish: () => writing(unfinishedMark, () => base.removeEntry(unfinishedMark)),
  };
}

/** The same failure with the name of the folder, and whether it is gone again. */
export async function withFolder(
  error: unknown,
  folder: string,
  abandon: () => Promise<boolean>,
): Promise<unknown> {
  const cleaned = await abandon();
  if (!(error instanceof FormatError)) return error;
  const { code, file, place, details } = error.rejection;
  if (cleaned) return formatError(code, file, place, { ...details, folder, left: 'no' }, error);
  // Of a cancelled job nobody expects a message; of a folder that stays behind one is due.
  const named = code === 'cancelled' ? 'bundle-write-failed' : code;
  const reason = code === 'cancelled' ? { reason: 'cancelled' } : {};
  return formatError(named, file, place, { ...details, ...reason, folder, left: 'yes' }, error);
}

async function openFile(
  base: FileSystemDirectoryHandle,
  path: string,
  open: Set<FileSystemWritableFileStream>,
): Promise<BagFileSink> {
  return writing(path, async () => {
    const handle = await fileOf(base, path, true);
    const stream = await handle.createWritable();
    open.add(stream);
    return {
      write: (chunk) => writing(path, () => stream.write(chunk as Uint8Array<ArrayBuffer>)),
      close: async () => {
        await writing(path, () => stream.close());
        open.delete(stream);
      },
    };
  });
}

async function readFile(base: FileSystemDirectoryHandle, path: string): Promise<Blob> {
  return writing(path, async () => (await fileOf(base, path, false)).getFile());
}

async function fileOf(
  base: FileSystemDirectoryHandle,
  path: string,
  create: boolean,
): Promise<FileSystemFileHandle> {
  const names = path.split('/');
  const file = names.pop() ?? '';
  return (await folderOf(base, names, create)).getFileHandle(file, { create });
}

async function folderOf(
  base: FileSystemDirectoryHandle,
  names: readonly string[],
  create: boolean,
): Promise<FileSystemDirectoryHandle> {
  let folder = base;
  for (const name of names) folder = await folder.getDirectoryHandle(name, { create });
  return folder;
}

/** Failures of the medium are expected: full, write-protected, pulled out, forbidden by policy. */
async function writing<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    if (cause instanceof FormatError) throw cause;
    if (!(cause instanceof DOMException)) throw cause;
    const code = cause.name === 'QuotaExceededError' ? 'bundle-medium-full' : 'bundle-write-failed';
    throw formatError(code, path, '', { reason: cause.name }, cause);
  }
}
