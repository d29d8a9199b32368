/** Bits of one chunk: words of 16, little-endian, the highest bit first. */
export class BitWriter {
  readonly #bytes: number[] = [];
  #word = 0;
  #free = 16;

  write(value: number, bits: number): void {
    for (let bit = bits - 1; bit >= 0; bit -= 1) {
      this.#word = (this.#word << 1) | ((value >>> bit) & 1);
      this.#free -= 1;
      if (this.#free === 0) this.#flush();
    }
  }

  /** Fills the word up; a whole one is left alone. */
  align(): void {
    if (this.#free < 16) this.write(0, this.#free);
  }

  /** Only between whole words. */
  raw(bytes: Uint8Array): void {
    this.#bytes.push(...bytes);
  }

  bytes(): Uint8Array {
    this.align();
    return Uint8Array.from(this.#bytes);
  }

  #flush(): void {
    this.#bytes.push(this.#word & 255, this.#word >> 8);
    this.#word = 0;
    this.#free = 16;
  }
}
