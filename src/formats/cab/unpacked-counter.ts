import type { CabinetLimits } from './limits.ts';
import { overLimit } from './refusal.ts';

/** Counts what all folders of a cabinet give, and stops what grows beyond reason. */
export class UnpackedCounter {
  readonly #file: string;
  readonly #limits: CabinetLimits;
  #packed = 0;
  #unpacked = 0;

  constructor(file: string, limits: CabinetLimits) {
    this.#file = file;
    this.#limits = limits;
  }

  add(packed: number, unpacked: number): void {
    const { maxTotalBytes, maxRatio, ratioFloor } = this.#limits;
    this.#packed += packed;
    this.#unpacked += unpacked;
    if (this.#unpacked > maxTotalBytes) throw overLimit(this.#file, '', 'archive-total-bytes', maxTotalBytes);
    if (this.#unpacked > ratioFloor && this.#unpacked > this.#packed * maxRatio) {
      throw overLimit(this.#file, '', 'archive-ratio', maxRatio);
    }
  }
}
