import type { ScalarComparison, StringComparison } from '../../domain/index.ts';
import { scalarComparisons, stringComparisons } from '../../domain/index.ts';
import type { RuleElement } from './element.ts';

/**
 * Attributes of one rule element, read by type. The first one that is missing or cannot be read
 * becomes the element's fault: `Data "4294967296" is not a number from 0 to 4294967295`. A faulty
 * element is a leaf that is not understood, so what is returned for a faulty attribute is never used.
 */
export class Fields {
  readonly element: RuleElement;
  #fault: string | null = null;

  constructor(element: RuleElement) {
    this.element = element;
  }

  get fault(): string | null {
    return this.#fault;
  }

  /** Keeps the first fault. */
  fail(fault: string): void {
    this.#fault ??= fault;
  }

  has(name: string): boolean {
    return this.element.attributes.has(name);
  }

  /** As written, nothing trimmed; null where it is missing. */
  optionalText(name: string): string | null {
    return this.element.attributes.get(name) ?? null;
  }

  /** As written; missing is a fault, empty is not. */
  text(name: string): string {
    const value = this.optionalText(name);
    if (value === null) this.fail(`${name} missing`);
    return value ?? '';
  }

  /** As written; missing or empty is a fault. */
  filled(name: string): string {
    const value = this.text(name);
    if (value === '') this.fail(`${name} empty`);
    return value;
  }

  optionalNumber(name: string, minimum: number, maximum: number): number | null {
    const value = this.optionalText(name);
    if (value === null) return null;
    const digits = /^\s*([+-]?\d{1,20})\s*$/.exec(value)?.[1];
    const number = Number(digits ?? 'NaN');
    if (!(number >= minimum && number <= maximum)) {
      this.#wrong(name, value, `a number from ${String(minimum)} to ${String(maximum)}`);
      return null;
    }
    return number;
  }

  number(name: string, minimum: number, maximum: number): number {
    this.#need(name);
    return this.optionalNumber(name, minimum, maximum) ?? 0;
  }

  /** xsd:boolean; `otherwise` where it is missing. */
  flag(name: string, otherwise = false): boolean {
    const value = this.optionalText(name);
    if (value === null) return otherwise;
    const word = value.trim().toLowerCase();
    if (word === 'true' || word === '1') return true;
    if (word !== 'false' && word !== '0') this.#wrong(name, value, 'true or false');
    return false;
  }

  /** One of `words` without regard to case (section 1); null where the attribute is missing. */
  optionalWord<T extends string>(name: string, words: readonly T[]): T | null {
    const value = this.optionalText(name);
    if (value === null) return null;
    const asked = value.trim().toLowerCase();
    const found = words.find((word) => word.toLowerCase() === asked);
    if (found === undefined) this.#wrong(name, value, `one of ${words.join(', ')}`);
    return found ?? null;
  }

  word<T extends string>(name: string, words: readonly [T, ...T[]]): T {
    this.#need(name);
    return this.optionalWord(name, words) ?? words[0];
  }

  comparison(): ScalarComparison {
    return this.word('Comparison', scalarComparisons);
  }

  stringComparison(): StringComparison {
    return this.word('Comparison', stringComparisons);
  }

  /** 1 to `parts` numbers with dots, as written; null where the attribute is missing. */
  optionalVersion(name: string): string | null {
    const value = this.optionalText(name)?.trim() ?? null;
    if (value === null) return null;
    if (!/^\d{1,10}(?:\.\d{1,10}){0,3}$/.test(value)) this.#wrong(name, value, 'a version');
    return value;
  }

  version(name: string): string {
    this.#need(name);
    return this.optionalVersion(name) ?? '0';
  }

  /** `{GUID}` with braces, as written otherwise; null where the attribute is missing. */
  optionalGuid(name: string): string | null {
    const value = this.optionalText(name);
    if (value === null) return null;
    const guid = bracedGuid(value);
    if (guid === null) this.#wrong(name, value, 'a GUID');
    return guid;
  }

  guid(name: string): string {
    this.#need(name);
    return this.optionalGuid(name) ?? '';
  }

  /** Texts of the children of this name; none is a fault. */
  texts(name: string): readonly string[] {
    const found = this.element.children.filter((child) => child.name === name).map(({ text }) => text.trim());
    if (found.length === 0) this.fail(`${name} missing`);
    if (found.includes('')) this.fail(`${name} empty`);
    return found;
  }

  #need(name: string): void {
    if (!this.has(name)) this.fail(`${name} missing`);
  }

  #wrong(name: string, value: string, wanted: string): void {
    this.fail(`${name} "${value.slice(0, 60)}" is not ${wanted}`);
  }
}

/** `{1234…}` of a GUID with or without braces, or null. */
export function bracedGuid(text: string): string | null {
  const match = /^\s*\{?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\}?\s*$/.exec(text);
  return match === null ? null : `{${match[1] ?? ''}}`;
}
