import { wordsPerPlane } from '../../domain/index.ts';

/** Bits of a count; no catalog has more updates. */
const bits = 24;

/**
 * Counts for each machine of a block how many planes have its bit, 32 machines at a time: the counts lie
 * across words, lowest bit first, and a plane is added as a carry runs (a ripple counter).
 */
export class MachineCounter {
  readonly #sums = new Int32Array(wordsPerPlane * bits);

  add(word: number, of: number): void {
    let carry = of;
    for (let at = word * bits; carry !== 0; at++) {
      const sum = this.#sums[at] as number;
      this.#sums[at] = sum ^ carry;
      carry &= sum;
    }
  }

  countOf(slot: number): number {
    const first = (slot >>> 5) * bits;
    let count = 0;
    for (let bit = 0; bit < bits; bit++) {
      count += (((this.#sums[first + bit] as number) >>> (slot & 31)) & 1) << bit;
    }
    return count;
  }
}
