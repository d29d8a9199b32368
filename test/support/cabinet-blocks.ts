import { deflateSync } from 'fflate';

/** How a folder is packed: the word in its entry, and what becomes of each 32 KiB of it. */
export interface Packing {
  /** `typeCompress` of CFFOLDER (MS-CAB 2.2). */
  readonly type: number;
  /**
   * @param plain at most 32 KiB
   * @param before the 32 KiB before them in the folder, empty at its beginning
   */
  pack(plain: Uint8Array, before: Uint8Array): Uint8Array;
}

export const blockBytes = 32 * 1024;

export const stored: Packing = { type: 0, pack: (plain) => plain };

/** MSZIP by a deflate of your choice; that of fflate runs everywhere, that of Node is faster. */
export function mszipBy(deflate: (plain: Uint8Array, dictionary: Uint8Array) => Uint8Array): Packing {
  return {
    type: 1,
    pack: (plain, before) => {
      const deflated = deflate(plain, before);
      const block = new Uint8Array(deflated.length + 2);
      block.set([0x43, 0x4b]);
      block.set(deflated, 2);
      return block;
    },
  };
}

export const mszip = mszipBy((plain, dictionary) =>
  deflateSync(plain, dictionary.length === 0 ? {} : { dictionary }),
);

/** Check sum of a block as MS-CAB 3.1 says it, byte by byte. */
export function checksumOf(data: Uint8Array, packed: number, unpacked: number): number {
  const bytes = [0, 0, 0, 0];
  const rest = data.length % 4;
  data.forEach((byte, index) => {
    const place = index < data.length - rest ? index % 4 : data.length - 1 - index;
    bytes[place] = (bytes[place] ?? 0) ^ byte;
  });
  [packed & 255, packed >> 8, unpacked & 255, unpacked >> 8].forEach((byte, place) => {
    bytes[place] = (bytes[place] ?? 0) ^ byte;
  });
  return new DataView(new Uint8Array(bytes).buffer).getUint32(0, true);
}

/** CFDATA: lengths and check sum in front of the data. */
export function blockOf(data: Uint8Array, unpacked: number, reserve = 0): Uint8Array {
  const block = new Uint8Array(8 + reserve + data.length);
  const view = new DataView(block.buffer);
  view.setUint32(0, checksumOf(data, data.length, unpacked), true);
  view.setUint16(4, data.length, true);
  view.setUint16(6, unpacked, true);
  block.set(data, 8 + reserve);
  return block;
}
