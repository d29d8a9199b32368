/**
 * The pseudo-locale: English with accents, a third longer, in brackets. Text without brackets on a page
 * was not taken from a catalogue; a missing closing bracket is a text that was cut.
 */
import type { Words } from './en/index.ts';

const accents: Readonly<Record<string, string>> = {
  a: 'á', e: 'ê', i: 'ï', o: 'ö', u: 'ü', c: 'ç', n: 'ñ', s: 'š', y: 'ý', z: 'ž',
  A: 'Å', E: 'Ë', I: 'Ï', O: 'Ø', U: 'Û', C: 'Ç', N: 'Ñ', S: 'Š', Y: 'Ý', Z: 'Ž',
}; // prettier-ignore

function stretch(text: string): string {
  const worn = text.replace(/[a-zA-Z]/g, (letter) => accents[letter] ?? letter);
  return `[${worn}${'·'.repeat(Math.ceil(text.length / 3))}]`;
}

function wear(value: unknown): unknown {
  if (typeof value === 'string') return stretch(value);
  if (typeof value === 'function') {
    return (...values: unknown[]) => wear((value as (...v: unknown[]) => unknown)(...values));
  }
  if (Array.isArray(value)) return value.map(wear);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, wear(item)]));
  }
  return value;
}

/** Same keys, same functions, every text changed; numbers and dates stay as they are. */
export function pseudoOf(words: Words): Words {
  const { format, language: _language, ...texts } = words;
  return { ...(wear(texts) as typeof texts), format, language: 'en-x-pseudo' };
}
