import { CabinetBlocks } from './cabinet-blocks.ts';
import { cabinetHead } from './cabinet-head.ts';
import type { HeadFile, HeadFolder } from './cabinet-head.ts';

/** Plain bytes after which a new folder begins: a folder has at most 65,535 blocks of 32 KiB. */
const folderLimit = 1024 ** 3;

/** A cabinet made in memory: a shard has some ten megabytes when it is done. */
export class InnerCabinet {
  readonly #files: HeadFile[] = [];
  readonly #folders: HeadFolder[] = [];
  readonly #data: Uint8Array[] = [];
  #blocks: CabinetBlocks;
  #packed = 0;
  #plain = 0;

  constructor(private readonly compression: 'stored' | 'mszip') {
    this.#blocks = this.#folder();
  }

  get files(): number {
    return this.#files.length;
  }

  /** Plain bytes of all files. */
  get plainBytes(): number {
    return this.#plain;
  }

  /** Adds a file that comes in pieces; a path has backslashes. */
  add(name: string, pieces: Iterable<string>): void {
    if (this.#blocks.plainBytes > folderLimit) this.#endFolder();
    const offset = this.#blocks.plainBytes;
    let pending = '';
    for (const piece of pieces) {
      pending += piece;
      if (pending.length < 64 * 1024) continue;
      this.#blocks.add(Buffer.from(pending));
      pending = '';
    }
    this.#blocks.add(Buffer.from(pending));
    const size = this.#blocks.plainBytes - offset;
    this.#plain += size;
    this.#files.push({ name, size, folder: this.#folders.length, offset });
  }

  /** The cabinet in pieces. */
  finish(): Uint8Array[] {
    this.#endFolder();
    return [cabinetHead(this.compression, this.#folders, this.#files), ...this.#data];
  }

  #endFolder(): void {
    this.#blocks.end();
    this.#folders.push({ blocks: this.#blocks.count, bytes: this.#packed });
    this.#packed = 0;
    this.#blocks = this.#folder();
  }

  #folder(): CabinetBlocks {
    return new CabinetBlocks(this.compression, (bytes) => {
      this.#packed += bytes.length;
      this.#data.push(bytes);
    });
  }
}
