import { parseTime } from '../leaves/file-time.ts';
import type { OrderKey } from './order-key.ts';
import { versionKey } from './version-key.ts';

/**
 * What the comparisons of a catalog compare with: each number, version and time is read once and has a small
 * number of its own from then on. A catalog asks for the same constants hundreds of thousands of times.
 */
export class Constants {
  readonly #values: (number | string)[] = [];
  readonly #keys: OrderKey[] = [];
  readonly #numbers = new Map<number, number>();
  readonly #versions = new Map<string, number>();
  readonly #times = new Map<string, number>();

  /** Null for what is no finite number. */
  number(value: number): number | null {
    if (!Number.isFinite(value)) return null;
    return this.#numbers.get(value) ?? this.#add(this.#numbers, value, value);
  }

  /** Null for a text that is no version. */
  version(text: string): number | null {
    return this.#versions.get(text) ?? this.#add(this.#versions, text, versionKey(text));
  }

  /** Null for a text that is no time. */
  time(text: string): number | null {
    return this.#times.get(text) ?? this.#add(this.#times, text, parseTime(text));
  }

  /** The constant as the catalog writes it. */
  valueOf(constant: number): number | string {
    return this.#values[constant] as number | string;
  }

  keyOf(constant: number): OrderKey {
    return this.#keys[constant] as OrderKey;
  }

  #add<T extends number | string>(known: Map<T, number>, value: T, key: OrderKey | null): number | null {
    if (key === null) return null;
    const constant = this.#values.push(value) - 1;
    this.#keys.push(key);
    known.set(value, constant);
    return constant;
  }
}
