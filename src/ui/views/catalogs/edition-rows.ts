import type { EditionRow } from '../../../tasks/engine.ts';

/** A row of the list of editions: one edition, or all single packages of one vendor together. */
export interface ListedEdition extends EditionRow {
  /** How many files the row stands for. */
  readonly files: number;
}

/** True for a file of one package; a folder of a vendor's packages has a thousand of them. */
export function isSinglePackage({ source, document }: EditionRow): boolean {
  return source === 'sdp' && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(document);
}

/** Editions in their order; single packages stand as one row a vendor, in use and history apart. */
export function listedEditions(editions: readonly EditionRow[]): readonly ListedEdition[] {
  const rows: ListedEdition[] = [];
  const groups = new Map<string, ListedEdition>();
  for (const edition of editions) {
    if (!isSinglePackage(edition)) {
      rows.push({ ...edition, files: 1 });
      continue;
    }
    const vendor = edition.vendors.join(', ');
    const key = `sdp:${edition.current ? 'current' : 'history'}:${vendor}`;
    const group = groups.get(key);
    groups.set(key, group ? added(group, edition) : { ...edition, key, document: vendor, files: 1 });
  }
  return [...rows, ...groups.values()];
}

function added(group: ListedEdition, edition: EditionRow): ListedEdition {
  const newer = edition.currentReleaseDate > group.currentReleaseDate;
  return {
    ...group,
    files: group.files + 1,
    bytes: group.bytes + edition.bytes,
    updates: group.updates + edition.updates,
    currentReleaseDate: newer ? edition.currentReleaseDate : group.currentReleaseDate,
    importedAt: Math.max(group.importedAt, edition.importedAt),
    warnings: [...group.warnings, ...edition.warnings],
  };
}
