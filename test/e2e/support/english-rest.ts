import type { Page } from 'playwright-core';

import { wordsOf } from '../../../src/ui/words/index.ts';

interface English {
  /** Whole texts of the English catalogue that German says in another way. */
  readonly texts: ReadonlySet<string>;
  /** Pieces of English sentences with values in them, three words and longer. */
  readonly pieces: readonly string[];
}

/** English texts that no German page may show, from the two word catalogues. */
export function englishOnly(): English {
  const texts = new Set<string>();
  const pieces = new Set<string>();
  const german = new Set<string>();
  walk(
    wordsOf('de'),
    (text) => german.add(text),
    () => undefined,
  );
  walk(
    wordsOf('en'),
    (text) => {
      if (/\p{L}{3}/u.test(text) && !german.has(text)) texts.add(text);
    },
    (source) => {
      // What stands between the values of a template or between quotes.
      for (const [, quoted = ''] of source.matchAll(/["'`}]([^"'`${}]{8,})/g)) {
        const piece = quoted.trim();
        if (/^[\p{L}\d,.:;()’“” -]+$/u.test(piece) && piece.split(/\s+/).length >= 3) pieces.add(piece);
      }
    },
  );
  return { texts, pieces: [...pieces] };
}

function walk(words: unknown, text: (text: string) => void, fn: (source: string) => void): void {
  if (typeof words === 'string') text(words.trim());
  else if (typeof words === 'function') fn(words.toString());
  else if (typeof words === 'object' && words !== null)
    for (const each of Object.values(words)) walk(each, text, fn);
}

/** Texts a person meets on the page as it stands: in the document, in names of controls, in hints. */
export function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      // Texts of catalogs and machines keep their language; keys are called as they are printed.
      if (node.parentElement?.closest('bdi, kbd, script, style, [lang]:not(html)')) continue;
      found.push(node.textContent ?? '');
    }
    for (const each of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      for (const name of ['aria-label', 'title', 'placeholder']) {
        if (each.localName !== 'bdi') found.push(each.getAttribute(name) ?? '');
      }
    }
    return found.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
  });
}

/** English that is left among the texts of a page. */
export function englishIn(texts: readonly string[], english: English): string[] {
  return texts.filter(
    (text) => english.texts.has(text) || english.pieces.some((piece) => text.includes(piece)),
  );
}
