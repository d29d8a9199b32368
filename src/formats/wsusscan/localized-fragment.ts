import type { MuText } from '../../domain/index.ts';
import { childOf, childrenOf, textOf } from '../rules/index.ts';
import type { RuleElement } from '../rules/index.ts';
import { maxDescription, maxShortText } from './limits.ts';

/**
 * The texts of a localized fragment, or of all languages of a full update document (wsusscn2, section
 * 4.4). `language` is where the fragment stands: the folder of `l/`; empty = as it says itself.
 */
export function readTexts(elements: readonly RuleElement[], language: string): readonly MuText[] {
  const collection = elements.find(({ name }) => name === 'LocalizedPropertiesCollection');
  const texts = collection?.children ?? elements;
  return texts
    .filter(({ name }) => name === 'LocalizedProperties')
    .map((text) => ({
      language: language === '' ? textOf(text, 'Language').toLowerCase().slice(0, 40) : language,
      title: textOf(text, 'Title').slice(0, maxShortText),
      description: textOf(text, 'Description').slice(0, maxDescription),
      uninstallNotes: textOf(text, 'UninstallNotes').slice(0, maxDescription),
      moreInfoUrls: childrenOf(text, 'MoreInfoUrl')
        .map((url) => url.text.trim().slice(0, maxShortText))
        .filter((url) => url !== ''),
      supportUrl: (childOf(text, 'SupportUrl')?.text.trim() ?? '').slice(0, maxShortText),
    }));
}

/**
 * The texts that are wanted: those in the languages a person chose, else the default language, else the
 * first there is. The chosen ones come in the order they were chosen in.
 */
export function chooseLanguages(
  available: readonly string[],
  chosen: readonly string[],
  defaultLanguage: string,
): readonly string[] {
  const wanted = chosen.filter((language) => available.includes(language));
  if (wanted.length > 0) return wanted;
  if (available.includes(defaultLanguage)) return [defaultLanguage];
  return [...available].sort().slice(0, 1);
}
