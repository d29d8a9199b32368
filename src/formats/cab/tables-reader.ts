import { formatError } from '../format-error.ts';
import type { FormatError } from '../format-error.ts';
import type { CabinetList } from './cabinet.ts';
import { headerBytes, readHeader } from './header.ts';
import type { ReadHeader } from './header.ts';
import type { CabinetLimits } from './limits.ts';
import { readMembers } from './members.ts';
import { cutOff } from './refusal.ts';

/** Gathers the beginning of a cabinet until its tables are complete, and reads them. */
export class TablesReader {
  readonly #file: string;
  readonly #limits: CabinetLimits;
  #bytes = new Uint8Array(4096);
  #filled = 0;
  /** Bytes that it takes at least; never more than the tables have. */
  #needed = headerBytes;
  #read: ReadHeader | null = null;
  /** The tables, once they are complete. */
  list: CabinetList | null = null;

  constructor(file: string, limits: CabinetLimits) {
    this.#file = file;
    this.#limits = limits;
  }

  /** @returns how many of the bytes belong to the tables */
  push(bytes: Uint8Array): number {
    let used = 0;
    while (this.list === null && used < bytes.length) {
      const count = Math.min(this.#needed - this.#filled, bytes.length - used);
      this.#keep(bytes.subarray(used, used + count));
      used += count;
      this.#try();
    }
    return used;
  }

  /** Why there are no tables, when the bytes have ended. */
  tooShort(): FormatError {
    if (this.#filled === 0) return formatError('file-empty', this.#file);
    return cutOff(
      this.#file,
      this.#filled,
      this.#read?.header.bytes ?? Math.max(headerBytes, this.#filled + 1),
    );
  }

  #keep(bytes: Uint8Array): void {
    const filled = this.#filled + bytes.length;
    if (filled > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(filled, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, this.#filled));
      this.#bytes = larger;
    }
    this.#bytes.set(bytes, this.#filled);
    this.#filled = filled;
  }

  #try(): void {
    const bytes = this.#bytes.subarray(0, this.#filled);
    if (this.#read === null) {
      const read = readHeader(bytes, this.#file, this.#limits);
      if (typeof read === 'number') {
        this.#needed = read;
        return;
      }
      this.#read = read;
      this.#needed = read.tablesEnd;
    }
    if (this.#filled >= this.#needed) this.list = readMembers(bytes, this.#read, this.#file, this.#limits);
  }
}
