import { sourceOfId } from '../../domain/index.ts';
import type { Update } from '../../domain/index.ts';
import type { Words } from '../words/index.ts';

/** `Windows 10 Version 22H2 and 3 more: Security Update, 2024-Mar`, as the monthly documents are titled. */
const made = /^(.*?)(?: and (\d+) more)?: ([^:,]+), (\d{4}-[A-Z][a-z]{2})$/;

/**
 * The title of an update in the language of the page. Titles of the monthly documents are made by this
 * program from product, kind and month; those of other catalogs are the vendor's and stay as they are.
 */
export function titleOf(update: Pick<Update, 'id' | 'title'>, words: Words): string {
  const found = sourceOfId(update.id) === 'msrc' ? made.exec(update.title) : null;
  if (!found) return update.title;
  const [, product = '', more, kind = '', month = ''] = found;
  return words.updates.madeTitle(product, Number(more ?? 0), kind, month);
}
