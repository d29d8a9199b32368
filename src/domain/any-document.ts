import type { CatalogDocument } from './catalog.ts';
import type { MssecureDocument } from './mssecure.ts';
import type { SdpDocument } from './sdp-package.ts';

/** A stored catalog document of any source. */
export type AnyDocument = CatalogDocument | SdpDocument | MssecureDocument;

/**
 * Name of an edition as results and proofs give it: `2026-Feb@2026-02-10T08:00:00Z` of a monthly
 * document; what the vendor's catalog calls its edition otherwise.
 */
export function editionOf(document: AnyDocument): string {
  switch (document.source) {
    case 'msrc':
      return `${document.id}@${document.currentReleaseDate}`;
    case 'sdp':
      return document.edition;
    case 'mssecure':
      return `${document.id}@${document.revision}`;
  }
}

/** How many updates a document describes: KBs, packages, patches. */
export function updatesIn(document: AnyDocument): number {
  switch (document.source) {
    case 'msrc':
      return document.counts.kbs;
    case 'sdp':
      return document.packages.length;
    case 'mssecure':
      return document.counts.patches;
  }
}

/** Documents of one source, in the order given. */
export function documentsOf<S extends AnyDocument['source']>(
  documents: readonly AnyDocument[],
  source: S,
): readonly Extract<AnyDocument, { readonly source: S }>[] {
  return documents.filter(
    (document): document is Extract<AnyDocument, { readonly source: S }> => document.source === source,
  );
}
