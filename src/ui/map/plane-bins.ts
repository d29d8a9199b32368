import { machinesPerBlock, ones, wordsPerPlane, wordsPerRow, type PlaneReader } from '../../domain/index.ts';
import { noBin } from './bins.ts';

/** Numbers of one bin: Required, Installed, Unknown; the last is not used. */
export const numbersPerBin = 4;

/**
 * Shares the machines out among bins, and counts 32 of them at a time. Machines lie by operating system in
 * the planes and mostly on the map too, so a word has few bins; where it has many, single bits are looked at.
 * Not Required is what remains: by far the most words need no counting at all.
 */
export class PlaneBins {
  /** Machines of each bin. */
  readonly sizes: Uint32Array;
  readonly #shown: Uint32Array;
  /** Bin by `block * 128 + slot`. */
  readonly #binOf: Uint16Array;
  /** Pieces of a word that belong to one bin: first piece of each word, then bins and masks of pieces. */
  readonly #first: Uint32Array;
  readonly #bins: Uint16Array;
  readonly #masks: Int32Array;

  /** @param binOf bin by position of the machine; `noBin` for one that is not looked at */
  constructor(
    private readonly reader: PlaneReader,
    binOf: Uint16Array,
    bins: number,
  ) {
    this.sizes = new Uint32Array(bins);
    this.#shown = new Uint32Array(reader.present.length);
    this.#first = new Uint32Array(reader.present.length + 1);
    this.#binOf = new Uint16Array(reader.positions.length).fill(noBin);
    const pieces: { readonly bin: number; mask: number }[] = [];
    for (let word = 0; word < reader.present.length; word++) {
      const first = pieces.length;
      for (let bit = 0; bit < 32; bit++) {
        const position = reader.positions[word * 32 + bit] ?? -1;
        const bin = position < 0 ? noBin : (binOf[position] ?? noBin);
        if (bin === noBin) continue;
        this.#binOf[word * 32 + bit] = bin;
        this.sizes[bin] = (this.sizes[bin] ?? 0) + 1;
        this.#shown[word] = (this.#shown[word] ?? 0) | (1 << bit);
        let at = first;
        while (at < pieces.length && pieces[at]?.bin !== bin) at++;
        const piece = (pieces[at] ??= { bin, mask: 0 });
        piece.mask |= 1 << bit;
      }
      this.#first[word + 1] = pieces.length;
    }
    this.#bins = Uint16Array.from(pieces, ({ bin }) => bin);
    this.#masks = Int32Array.from(pieces, ({ mask }) => mask);
  }

  /** Adds the states of one update on the machines of one block, Not Required left out. */
  add(block: number, update: number, counts: Uint32Array): void {
    const planes = this.reader.planes.blocks[block]?.planes as Uint32Array;
    let at = update * wordsPerRow;
    const end = (block + 1) * wordsPerPlane;
    for (let word = block * wordsPerPlane; word < end; word++, at++) {
      const bit0 = planes[at] as number;
      const bit1 = planes[at + wordsPerPlane] as number;
      const any = ~(bit0 & bit1) & (this.#shown[word] as number);
      if (any === 0) continue;
      const pieces = (this.#first[word + 1] as number) - (this.#first[word] as number);
      if (pieces > 2 && pieces > ones(any)) this.#addBits(word, any, bit0, bit1, counts);
      else this.#addPieces(word, any, bit0, bit1, counts);
    }
  }

  #addPieces(word: number, any: number, bit0: number, bit1: number, counts: Uint32Array): void {
    const end = this.#first[word + 1] as number;
    for (let piece = this.#first[word] as number; piece < end; piece++) {
      const of = any & (this.#masks[piece] as number);
      if (of === 0) continue;
      const at = (this.#bins[piece] as number) * numbersPerBin;
      counts[at] = (counts[at] as number) + ones(of & ~(bit0 | bit1));
      counts[at + 1] = (counts[at + 1] as number) + ones(of & bit0);
      counts[at + 2] = (counts[at + 2] as number) + ones(of & bit1);
    }
  }

  #addBits(word: number, any: number, bit0: number, bit1: number, counts: Uint32Array): void {
    for (let left = any; left !== 0; left &= left - 1) {
      const bit = 31 - Math.clz32(left & -left);
      const code = ((bit0 >>> bit) & 1) | (((bit1 >>> bit) & 1) << 1);
      const at = (this.#binOf[word * 32 + bit] as number) * numbersPerBin + code;
      counts[at] = (counts[at] as number) + 1;
    }
  }

  /** Blocks there are. */
  get blocks(): number {
    return this.reader.positions.length / machinesPerBlock;
  }
}
