import { inflateSync } from 'fflate';
import type { CabinetFolder } from './cabinet.ts';
import type { Lzx } from './lzx.ts';
import { blockBytes } from './members.ts';
import { notSupported } from './refusal.ts';

/** Unpacks the blocks of one folder, in their order. */
export interface BlockDecoder {
  /** @returns just `bytes` bytes, valid until the next call, or null where the data is damaged */
  unpack(data: Uint8Array, bytes: number): Uint8Array | null;
  close(): void;
}

/**
 * The decoder of a folder.
 * @param lzx the loaded LZX decoder, or null where none was brought
 * Throws `FormatError` `archive-not-supported`: Quantum, methods that MS-CAB does not know, LZX
 * without a decoder or with a window outside of 15 to 21 bits.
 */
export function openDecoder(folder: CabinetFolder, lzx: Lzx | null, file: string): BlockDecoder {
  const { method, windowBits } = folder;
  if (method === 'stored') return stored;
  if (method === 'mszip') return new MszipDecoder();
  const place = `folder ${String(folder.index)}`;
  if (method === 'lzx' && windowBits >= 15 && windowBits <= 21 && lzx !== null) return lzx.open(windowBits);
  const names = {
    lzx: `LZX:${String(windowBits)} cabinet`,
    quantum: 'Quantum cabinet',
    unknown: 'cabinet of an unknown method',
  };
  throw notSupported(file, place, names[method]);
}

const stored: BlockDecoder = {
  unpack: (data, bytes) => (data.length === bytes ? data : null),
  close: () => undefined,
};

/**
 * Each MSZIP block is `CK` and a deflate stream that may look back into the last 32 KiB before it
 * (MS-MCI 2).
 */
class MszipDecoder implements BlockDecoder {
  /** The last 32 KiB, right-aligned before `middle`, then the present block. */
  readonly #buffer = new Uint8Array(2 * blockBytes + 1);
  #known = 0;
  #last = 0;

  unpack(data: Uint8Array, bytes: number): Uint8Array | null {
    if (data.length < 3 || data[0] !== 0x43 || data[1] !== 0x4b) return null;
    this.#remember();
    // One byte more than declared, so that a block that gives more is seen.
    const out = this.#buffer.subarray(blockBytes, blockBytes + bytes + 1);
    const dictionary = this.#buffer.subarray(blockBytes - this.#known, blockBytes);
    try {
      const given = inflateSync(data.subarray(2), { out, ...(this.#known > 0 && { dictionary }) });
      if (given.length !== bytes) return null;
    } catch {
      return null;
    }
    this.#last = bytes;
    return out.subarray(0, bytes);
  }

  close(): void {
    this.#known = 0;
  }

  #remember(): void {
    this.#buffer.copyWithin(0, this.#last, this.#last + blockBytes);
    this.#known = Math.min(blockBytes, this.#known + this.#last);
  }
}
