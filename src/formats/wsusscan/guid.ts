import { GrowingBytes } from './columns.ts';

const form = /^\s*\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?\s*$/;

/**
 * An update id as all places of a catalog agree on: lower case, no braces; null where it is no GUID.
 * Fragments spell the same GUID in upper or mixed case (wsusscn2, section 8).
 */
export function readGuid(text: string): string | null {
  return form.exec(text.toLowerCase())?.[1] ?? null;
}

/** Numbers for GUIDs in the order in which they are met. */
export class GuidPool {
  readonly #numbers = new Map<string, number>();
  readonly #bytes = new GrowingBytes();
  readonly #one = new Uint8Array(16);

  get size(): number {
    return this.#numbers.size;
  }

  /** Null where the text is no GUID. */
  number(text: string): number | null {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const guid = readGuid(text);
    if (guid === null) return null;
    const same = this.#numbers.get(guid);
    if (same !== undefined) return same;
    const number = this.#numbers.size;
    this.#numbers.set(guid, number);
    const digits = guid.replaceAll('-', '');
    for (let i = 0; i < 16; i += 1) this.#one[i] = Number.parseInt(digits.slice(i * 2, i * 2 + 2), 16);
    this.#bytes.push(this.#one);
    return number;
  }

  /** 16 bytes for each number. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.finish();
  }
}

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Lower-case hex. */
export function hexOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += hex[byte] ?? '';
  return text;
}

/** Text of the GUID with this number. */
export function guidText(guids: Uint8Array, number: number): string {
  const digits = hexOf(guids.subarray(number * 16, number * 16 + 16));
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20),
  ].join('-');
}
