import type {
  MssecureBulletin,
  MssecureDocument,
  MssecureFileChange,
  MssecurePatch,
  MssecureRegistryChange,
  MssecureSuperseder,
} from '../../domain/index.ts';
import { mssecureUpdateId } from '../../domain/index.ts';

/** One patch with the bulletin it stands in; `update` is its id in our catalog. */
export interface PlacedPatch {
  readonly update: string;
  readonly bulletin: MssecureBulletin;
  readonly patch: MssecurePatch;
}

/** Rows of one table by id; `twice` holds ids that stand for different rows. */
export interface Table<T> {
  readonly rows: ReadonlyMap<string, T>;
  readonly twice: ReadonlySet<string>;
}

/** The reference tables of one document, ready for following ids. */
export interface Tables {
  readonly patches: readonly PlacedPatch[];
  readonly registry: Table<MssecureRegistryChange>;
  readonly files: Table<MssecureFileChange>;
  readonly locations: Table<string>;
  readonly comments: Table<string>;
  readonly products: Table<string>;
  readonly servicePacks: Table<string>;
  readonly families: Table<string>;
  readonly superseders: ReadonlyMap<string, MssecureSuperseder>;
  /** Ids that stand for different rows, by the element that has them. */
  readonly duplicates: readonly { readonly element: string; readonly id: string }[];
}

/** Indexes a document. Ids are those of this document only (mssecure, section 9, trap 4). */
export function tablesOf(document: MssecureDocument): Tables {
  const texts = (rows: readonly { readonly id: string; readonly text: string }[]) =>
    table(rows, ({ text }) => text);
  const names = (rows: readonly { readonly id: string; readonly name: string }[]) =>
    table(rows, ({ name }) => name);
  const registry = table(document.registryChanges, (row) => row);
  const files = table(document.fileChanges, (row) => row);
  const locations = texts(document.locations);
  const { patches, repeated } = place(document.bulletins);
  const checked = { RegChange: registry.twice, FileChange: files.twice, Location: locations.twice };
  const duplicates = Object.entries(checked).flatMap(([element, ids]) =>
    [...ids].map((id) => ({ element, id })),
  );
  return {
    patches,
    registry,
    files,
    locations,
    comments: texts(document.comments),
    products: names(document.products),
    servicePacks: names(document.servicePacks),
    families: names(document.families),
    superseders: unite(document.supersededBys),
    duplicates: [...repeated.map((id) => ({ element: 'Bulletin', id })), ...duplicates].sort((a, b) =>
      `${a.element} ${a.id}` < `${b.element} ${b.id}` ? -1 : 1,
    ),
  };
}

function table<R extends { readonly id: string }, T>(rows: readonly R[], value: (row: R) => T): Table<T> {
  const byId = new Map<string, T>();
  const twice = new Set<string>();
  for (const row of rows) {
    const first = byId.get(row.id);
    if (first === undefined) byId.set(row.id, value(row));
    else if (JSON.stringify(first) !== JSON.stringify(value(row))) twice.add(row.id);
  }
  return { rows: byId, twice };
}

/** A bulletin that stands twice keeps all its patches: ordinals go on counting (CAT30). */
function place(bulletins: readonly MssecureBulletin[]): {
  readonly patches: readonly PlacedPatch[];
  readonly repeated: readonly string[];
} {
  const counts = new Map<string, number>();
  const repeated = new Set<string>();
  const patches: PlacedPatch[] = [];
  for (const bulletin of bulletins) {
    const before = counts.get(bulletin.id);
    if (before !== undefined) repeated.add(bulletin.id);
    const start = before ?? 0;
    for (const patch of bulletin.patches) {
      patches.push({ update: mssecureUpdateId(bulletin.id, start + patch.ordinal), bulletin, patch });
    }
    counts.set(bulletin.id, start + bulletin.patches.length);
  }
  return { patches, repeated: [...repeated] };
}

function unite(rows: readonly MssecureSuperseder[]): ReadonlyMap<string, MssecureSuperseder> {
  const byId = new Map<string, MssecureSuperseder>();
  for (const row of rows) {
    const first = byId.get(row.id);
    byId.set(row.id, first ? { ...first, targets: [...first.targets, ...row.targets] } : row);
  }
  return byId;
}

/** The row of an id, or null where there is none or more than one. */
export function rowOf<T>({ rows, twice }: Table<T>, id: string): T | null {
  return twice.has(id) ? null : (rows.get(id) ?? null);
}
