import type { Attributes } from '../text/index.ts';

/**
 * The attributes of one element, in the order they were written in. A catalog has millions of elements with a
 * handful of attributes each: looking through a short list is quicker than making a hash table.
 */
export class AttributeList implements Attributes {
  readonly #names: readonly string[];
  readonly #values: readonly string[];

  /** @param names each once, with the value at the same place */
  constructor(names: readonly string[], values: readonly string[]) {
    this.#names = names;
    this.#values = values;
  }

  get size(): number {
    return this.#names.length;
  }

  get(name: string): string | undefined {
    const at = this.#names.indexOf(name);
    return at < 0 ? undefined : this.#values[at];
  }

  has(name: string): boolean {
    return this.#names.includes(name);
  }

  forEach(take: (value: string, name: string, map: Attributes) => void): void {
    for (const [name, value] of this) take(value, name, this);
  }

  *entries(): MapIterator<[string, string]> {
    for (const [at, name] of this.#names.entries()) yield [name, this.#values[at] ?? ''];
  }

  keys(): MapIterator<string> {
    return this.#names.values();
  }

  values(): MapIterator<string> {
    return this.#values.values();
  }

  [Symbol.iterator](): MapIterator<[string, string]> {
    return this.entries();
  }
}

export const noAttributes: Attributes = new AttributeList([], []);
