import { editionOf } from '../domain/index.ts';
import type { CatalogWarning, JournalEntry } from '../domain/index.ts';
import type { WorkspaceData } from '../store/index.ts';

/** Acts of an import that speak of a catalog document; a refusal names its edition in the details. */
const ofCatalogs: readonly JournalEntry['act'][] = [
  'catalog-imported',
  'catalog-unchanged',
  'catalog-older-override',
  'file-rejected',
];

/**
 * One warning for each edition that was brought and is not the one in use: still stored beside it,
 * replaced since, or refused because it was older. The rule is the same whether the editions came in one
 * batch or one after another, so page and command line say the same of the same files. Of several names
 * for the same bytes the smallest counts.
 *
 * @param entries the journal, or none where there is none (command line: all editions are stored)
 */
export function olderEditions(
  editions: WorkspaceData['editions'],
  entries: readonly JournalEntry[],
): readonly CatalogWarning[] {
  const inUse = new Set(editions.filter(({ current }) => current).map(({ document }) => document.sha256));
  const brought = [
    ...editions.map(({ document }) => ({
      edition: editionOf(document),
      file: document.file,
      sha256: document.sha256,
    })),
    ...entries.flatMap(({ act, file, fileSha256: sha256, details: { edition } }) =>
      ofCatalogs.includes(act) && edition !== undefined ? [{ edition: String(edition), file, sha256 }] : [],
    ),
  ];
  const unused = new Map<string, (typeof brought)[number]>();
  for (const one of brought) {
    const known = unused.get(one.sha256);
    if (!inUse.has(one.sha256) && (!known || one.file < known.file)) unused.set(one.sha256, one);
  }
  return [...unused.values()].map((details) => ({ code: 'older-edition-not-used', details }));
}
