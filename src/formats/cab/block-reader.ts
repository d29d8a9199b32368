import type { CabinetFolder, CabinetHeader } from './cabinet.ts';
import { blockChecksum } from './checksum.ts';
import { viewOf } from './header.ts';
import { blockBytes } from './members.ts';
import { damaged } from './refusal.ts';

/** CFDATA without reserved bytes (MS-CAB 2.4). */
const fixedBytes = 8;
/** What compressing may add to a block at most, as other readers allow. */
export const packedBytes = blockBytes + 6144;

export interface BlockSink {
  /**
   * @param data valid during the call only
   * @param bytes how many it unpacks to; 0 where the block goes on in the next cabinet
   * @param at byte of the file where the data lies
   * @returns whether no further block is of use
   */
  block(data: Uint8Array, bytes: number, at: number): boolean;
}

/** Cuts the data of one folder into blocks (MS-CAB 2.4) and compares their check sums. */
export class BlockReader {
  readonly #file: string;
  readonly #folder: CabinetFolder;
  readonly #headBytes: number;
  readonly #end: number;
  readonly #sink: BlockSink;
  /** A block that lies across two pieces is put together here. */
  #joint: Uint8Array | null = null;
  #filled = 0;
  #joining = false;
  #blocks = 0;
  #at: number;
  #done: boolean;

  constructor(file: string, header: CabinetHeader, folder: CabinetFolder, sink: BlockSink) {
    this.#file = file;
    this.#folder = folder;
    this.#headBytes = fixedBytes + header.blockReserve;
    this.#end = header.bytes;
    this.#sink = sink;
    this.#at = folder.start;
    this.#done = folder.blocks === 0;
  }

  /** Whether all blocks are read, or no further one is of use. */
  get done(): boolean {
    return this.#done;
  }

  /** Whether every block of the folder in this cabinet was read. */
  get exhausted(): boolean {
    return this.#blocks === this.#folder.blocks;
  }

  /**
   * @param bytes the next bytes of the folder
   * @returns how many of them were used: all, until `done`
   */
  push(bytes: Uint8Array): number {
    let used = 0;
    while (!this.#done && used < bytes.length) {
      used += this.#joining ? this.#join(bytes, used) : this.#whole(bytes, used);
    }
    return used;
  }

  /** A block that lies whole in the piece is not copied. */
  #whole(bytes: Uint8Array, from: number): number {
    const left = bytes.length - from;
    const length = left < this.#headBytes ? Infinity : this.#length(bytes, from);
    if (length <= left) {
      this.#take(bytes.subarray(from, from + length));
      return length;
    }
    this.#joining = true;
    this.#filled = 0;
    return 0;
  }

  #join(bytes: Uint8Array, from: number): number {
    const part = (this.#joint ??= new Uint8Array(this.#headBytes + packedBytes));
    const wanted = this.#filled < this.#headBytes ? this.#headBytes : this.#length(part, 0);
    const count = Math.min(wanted - this.#filled, bytes.length - from);
    part.set(bytes.subarray(from, from + count), this.#filled);
    this.#filled += count;
    if (this.#filled >= this.#headBytes && this.#filled === this.#length(part, 0)) {
      this.#joining = false;
      this.#take(part.subarray(0, this.#filled));
    }
    return count;
  }

  /** Bytes of a block with its header. */
  #length(bytes: Uint8Array, at: number): number {
    const packed = (bytes[at + 4] ?? 0) | ((bytes[at + 5] ?? 0) << 8);
    if (packed > packedBytes) throw this.#damaged(`${String(packed)} bytes in a block`);
    return this.#headBytes + packed;
  }

  #take(block: Uint8Array): void {
    const view = viewOf(block);
    const checksum = view.getUint32(0, true);
    const bytes = view.getUint16(6, true);
    const data = block.subarray(this.#headBytes);
    if (bytes > blockBytes) throw this.#damaged(`a block of ${String(bytes)} bytes`);
    // Zero says that there is none (MS-CAB 2.4).
    if (checksum !== 0 && blockChecksum(data, view.getInt32(4, true)) !== checksum) {
      throw this.#damaged('check sum of a block differs');
    }
    if (this.#at + block.length > this.#end) throw this.#damaged('data behind the end of the cabinet');
    this.#blocks += 1;
    const enough = this.#sink.block(data, bytes, this.#at + this.#headBytes);
    this.#at += block.length;
    this.#done = enough || this.#blocks === this.#folder.blocks;
  }

  #damaged(message: string) {
    return damaged(this.#file, `byte ${String(this.#at)}`, message);
  }
}
