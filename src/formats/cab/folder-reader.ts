import type { BlockSink } from './block-reader.ts';
import { packedBytes } from './block-reader.ts';
import type { CabinetMember, CabinetVisitor, MemberSink } from './cabinet.ts';
import type { BlockDecoder } from './decoder.ts';
import { damaged } from './refusal.ts';
import type { UnpackedCounter } from './unpacked-counter.ts';

const nothing = new Uint8Array(0);

/** Unpacks one folder and cuts its bytes into the members that are wanted. */
export class FolderReader implements BlockSink {
  readonly #file: string;
  readonly #decoder: BlockDecoder;
  readonly #wanted: readonly CabinetMember[];
  readonly #visitor: CabinetVisitor;
  readonly #counter: UnpackedCounter;
  /** The first piece of a block that goes on in the next cabinet. */
  #begun: Uint8Array | null = null;
  /** Bytes of the folder before the present block. */
  #base = 0;
  #next = 0;
  #open = false;
  #sink: MemberSink | null = null;
  #left = 0;

  /** @param wanted members of the folder by offset; they do not overlap */
  constructor(
    file: string,
    decoder: BlockDecoder,
    wanted: readonly CabinetMember[],
    visitor: CabinetVisitor,
    counter: UnpackedCounter,
  ) {
    this.#file = file;
    this.#decoder = decoder;
    this.#wanted = wanted;
    this.#visitor = visitor;
    this.#counter = counter;
    this.#cut(nothing, -1);
  }

  /** Whether every wanted member was handed on. */
  get done(): boolean {
    return !this.#open && this.#next === this.#wanted.length;
  }

  block(data: Uint8Array, bytes: number, at: number): boolean {
    if (bytes === 0) {
      this.#begin(data);
      return this.done;
    }
    const begun = this.#begun;
    const packed = begun === null ? data : joined(begun, data);
    this.#begun = null;
    this.#counter.add(packed.length, bytes);
    const plain = packed.length > packedBytes ? null : this.#decoder.unpack(packed, bytes);
    if (plain === null) {
      this.#decoder.close();
      throw damaged(this.#file, this.#place(), 'compressed data is damaged');
    }
    this.#cut(plain, plain === data ? at : -1);
    return this.done;
  }

  /** Called behind the last block: a folder that is too short is damaged. */
  end(): void {
    if (!this.done) throw damaged(this.#file, this.#place(), 'folder ends before its members');
    this.#decoder.close();
  }

  #begin(data: Uint8Array): void {
    const begun = this.#begun === null ? data.slice() : joined(this.#begun, data);
    if (begun.length > packedBytes) throw damaged(this.#file, this.#place(), 'a block without end');
    this.#begun = begun;
  }

  #cut(plain: Uint8Array, at: number): void {
    let from = 0;
    for (;;) {
      if (!this.#open) {
        const member = this.#wanted[this.#next];
        if (member === undefined) break;
        from = member.offset - this.#base;
        if (from > plain.length || (from === plain.length && member.size > 0)) break;
        this.#sink = this.#visitor.open(member);
        this.#left = member.size;
        this.#open = true;
        this.#next += 1;
      }
      const count = Math.min(this.#left, plain.length - from);
      if (count > 0) this.#sink?.write(plain.subarray(from, from + count), at < 0 ? -1 : at + from);
      from += count;
      this.#left -= count;
      if (this.#left > 0) break;
      this.#open = false;
      this.#sink?.end();
    }
    this.#base += plain.length;
  }

  #place(): string {
    const member = this.#wanted[this.#open ? this.#next - 1 : this.#next];
    return member?.name ?? '';
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
