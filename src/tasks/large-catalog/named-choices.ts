import { classificationNames } from '../../domain/index.ts';
import type { MuChoice, ScopeChoices } from '../../domain/index.ts';
import type { StoredEdition } from '../../store/index.ts';

/**
 * Choices with the names that the parts that were read do not have: those of the edition in use, and of
 * classifications the names of wsusscn2, section 5. What is left has no name.
 */
export function namedChoices(choices: ScopeChoices, stored: readonly StoredEdition[]): ScopeChoices {
  const known = new Map<string, string>(Object.entries(classificationNames));
  for (const { document } of stored) {
    if (document.source !== 'mu') continue;
    for (const { type, updateId, title } of document.revisions) {
      if (type === 'Category' && title !== '') known.set(updateId, title);
    }
  }
  const named = <Choice extends MuChoice>(choice: Choice): Choice =>
    choice.name === '' ? { ...choice, name: known.get(choice.id) ?? '' } : choice;
  return {
    ...choices,
    products: choices.products.map(named),
    families: choices.families.map(named),
    classifications: choices.classifications.map(named),
  };
}
