/**
 * A folder of the File System Access API in memory, as far as the folder sink uses it. `failAfter` throws
 * a DOMException once so many bytes were written: a full, pulled or lying stick.
 */
export interface MemoryFolder {
  readonly handle: FileSystemDirectoryHandle;
  /** Path -> bytes of every file. */
  files(): Map<string, Uint8Array>;
  /** Paths of all folders. */
  folders(): string[];
}

interface Options {
  readonly failAfter?: { readonly bytes: number; readonly name: string };
  /** Changes what was written before it is kept. */
  readonly corrupt?: (path: string, bytes: Uint8Array) => Uint8Array;
}

export function memoryFolder(options: Options = {}): MemoryFolder {
  const files = new Map<string, Uint8Array>();
  const folders = new Set<string>();
  let written = 0;

  const fileHandle = (path: string): unknown => ({
    kind: 'file',
    getFile: async () => new File([(files.get(path) ?? new Uint8Array()) as Uint8Array<ArrayBuffer>], path),
    createWritable: async () => {
      const chunks: Uint8Array[] = [];
      return {
        write: async (chunk: Uint8Array) => {
          written += chunk.length;
          if (options.failAfter && written > options.failAfter.bytes) {
            throw new DOMException('the medium failed', options.failAfter.name);
          }
          chunks.push(chunk.slice());
        },
        close: async () => {
          const whole = new Uint8Array(Buffer.concat(chunks));
          files.set(path, options.corrupt ? options.corrupt(path, whole) : whole);
        },
      };
    },
  });

  const folderHandle = (prefix: string): unknown => ({
    kind: 'directory',
    getDirectoryHandle: async (name: string, { create = false } = {}) => {
      if (!create && !folders.has(prefix + name)) throw new DOMException(name, 'NotFoundError');
      folders.add(prefix + name);
      return folderHandle(`${prefix}${name}/`);
    },
    getFileHandle: async (name: string, { create = false } = {}) => {
      if (!create && !files.has(prefix + name)) throw new DOMException(name, 'NotFoundError');
      if (!files.has(prefix + name)) files.set(prefix + name, new Uint8Array());
      return fileHandle(prefix + name);
    },
    removeEntry: async (name: string) => {
      if (!files.delete(prefix + name)) throw new DOMException(name, 'NotFoundError');
    },
    keys: async function* () {
      const names = [...files.keys(), ...folders]
        .filter((path) => path.startsWith(prefix))
        .map((path) => path.slice(prefix.length).split('/')[0] ?? '');
      yield* new Set(names);
    },
  });

  return {
    handle: folderHandle('') as FileSystemDirectoryHandle,
    files: () => files,
    folders: () => [...folders].sort(),
  };
}
