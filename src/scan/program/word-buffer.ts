/** 32-bit words that are written one after the other. */
export class WordBuffer {
  #words = new Uint32Array(1 << 9);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(word: number): void {
    if (this.#length === this.#words.length) {
      const larger = new Uint32Array(this.#words.length * 2);
      larger.set(this.#words);
      this.#words = larger;
    }
    this.#words[this.#length++] = word;
  }

  /** The words so far, in an array of their own size. */
  finish(): Uint32Array<ArrayBuffer> {
    return this.#words.slice(0, this.#length);
  }
}
