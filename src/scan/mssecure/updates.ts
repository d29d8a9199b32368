import type { CatalogProduct, KnownIssue, Severity, Update } from '../../domain/index.ts';
import type { Superseding } from './superseding.ts';
import { rowOf } from './tables.ts';
import type { PlacedPatch, Tables } from './tables.ts';

/** Microsoft's own rating: 1 is the worst (mssecure, section 3, MSSeverities). */
const severities: Readonly<Record<string, Severity>> = {
  '1': 'Critical',
  '2': 'Important',
  '3': 'Moderate',
  '4': 'Low',
};

/**
 * The updates as people see them, in the order of `tables.patches`.
 *
 * @param hash of a text, lower-case hex
 * @param content what decides the patch's state: another rule is other content
 */
export function updatesOf(
  tables: Tables,
  superseding: Superseding,
  document: string,
  content: (placed: PlacedPatch) => unknown,
  hash: (text: string) => string,
): readonly Update[] {
  const below = new Map<string, string[]>();
  for (const [update, above] of superseding.above) {
    for (const other of above) below.set(other.update, [...(below.get(other.update) ?? []), update]);
  }
  return tables.patches.map((placed) => {
    const { update: id, bulletin, patch } = placed;
    const url = download(rowOf(tables.locations, patch.location) ?? '', patch.name);
    const numbers = patch.qNumber === '' ? bulletin.qNumbers.map(({ number }) => number) : [patch.qNumber];
    const above = superseding.above.get(id) ?? [];
    const shown = {
      title: `${bulletin.title}: ${patch.name}`,
      products: productsOf(placed, tables),
      cves: [...patch.cves].sort(),
      severity: severities[patch.severity] ?? 'None',
      restart: patch.noReboot ? ('no' as const) : ('maybe' as const),
      url,
    };
    return {
      id,
      kb: null,
      kbNumber: null,
      names: [...new Set([bulletin.id, ...numbers.filter((number) => number !== '')])],
      ...shown,
      documents: [document],
      subTypes: ['Security Update'],
      exploited: false,
      disclosed: false,
      supersedes: [],
      supersededBy: [],
      knownIssues: remarks(placed, tables),
      contentHash: hash(JSON.stringify([id, shown, content(placed)])),
      relations: {
        supersedes: [...(below.get(id) ?? [])].sort(),
        supersededBy: above.map(({ update }) => update).sort(),
        prerequisites: [],
      },
    };
  });
}

function productsOf({ patch }: PlacedPatch, tables: Tables): CatalogProduct[] {
  const ids = [...new Set(patch.affected.map(({ product }) => product))].sort();
  return ids.map((id) => ({ id, name: tables.products.rows.get(id) ?? id, family: null }));
}

/** Some locations are folders, some whole addresses, some words (mssecure, section 3, Patch). */
function download(location: string, name: string): string {
  return location.endsWith('/') && !/^placeholder$/i.test(name) ? `${location}${name}` : location;
}

/** Comments carry facts the structure lacks: they are shown next to the result. */
function remarks({ bulletin, patch }: PlacedPatch, tables: Tables): KnownIssue[] {
  const texts = [...bulletin.comments, ...patch.comments].map((id) => rowOf(tables.comments, id) ?? '');
  return [...new Set([...texts, patch.note])]
    .filter((text) => text !== '')
    .map((text) => ({ kb: null, text, url: '' }));
}
