import { foldedName, isHostileName } from '../entry-name.ts';
import { formatError } from '../format-error.ts';

const latin = new TextDecoder('windows-1252');
const utf8 = new TextDecoder('utf-8');
const backslash = 0x5c;
const slash = 0x2f;

/**
 * Text of a name.
 *
 * @param unicode whether the member says that its name is UTF-8 (MS-CAB 2.3, `_A_NAME_IS_UTF`);
 * otherwise it is in the unknown code page of its maker and read as windows-1252
 */
export function textOf(bytes: Uint8Array, from: number, to: number, unicode: boolean): string {
  const part = bytes.subarray(from, to);
  for (const byte of part) if (byte >= 0x80) return (unicode ? utf8 : latin).decode(part);
  return String.fromCharCode(...part);
}

/** Leaves of names that are kept as numbers: they are sound, and equal only to themselves. */
const number = /^(?:0|[1-9][0-9]{0,8})$/;

/**
 * Refuses names that are none (ZIP01), and a second one of the same name (ZIP02). Most members of a
 * catalog are a number in the folder of the one before; those take a short way, as there are millions.
 */
export class NameCheck {
  readonly #file: string;
  readonly #seen = new Set<string>();
  readonly #numbers = new Map<string, Set<number>>();
  /** Folder of the last name: its bytes with the separator, its text, the numbers in it. */
  #folderBytes = new Uint8Array(0);
  #folder = '';
  #inFolder: Set<number> | null = null;

  constructor(file: string) {
    this.#file = file;
  }

  /** Reads and checks the name that stands between two places; separators become `/`. */
  read(bytes: Uint8Array, from: number, to: number, unicode: boolean): string {
    const short = this.#numberAt(bytes, from, to);
    if (short >= 0 && this.#inFolder !== null) {
      const name = this.#folder + String(short);
      if (this.#inFolder.has(short)) throw this.#refused(name);
      this.#inFolder.add(short);
      return name;
    }
    const text = textOf(bytes, from, to, unicode);
    const name = text.includes('\\') ? text.replaceAll('\\', '/') : text;
    this.#inFolder = this.accept(name);
    this.#folder = name.slice(0, name.lastIndexOf('/') + 1);
    let end = to;
    while (end > from && bytes[end - 1] !== backslash && bytes[end - 1] !== slash) end -= 1;
    this.#folderBytes = bytes.slice(from, end);
    return name;
  }

  /** Checks a name with `/`. @returns the numbers that its folder has so far */
  accept(name: string): Set<number> {
    const folded = foldedName(name);
    const leafAt = folded.lastIndexOf('/') + 1;
    const leaf = folded.slice(leafAt);
    const folder = folded.slice(0, leafAt);
    const numbers = this.#numbers.get(folder) ?? new Set<number>();
    const known = number.test(leaf) ? numbers.has(Number(leaf)) : this.#seen.has(folded);
    if (known || name.endsWith('/') || isHostileName(name)) throw this.#refused(name);
    if (number.test(leaf)) numbers.add(Number(leaf));
    else this.#seen.add(folded);
    this.#numbers.set(folder, numbers);
    return numbers;
  }

  /** The number that follows the folder of the last name, or -1. */
  #numberAt(bytes: Uint8Array, from: number, to: number): number {
    const folder = this.#folderBytes;
    const at = from + folder.length;
    const digits = to - at;
    if (digits < 1 || digits > 9 || (digits > 1 && bytes[at] === 0x30)) return -1;
    for (let index = 0; index < folder.length; index += 1) {
      if (bytes[from + index] !== folder[index]) return -1;
    }
    let value = 0;
    for (let index = at; index < to; index += 1) {
      const digit = (bytes[index] ?? 0) - 0x30;
      if (digit < 0 || digit > 9) return -1;
      value = value * 10 + digit;
    }
    return value;
  }

  #refused(name: string) {
    return formatError('name-refused', this.#file, name.slice(0, 100), { name: name.slice(0, 40) });
  }
}
