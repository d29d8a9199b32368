import type { Settings } from '../../domain/index.ts';
import { de } from './de/index.ts';
import { en, type Words } from './en/index.ts';
import { pseudoOf } from './pseudo.ts';

export type { Words } from './en/index.ts';
export { errorDetails, errorText, type ErrorParts, type FailedAct } from './error-text.ts';
export { timeOf } from './format.ts';

/** A language that there are words of. */
export type Language = Exclude<Settings['language'], 'browser'>;

const made = new Map<Language, Words>([
  ['en', en],
  ['de', de],
]);

/** Catalogue of a language; the pseudo-locale is made on first use. */
export function wordsOf(language: Language): Words {
  const words = made.get(language) ?? pseudoOf(en);
  made.set(language, words);
  return words;
}
