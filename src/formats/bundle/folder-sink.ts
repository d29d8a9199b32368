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
 * (PKG10).
 *
 * Throws `FormatError`: `bundle-folder-not-empty`, `bundle-write-failed`, `storage-full`.
 */
export async function folderSink(picked: FileSystemDirectoryHandle, root: string): Promise<BagSink> {
  const base = await writing(root, () => picked.getDirectoryHandle(root, { create: true }));
  for await (const name of base.keys()) {
    throw formatError('bundle-folder-not-empty', root, name);
  }
  const mark = await openFile(base, unfinishedMark);
  await mark.write(new TextEncoder().encode(unfinishedText));
  await mark.close();

  return {
    open: (path) => openFile(base, path),
    async folder(path) {
      await writing(path, () => folderOf(base, path.split('/'), true));
    },
    readBack: (path) => readFile(base, path),
    finish: () => writing(unfinishedMark, () => base.removeEntry(unfinishedMark)),
  };
}

async function openFile(base: FileSystemDirectoryHandle, path: string): Promise<BagFileSink> {
  return writing(path, async () => {
    const handle = await fileOf(base, path, true);
    const stream = await handle.createWritable();
    return {
      write: (chunk) => writing(path, () => stream.write(chunk as Uint8Array<ArrayBuffer>)),
      close: () => writing(path, () => stream.close()),
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
    const code = cause.name === 'QuotaExceededError' ? 'storage-full' : 'bundle-write-failed';
    throw formatError(code, path, '', { reason: cause.name }, cause);
  }
}
