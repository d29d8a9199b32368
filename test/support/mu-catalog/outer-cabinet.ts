import { closeSync, openSync, writeSync } from 'node:fs';
import { CabinetBlocks } from './cabinet-blocks.ts';
import { cabinetHead, headBytes } from './cabinet-head.ts';
import type { HeadFile } from './cabinet-head.ts';

/** A stored cabinet of one folder, written to a file as its members come; the head is written last. */
export class OuterCabinet {
  readonly #file: number;
  readonly #blocks: CabinetBlocks;
  readonly #files: HeadFile[] = [];
  readonly #head: number;
  #at: number;

  constructor(
    path: string,
    private readonly names: readonly string[],
  ) {
    this.#file = openSync(path, 'w');
    this.#head = headBytes(1, names);
    this.#at = this.#head;
    this.#blocks = new CabinetBlocks('stored', (bytes) => {
      this.#at += writeSync(this.#file, bytes, 0, bytes.length, this.#at);
    });
  }

  /** Adds the next of the named members. */
  add(name: string, pieces: readonly Uint8Array[]): void {
    if (this.names[this.#files.length] !== name) throw new RangeError(`${name} is not the next member`);
    const offset = this.#blocks.plainBytes;
    for (const piece of pieces) this.#blocks.add(piece);
    this.#files.push({ name, size: this.#blocks.plainBytes - offset, folder: 0, offset });
  }

  /** @returns bytes of the file */
  finish(): number {
    this.#blocks.end();
    const bytes = this.#at - this.#head;
    const head = cabinetHead('stored', [{ blocks: this.#blocks.count, bytes }], this.#files);
    writeSync(this.#file, head, 0, head.length, 0);
    closeSync(this.#file);
    return this.#at;
  }
}
