/** Columns of the master list: numbers in typed arrays, so that 137,000 rows cross to a worker at once. */

/** One list of numbers a row: `values[starts[row]]` up to `values[starts[row + 1]]`. */
export interface ListColumn {
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly values: Uint32Array<ArrayBuffer>;
}

/** One text a row, UTF-8: from the end of the row before up to `ends[row]`. */
export interface TextColumn {
  readonly ends: Uint32Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();

export function listAt(column: ListColumn, row: number): Uint32Array {
  return column.values.subarray(column.starts[row], column.starts[row + 1]);
}

export function textAt(column: TextColumn, row: number): string {
  const start = row === 0 ? 0 : column.ends[row - 1];
  return decoder.decode(column.bytes.subarray(start, column.ends[row]));
}

/** Numbers whose count is not known before the end. */
export class GrowingNumbers {
  #values = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const grown = new Uint32Array(this.length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.length] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.#values[index] = value;
  }

  finish(): Uint32Array<ArrayBuffer> {
    return this.#values.slice(0, this.length);
  }
}

/** Bytes whose count is not known before the end. */
export class GrowingBytes {
  #bytes = new Uint8Array(4096);
  length = 0;

  push(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  pushText(text: string): void {
    this.#room(text.length * 3);
    this.length += encoder.encodeInto(text, this.#bytes.subarray(this.length)).written;
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.length);
  }

  #room(bytes: number): void {
    if (this.length + bytes <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + bytes));
    grown.set(this.#bytes.subarray(0, this.length));
    this.#bytes = grown;
  }
}

/** A list column row by row: `add` for each value, `endRow` behind the last one of a row. */
export class GrowingLists {
  readonly #starts = new GrowingNumbers();
  readonly #values = new GrowingNumbers();

  constructor() {
    this.#starts.push(0);
  }

  /** Values so far, over all rows. */
  get length(): number {
    return this.#values.length;
  }

  add(value: number): void {
    this.#values.push(value);
  }

  endRow(): void {
    this.#starts.push(this.#values.length);
  }

  finish(): ListColumn {
    return { starts: this.#starts.finish(), values: this.#values.finish() };
  }
}

/** A text column row by row. */
export class GrowingTexts {
  readonly #ends = new GrowingNumbers();
  readonly #bytes = new GrowingBytes();

  push(text: string): void {
    this.#bytes.pushText(text);
    this.#ends.push(this.#bytes.length);
  }

  finish(): TextColumn {
    return { ends: this.#ends.finish(), bytes: this.#bytes.finish() };
  }
}
