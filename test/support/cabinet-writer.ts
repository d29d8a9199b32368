import { closeSync, openSync, writeSync } from 'node:fs';
import { blockBytes, blockOf } from './cabinet-blocks.ts';
import type { Packing } from './cabinet-blocks.ts';

/** Where a cabinet is written to: in order, but for its tables, which are filled in at the end. */
export interface CabinetOutput {
  write(bytes: Uint8Array, at: number): void;
}

export interface WrittenFolder {
  readonly packing: Packing;
  /** Names of its members in their order, with `\` or `/` as they shall stand in the file. */
  readonly names: readonly string[];
}

export interface WrittenCabinet {
  readonly folders: readonly WrittenFolder[];
  readonly setId?: number;
  /** Reserves twenty bytes in the header, which `finish` fills if it gets a signature. */
  readonly signed?: boolean;
}

/** Date of all members: 2026-07-14. */
const date = ((2026 - 1980) << 9) | (7 << 5) | 14;
const time = (13 << 11) | (54 << 5) | 3;

/**
 * Writes a cabinet of any size in one pass: names are given first, contents as they come. Only one block
 * is kept. For each name, in order: any number of `write`, then `endMember`; then `finish`.
 */
export class CabinetWriter {
  readonly #output: CabinetOutput;
  readonly #cabinet: WrittenCabinet;
  readonly #names: readonly { readonly name: Uint8Array; readonly folder: number }[];
  readonly #sizes: number[] = [];
  readonly #offsets: number[] = [];
  readonly #starts: number[] = [];
  readonly #blocks: number[] = [];
  readonly #block = new Uint8Array(blockBytes);
  #before = new Uint8Array(0);
  #filled = 0;
  #folderBytes = 0;
  #memberBytes = 0;
  #folder = -1;
  #at: number;

