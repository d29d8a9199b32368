import { listedIn } from '../domain/index.ts';
import type { CatalogWarning } from '../domain/index.ts';
import type { StoredEdition } from '../store/index.ts';
import type { CatalogOverview, EditionRow } from './engine.ts';
import { editionScope } from './edition-scope.ts';
import { missingMonths } from './missing-months.ts';

function editionRow(
  { key, document, importedAt, current }: StoredEdition,
  together: readonly CatalogWarning[],
): EditionRow {
  const { source, id, title, revision, currentReleaseDate, file, bytes, sha256, warnings } = document;
  const { signature } = document;
  const origin = { file, bytes, sha256, importedAt };
  return {
    key,
    source,
    document: id,
    title,
    revision,
    currentReleaseDate,
    ...origin,
    current,
    updates: listedIn(document),
    counts: document.source === 'msrc' ? document.counts : null,
    vendors: document.source === 'sdp' ? document.vendors : [],
    warnings: together.length > 0 ? [...warnings, ...together] : warnings,
    ...(signature && { signature }),
    ...(document.source === 'mu' && { scope: editionScope(document, current) }),
  };
}

/**
 * The stored editions as pages list them. What putting the catalogs together showed stands with the
 * edition it is of, so that page and command line tell the same warnings.
 *
 * @param together warnings of all documents in use together
 */
export function catalogOverview(
  editions: readonly StoredEdition[],
  together: readonly CatalogWarning[],
): CatalogOverview {
  const inUse = editions.filter(({ current }) => current);
  const byDocument = new Map<string, CatalogWarning[]>(inUse.map(({ document }) => [document.id, []]));
  const rest: CatalogWarning[] = [];
  for (const warning of together) {
    const own = byDocument.get(String(warning.details['document'] ?? ''));
    (own ?? rest).push(warning);
  }
  const months = inUse
    .filter(({ document }) => document.source === 'msrc')
    .map(({ document }) => document.id);
  return {
    editions: editions.map((edition) =>
      editionRow(edition, edition.current ? (byDocument.get(edition.document.id) ?? []) : []),
    ),
    missingMonths: missingMonths(months),
    warnings: rest,
  };
}
