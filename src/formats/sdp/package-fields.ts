import { textOf } from '../rules/index.ts';
import type { RuleElement } from '../rules/index.ts';
import { maxShortText } from './limits.ts';
import type { SchemaNotes } from './schema-notes.ts';

/** Attributes and texts of one package, read leniently: what the schema does not allow is a remark. */
export class PackageFields {
  readonly packageId: string;
  readonly #notes: SchemaNotes;

  constructor(packageId: string, notes: SchemaNotes) {
    this.packageId = packageId;
    this.#notes = notes;
  }

  note(field: string, value: string): void {
    this.#notes.add(field, value, this.packageId);
  }

  /** Attribute, trimmed; empty where it is missing. */
  text(element: RuleElement | null, name: string): string {
    return (element?.attributes.get(name) ?? '').trim().slice(0, maxShortText);
  }

  /** One of `words` without regard to case; the first one where the attribute is missing or another. */
  word<T extends string>(element: RuleElement | null, name: string, words: readonly [T, ...T[]]): T {
    const value = this.text(element, name);
    if (value === '') return words[0];
    const found = words.find((word) => word.toLowerCase() === value.toLowerCase());
    if (found === undefined) this.note(`${element?.name ?? ''}/${name}`, value);
    return found ?? words[0];
  }

  flag(element: RuleElement | null, name: string): boolean {
    const value = this.text(element, name).toLowerCase();
    if (value === 'true' || value === '1') return true;
    if (value !== '' && value !== 'false' && value !== '0')
      this.note(`${element?.name ?? ''}/${name}`, value);
    return false;
  }

  /** Ids of the children `name`, lower case without braces; what is no GUID is kept and remarked on. */
  ids(element: RuleElement | null, name: string): readonly string[] {
    const ids = new Set<string>();
    for (const child of element?.children ?? []) {
      if (child.name !== name) continue;
      const text = child.text.trim();
      const id = packageId(text) ?? text.toLowerCase().slice(0, 64);
      if (!guid.test(id)) this.note(`${element?.name ?? ''}/${name}`, text);
      if (id !== '') ids.add(id);
    }
    return [...ids];
  }

  /** Texts of the children `name`, trimmed, without empty ones. */
  texts(element: RuleElement | null, name: string): readonly string[] {
    return (element?.children ?? [])
      .filter((child) => child.name === name)
      .map((child) => child.text.trim().slice(0, maxShortText))
      .filter((text) => text !== '');
  }

  childText(element: RuleElement | null, name: string): string {
    return element === null ? '' : textOf(element, name).slice(0, maxShortText);
  }

  /** Base64 digest of `bytes` bytes as lower-case hex, or null. */
  digest(field: string, base64: string, bytes: number): string | null {
    if (base64 === '') return null;
    const text = base64.replace(/\s+/g, '');
    if (/^[A-Za-z0-9+/]+={0,2}$/.test(text) && text.length % 4 === 0) {
      const raw = atob(text);
      if (raw.length === bytes) {
        return [...raw].map((mark) => mark.charCodeAt(0).toString(16).padStart(2, '0')).join('');
      }
    }
    this.note(field, base64);
    return null;
  }
}

/**
 * A PackageID in its stored form: lower case, without braces; null where it could not be one. Vendors
 * write GUIDs; any other word of letters, digits and hyphens identifies as well.
 */
export function packageId(text: string): string | null {
  const id = text
    .trim()
    .replace(/^\{(.*)\}$/s, '$1')
    .toLowerCase();
  return /^[0-9a-z][0-9a-z-]{0,63}$/.test(id) ? id : null;
}

export const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
