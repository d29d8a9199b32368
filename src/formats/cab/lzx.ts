/** Unpacks the blocks of one LZX folder, in their order. */
export interface LzxFolder {
  /**
   * @param packed data of one block
   * @param bytes how many it must give, at most 32 KiB
   * @returns the bytes, valid until the next call; null where the block is no LZX
   */
  unpack(packed: Uint8Array, bytes: number): Uint8Array | null;
  /** Gives its memory back. */
  close(): void;
}

/** The LZX decoder, loaded: everything from here on is synchronous. */
export interface Lzx {
  /** @param windowBits 15 to 21 */
  open(windowBits: number): LzxFolder;
}

/** How a floor above brings the decoder; called when a cabinet has an LZX folder of which something is wanted. */
export type LzxPort = () => Promise<Lzx>;
