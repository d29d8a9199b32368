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
  /** The medium lets no folder be deleted: it was pulled out. */
  readonly keepsFolders?: boolean;
  /** Changes what was written before it is kept. */
  readonly corrupt?: (path: string, bytes: Uint8Array) => Uint8Array;
}

export function memoryFolder(options: Options = {}): MemoryFolder {
  const files = new Map<string, Uint8Array>();
  const folders = new Set<string>();
  const open = new Set<string>();
  let written = 0;

  const fileHandle = (path: string): unknown => ({
    kind: 'file',
    getFile: async () => new File([(files.get(path) ?? new Uint8Array()) as Uint8Array<ArrayBuffer>], path),
    createWritable: async () => {
      const chunks: Uint8Array[] = [];
      open.add(path);
      return {
        abort: async () => void open.delete(path),
        write: async (chunk: Uint8Array) => {
          written += chunk.length;
          if (options.failAfter && written > options.failAfter.bytes) {
            throw new DOMException('the medium failed', options.failAfter.name);
          }
          chunks.push(chunk.slice());
        },
        close: async () => {
          open.delete(path);
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
    removeEntry: async (name: string, { recursive = false } = {}) => {
      const path = prefix + name;
      if (recursive && open.size > 0) throw new DOMException(name, 'NoModificationAllowedError');
      if (recursive && options.keepsFolders) throw new DOMException(name, 'NotFoundError');
      const under = (one: string) => one === path || (recursive && one.startsWith(`${path}/`));
      const gone = [...files.keys(), ...folders].filter(under);
      for (const one of gone) {
        files.delete(one);
        folders.delete(one);
      }
      if (gone.length === 0) throw new DOMException(name, 'NotFoundError');
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
