import type { CatalogDocument } from '../domain/index.ts';
import type { Store, StoredEdition } from '../store/index.ts';

/** A stored document with everything in it: of a large one that is not current the revisions are read now. */
export async function wholeDocument(
  { document, current, generation }: StoredEdition,
  store: Store,
): Promise<CatalogDocument> {
  if (document.source !== 'mu' || current || generation === undefined) return document;
  return { ...document, revisions: await store.catalogs.revisions(generation) };
}
