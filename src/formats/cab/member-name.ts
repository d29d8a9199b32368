import { foldedName, isHostileName } from '../entry-name.ts';
import { formatError } from '../format-error.ts';

const latin = new TextDecoder('windows-1252');
const utf8 = new TextDecoder('utf-8');

/**
 * Text of a name. Names of ASCII, which nearly all are, are made without a decoder: there are hundreds
 * of thousands of them.
 *
 * @param unicode whether the member says that its name is UTF-8 (MS-CAB 2.3, `_A_NAME_IS_UTF`);
 * otherwise it is in the unknown code page of its maker and read as windows-1252
 */
export function textOf(bytes: Uint8Array, from: number, to: number, unicode: boolean): string {
  const part = bytes.subarray(from, to);
  for (const byte of part) if (byte >= 0x80) return (unicode ? utf8 : latin).decode(part);
  return String.fromCharCode(...part);
}

const plain = /^[a-z0-9_/-]*$/;

/** Refuses names that are none (ZIP01), and a second one of the same name (ZIP02). */
export class NameCheck {
  readonly #file: string;
  readonly #seen = new Set<string>();
  /** Folders that were found sound, with the slash behind them. */
  readonly #folders = new Set<string>(['']);

  constructor(file: string) {
    this.#file = file;
  }

  /**
   * @param given with the separators of the cabinet, `\` or `/`
   * @returns the name with `/`
   */
  accept(given: string): string {
    const name = given.includes('\\') ? given.replaceAll('\\', '/') : given;
    const folded = plain.test(name) ? name : foldedName(name);
    if (!this.#isSound(name) || this.#seen.has(folded)) {
      throw formatError('name-refused', this.#file, name.slice(0, 100), { name: name.slice(0, 40) });
    }
    this.#seen.add(folded);
    return name;
  }

  /** Members of one folder mostly differ by a number, which needs no look at what names may not be. */
  #isSound(name: string): boolean {
    const slash = name.lastIndexOf('/') + 1;
    const folder = name.slice(0, slash);
    if (this.#folders.has(folder) && /^[0-9]+$/.test(name.slice(slash))) return true;
    if (name.endsWith('/') || isHostileName(name)) return false;
    this.#folders.add(folder);
    return true;
  }
}