  constructor(output: CabinetOutput, cabinet: WrittenCabinet) {
    this.#output = output;
    this.#cabinet = cabinet;
    const encoder = new TextEncoder();
    this.#names = cabinet.folders.flatMap(({ names }, folder) =>
      names.map((name) => ({ name: encoder.encode(name), folder })),
    );
    this.#at = this.#membersAt + this.#names.reduce((sum, { name }) => sum + 17 + name.length, 0);
  }

  /** Bytes of the present member. */
  write(bytes: Uint8Array): void {
    this.#enterFolder();
    this.#memberBytes += bytes.length;
    for (let from = 0; from < bytes.length;) {
      const count = Math.min(blockBytes - this.#filled, bytes.length - from);
      this.#block.set(bytes.subarray(from, from + count), this.#filled);
      this.#filled += count;
      from += count;
      if (this.#filled === blockBytes) this.#flush();
    }
  }

  endMember(): void {
    this.#enterFolder();
    this.#offsets.push(this.#folderBytes);
    this.#sizes.push(this.#memberBytes);
    this.#folderBytes += this.#memberBytes;
    this.#memberBytes = 0;
  }

  /** Shorthand: a whole member. */
  member(bytes: Uint8Array): void {
    this.write(bytes);
    this.endMember();
  }

  /** Fills the tables in; a signature is laid behind the cabinet. @returns bytes written in all */
  finish(signature?: Uint8Array): number {
    if (this.#sizes.length !== this.#names.length) throw new Error('members are missing');
    this.#flush();
    while (this.#starts.length < this.#cabinet.folders.length) {
      this.#starts.push(this.#at);
      this.#blocks.push(0);
    }
    this.#output.write(this.#tables(signature?.length ?? 0), 0);
    if (signature !== undefined) this.#output.write(signature, this.#at);
    return this.#at + (signature?.length ?? 0);
  }

  get #membersAt(): number {
    return 36 + (this.#cabinet.signed === true ? 24 : 0) + this.#cabinet.folders.length * 8;
  }

  #enterFolder(): void {
    const wanted = this.#names[this.#sizes.length]?.folder;
    if (wanted === undefined) throw new Error('more members than names');
    if (wanted === this.#folder) return;
    this.#flush();
    while (this.#folder < wanted) {
      this.#starts.push(this.#at);
      this.#blocks.push(0);
      this.#folder += 1;
    }
    this.#before = new Uint8Array(0);
    this.#folderBytes = 0;
  }

  #flush(): void {
    if (this.#filled === 0) return;
    const plain = this.#block.slice(0, this.#filled);
    const packing = this.#cabinet.folders[this.#folder]?.packing;
    if (packing === undefined) throw new Error('no folder');
    const block = blockOf(packing.pack(plain, this.#before), plain.length);
    this.#output.write(block, this.#at);
    this.#at += block.length;
    this.#blocks[this.#folder] = (this.#blocks[this.#folder] ?? 0) + 1;
    this.#before = plain;
    this.#filled = 0;
  }

  #tables(signature: number): Uint8Array {
    const { folders, signed = false, setId = 0 } = this.#cabinet;
    const bytes = new Uint8Array(
      this.#names.reduce((sum, { name }) => sum + 17 + name.length, this.#membersAt),
    );
    const view = new DataView(bytes.buffer);
    bytes.set([0x4d, 0x53, 0x43, 0x46]);
    view.setUint32(8, this.#at, true);
    view.setUint32(16, this.#membersAt, true);
    bytes.set([3, 1], 24);
    view.setUint16(26, folders.length, true);
    view.setUint16(28, this.#names.length, true);
    view.setUint16(30, signed ? 4 : 0, true);
    view.setUint16(32, setId, true);
    if (signed) {
      // As Authenticode tools lay it: a size of the reserved part, offset and size of the signature.
      view.setUint16(36, 20, true);
      view.setUint32(40, 0x100000, true);
      if (signature > 0) {
        view.setUint32(44, this.#at, true);
        view.setUint32(48, signature, true);
      }
    }
    let at = 36 + (signed ? 24 : 0);
    folders.forEach(({ packing }, index) => {
      view.setUint32(at, this.#starts[index] ?? 0, true);
      view.setUint16(at + 4, this.#blocks[index] ?? 0, true);
      view.setUint16(at + 6, packing.type, true);
      at += 8;
    });
    this.#names.forEach(({ name, folder }, index) => {
      view.setUint32(at, this.#sizes[index] ?? 0, true);
      view.setUint32(at + 4, this.#offsets[index] ?? 0, true);
      view.setUint16(at + 8, folder, true);
      view.setUint16(at + 10, date, true);
      view.setUint16(at + 12, time, true);
      view.setUint16(at + 14, name.some((byte) => byte >= 0x80) ? 0xa0 : 0x20, true);
      bytes.set(name, at + 16);
      at += 17 + name.length;
    });
    return bytes;
  }
}

/** A cabinet in memory: for those inside of another. */
export class MemoryOutput implements CabinetOutput {
  #bytes = new Uint8Array(64 * 1024);
  #length = 0;

  write(bytes: Uint8Array, at: number): void {
    const end = at + bytes.length;
    if (end > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(end, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#bytes.set(bytes, at);
    this.#length = Math.max(this.#length, end);
  }

  /** All bytes; further writing may change them. */
  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#length);
  }
}

/** A cabinet in a file, for those of full size. */
export class FileOutput implements CabinetOutput {
  readonly #handle: number;

  constructor(path: string) {
    this.#handle = openSync(path, 'w');
  }

  write(bytes: Uint8Array, at: number): void {
    writeSync(this.#handle, bytes, 0, bytes.length, at);
  }

  close(): void {
    closeSync(this.#handle);
  }
}

/** A cabinet of these members, folder by folder, in memory. */
export function cabinetOf(
  folders: readonly { readonly packing: Packing; readonly members: Readonly<Record<string, Uint8Array>> }[],
  more: Omit<WrittenCabinet, 'folders'> & { readonly signature?: Uint8Array } = {},
): Uint8Array<ArrayBuffer> {
  const output = new MemoryOutput();
  const named = folders.map(({ packing, members }) => ({ packing, names: Object.keys(members) }));
  const { signature, ...rest } = more;
  const writer = new CabinetWriter(output, {
    ...rest,
    signed: rest.signed ?? signature !== undefined,
    folders: named,
  });
  for (const { members } of folders) for (const bytes of Object.values(members)) writer.member(bytes);
  writer.finish(signature);
  return output.bytes;
}
