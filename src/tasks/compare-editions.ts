import { canonicalJson } from '../domain/index.ts';
import type { CatalogDocument } from '../domain/index.ts';
import { contentByUpdate } from './document-contents.ts';
import type { EditionDifference } from './engine.ts';

/**
 * What changed from one edition of a document to another, by content: updates that are new, revised or
 * gone, each list in the order of their names. An update is revised when anything the document says
 * about it differs; bytes, order and dates do not count.
 */
export function compareEditions(older: CatalogDocument, newer: CatalogDocument): EditionDifference {
  const before = contentByUpdate(older);
  const after = contentByUpdate(newer);
  return {
    document: newer.id,
    added: [...after.keys()].filter((name) => !before.has(name)),
    revised: [...after]
      .filter(([name, content]) => before.has(name) && before.get(name) !== content)
      .map(([name]) => name),
    gone: [...before.keys()].filter((name) => !after.has(name)),
  };
}

/** Whether two documents say the same, whatever file and encoding they came in. */
export function sameContent(a: CatalogDocument, b: CatalogDocument): boolean {
  if (a.source !== b.source) return false;
  const content = ({ file: _file, bytes: _bytes, sha256: _sha256, ...rest }: CatalogDocument) =>
    canonicalJson(rest);
  return content(a) === content(b);
}
