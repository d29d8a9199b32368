import { BlockReader } from './block-reader.ts';
import type { CabinetHeader, CabinetVisitor } from './cabinet.ts';
import { openDecoder } from './decoder.ts';
import { FolderReader } from './folder-reader.ts';
import { cabinetLimits } from './limits.ts';
import type { CabinetLimits } from './limits.ts';
import type { Lzx } from './lzx.ts';
import { planFolders } from './plan.ts';
import type { FolderJob } from './plan.ts';
import { cutOff, damaged } from './refusal.ts';
import { TablesReader } from './tables-reader.ts';
import { UnpackedCounter } from './unpacked-counter.ts';

export interface CabinetOptions {
  /** Name of the cabinet for errors. */
  readonly file: string;
  readonly limits?: CabinetLimits;
  /** The loaded LZX decoder; without it LZX folders that are wanted are refused. */
  readonly lzx?: Lzx | null;
}

/** Takes the bytes of a cabinet in their order, in pieces of any size. */
export interface CabinetReader {
  push(bytes: Uint8Array): void;
  /** Called behind the last byte. */
  end(): void;
}

/**
 * Reads a cabinet that comes as a stream, as one inside another does: tables, then folder after folder.
 * Keeps the tables and at most one block; everything happens within `push`. What the visitor throws
 * passes unchanged. After any error the reader is of no further use.
 *
 * `push` and `end` throw `FormatError`: `archive-damaged`, `cut-off` (with both sizes),
 * `name-refused`, `limit-exceeded`, `archive-not-supported` (Quantum), `archive-part-missing`
 * (a wanted member of a set goes beyond this cabinet), `file-empty`.
 */
export function createCabinetReader(visitor: CabinetVisitor, options: CabinetOptions): CabinetReader {
  return new StreamReader(visitor, options);
}

class StreamReader implements CabinetReader {
  readonly #visitor: CabinetVisitor;
  readonly #file: string;
  readonly #lzx: Lzx | null;
  readonly #tables: TablesReader;
  readonly #counter: UnpackedCounter;
  #header: CabinetHeader | null = null;
  #jobs: FolderJob[] = [];
  #blocks: BlockReader | null = null;
  #folder: FolderReader | null = null;
  /** Bytes that came so far. */
  #at = 0;

  constructor(visitor: CabinetVisitor, { file, limits = cabinetLimits, lzx = null }: CabinetOptions) {
    this.#visitor = visitor;
    this.#file = file;
    this.#lzx = lzx;
    this.#tables = new TablesReader(file, limits);
    this.#counter = new UnpackedCounter(file, limits);
  }

  push(bytes: Uint8Array): void {
    let used = 0;
    if (this.#header === null) used = this.#readTables(bytes);
    while (used < bytes.length && (this.#jobs.length > 0 || this.#blocks !== null)) {
      used += this.#readFolder(bytes, used);
    }
    // What no folder needs passes by.
    this.#at += bytes.length - used;
  }

  end(): void {
    const header = this.#header;
    if (header === null) throw this.#tables.tooShort();
    if (this.#at < header.bytes) throw cutOff(this.#file, this.#at, header.bytes);
    if (this.#jobs.length > 0 || this.#blocks !== null) {
      throw damaged(this.#file, '', 'a folder behind the end of the cabinet');
    }
  }

  #readTables(bytes: Uint8Array): number {
    const used = this.#tables.push(bytes);
    this.#at += used;
    const list = this.#tables.list;
    if (list !== null) {
      this.#header = list.header;
      this.#visitor.members?.(list.members, list.header);
      this.#jobs = [...planFolders(list, this.#visitor, this.#file)].reverse();
      this.#startFolders();
    }
    return used;
  }

  /** Opens the next folder if its data begins here; folders without data are done at once. */
  #startFolders(): void {
    const header = this.#header;
    while (header !== null && this.#blocks === null) {
      const job = this.#jobs.at(-1);
      if (job === undefined) return;
      const { folder, wanted } = job;
      if (folder.blocks > 0 && folder.start > this.#at) return;
      if (folder.blocks > 0 && folder.start < this.#at) {
        throw damaged(this.#file, `byte ${String(folder.start)}`, 'folders lie in each other');
      }
      this.#jobs.pop();
      const decoder = openDecoder(folder, this.#lzx, this.#file);
      this.#folder = new FolderReader(this.#file, decoder, wanted, this.#visitor, this.#counter);
      if (this.#folder.done || folder.blocks === 0) this.#folder.end();
      else this.#blocks = new BlockReader(this.#file, header, folder, this.#folder);
    }
  }

  #readFolder(bytes: Uint8Array, from: number): number {
    const blocks = this.#blocks;
    if (blocks === null) {
      // Data of folders of which nothing is wanted.
      const start = this.#jobs.at(-1)?.folder.start ?? Infinity;
      const count = Math.min(start - this.#at, bytes.length - from);
      this.#at += count;
      this.#startFolders();
      return count;
    }
    const count = blocks.push(bytes.subarray(from));
    this.#at += count;
    if (blocks.done) {
      this.#folder?.end();
      this.#blocks = null;
      this.#startFolders();
    }
    return count;
  }
}
