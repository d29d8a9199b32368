import { classificationNames } from '../domain/index.ts';
import type { MuDocument } from '../domain/index.ts';
import type { EditionScope } from './engine.ts';

/**
 * What was chosen of an edition, with the names the edition itself gives, and how much that leaves out.
 *
 * @param current its revisions are there to be counted
 */
export function editionScope({ scope, counts, revisions }: MuDocument, current: boolean): EditionScope {
  const { products, classifications, languages } = scope;
  const isWhole = products === null && classifications === null;
  const names = new Map<string, string>(Object.entries(classificationNames));
  let taken = 0;
  for (const { type, updateId, title, role } of isWhole ? [] : revisions) {
    if (role === 'update') taken += 1;
    if (type === 'Category' && title !== '') names.set(updateId, title);
  }
  const named = (ids: readonly string[] | null) => ids && ids.map((id) => names.get(id) ?? id).sort();
  return {
    products: named(products),
    classifications: named(classifications),
    languages,
    leftOut: isWhole ? 0 : current ? Math.max(0, counts.updates - taken) : null,
  };
}
