import type { MuScope } from '../../../domain/index.ts';
import type { Words } from '../../words/index.ts';

/** A scope in a line: `3 products, all classifications, texts: en, de`. */
export function scopeText({ products, classifications, languages }: MuScope, words: Words): string {
  const { allProducts, allClassifications, classifications: counted, texts } = words.scope.line;
  return [
    products === null ? allProducts : words.common.products(products.length),
    classifications === null ? allClassifications : counted(classifications.length),
    texts(languages.join(', ')),
  ].join(', ');
}
