import type { MsrcDocument } from './catalog.ts';
import { isOffered } from './microsoft-update.ts';
import type { MuDocument } from './microsoft-update.ts';
import type { MssecureDocument } from './mssecure.ts';
import type { SdpDocument } from './sdp-package.ts';

/** A stored catalog document of any source. */
export type CatalogDocument = MsrcDocument | SdpDocument | MssecureDocument | MuDocument;

/**
 * Name of an edition as results and proofs give it: `2026-Feb@2026-02-10T08:00:00Z` of a monthly
 * document; what the vendor's catalog calls its edition otherwise.
 */
export function editionOf(document: CatalogDocument): string {
  switch (document.source) {
    case 'msrc':
      return `${document.id}@${document.currentReleaseDate}`;
    case 'sdp':
      return document.edition;
    case 'mssecure':
      return `${document.id}@${document.revision}`;
    case 'mu':
      return `${document.id}@${document.currentReleaseDate}`;
  }
}

/** How many updates a document describes: KBs (msrc-cvrf, section 2), packages, patches, offered revisions. */
export function updatesIn(document: CatalogDocument): number {
  switch (document.source) {
    case 'msrc':
      return document.counts.kbs;
    case 'sdp':
      return document.packages.length;
    case 'mssecure':
      return document.counts.patches;
    case 'mu':
      return document.listed ?? document.revisions.filter(isOffered).length;
  }
}

/** Documents of one source, in the order given. */
export function documentsOf<S extends CatalogDocument['source']>(
  documents: readonly CatalogDocument[],
  source: S,
): readonly Extract<CatalogDocument, { readonly source: S }>[] {
  return documents.filter(
    (document): document is Extract<CatalogDocument, { readonly source: S }> => document.source === source,
  );
}

/** How many updates of a document stand in lists: Click-to-Run entries are no KBs and stand there too. */
export function listedIn(document: CatalogDocument): number {
  return updatesIn(document) + (document.source === 'msrc' ? document.clickToRun.length : 0);
}
