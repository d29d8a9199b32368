import { canonicalJson } from '../domain/index.ts';
import type { CatalogDocument, MuDocument } from '../domain/index.ts';
import { contentByUpdate } from './document-contents.ts';
import type { EditionDifference } from './engine.ts';
import { sameScope } from './large-catalog/same-scope.ts';

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

/** Of large catalogs what their revisions say is compared by its hash: one text of all would not fit. */
function sameRevisions(a: MuDocument, b: MuDocument): boolean {
  if (
    a.packageId !== b.packageId ||
    a.revisions.length !== b.revisions.length ||
    !sameScope(a.scope, b.scope)
  ) {
    return false;
  }
  return a.revisions.every(({ updateId, revision, contentHash }, at) => {
    const other = b.revisions[at];
    return other?.updateId === updateId && other.revision === revision && other.contentHash === contentHash;
  });
}

/** Whether two documents say the same, whatever file and encoding they came in. */
export function sameContent(a: CatalogDocument, b: CatalogDocument): boolean {
  if (a.source !== b.source) return false;
  if (a.source === 'mu' && b.source === 'mu') return sameRevisions(a, b);
  const content = ({ file: _file, bytes: _bytes, sha256: _sha256, ...rest }: CatalogDocument) =>
    canonicalJson(rest);
  return content(a) === content(b);
}
