import { readingKey } from '../domain/index.ts';
import type { CatalogDocument, Rejection } from '../domain/index.ts';
import type { InputWarning } from '../formats/scan-json/index.ts';
import type { UbrTable } from '../formats/ubr-table/index.ts';
import { emptyWorkspace } from '../store/index.ts';
import type { StoredEdition, StoredReading, WorkspaceData } from '../store/index.ts';
import { compareEditions } from './newest-edition.ts';
import type { BatchItem } from './read-batch.ts';
import { ubrOfTable } from './ubr-of-table.ts';

/** How a person gave a file: under --catalog, under --inventory, or under both. */
export interface GivenFile {
  readonly asCatalog: boolean;
  readonly asInventory: boolean;
  readonly item: BatchItem;
}

export interface FilesWorkspace {
  readonly data: WorkspaceData;
  readonly rejected: readonly Rejection[];
  readonly warnings: readonly InputWarning[];
  /** Base names of files whose bytes another file brought already, for the same machine. */
  readonly nothingNew: readonly string[];
  /** Tables of build revisions, in the order of their names: where they differ the later one counts. */
  readonly ubrTables: readonly UbrTable[];
}

/** What a batch of files is as stored data, whatever order the files come in. */
export function workspaceOfFiles(files: readonly GivenFile[]): FilesWorkspace {
  // Of several names for the same bytes the smallest stays: the others bring nothing new.
  const inOrder = [...files].sort(({ item: a }, { item: b }) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : 0,
  );
  const documents = new Map<string, CatalogDocument>();
  const readings = new Map<string, StoredReading>();
  const ignored = new Map<string, WorkspaceData['ignored'][number]>();
  const rejected: Rejection[] = [];
  const warnings: InputWarning[] = [];
  const nothingNew: string[] = [];
  const ubrTables: UbrTable[] = [];

  function keep<T>(map: Map<string, T>, key: string, name: string, value: T): void {
    if (map.has(key)) nothingNew.push(name);
    else map.set(key, value);
  }

  for (const { item, asCatalog, asInventory } of inOrder) {
    const { file } = item;
    switch (item.kind) {
      case 'rejected':
        rejected.push(item.error);
        break;
      case 'ignored': {
        const { format, reason, sha256 } = item;
        keep(ignored, sha256, file, { file, format, reason, sha256 });
        break;
      }
      case 'workspace':
      case 'update-file':
        // Of use in the page, none for a scan; known by name, for nothing read it to its end.
        ignored.set(`name ${file}`, {
          file,
          format: item.kind,
          reason: `${item.kind}-not-scanned`,
          sha256: '',
        });
        break;
      case 'ubr-table':
        ubrTables.push(item.table);
        break;
      case 'catalog':
        if (!asCatalog) warnings.push({ code: 'catalog-given-as-inventory', file, details: {} });
        keep(documents, item.document.sha256, file, item.document);
        break;
      case 'inventory': {
        if (!asInventory) warnings.push({ code: 'inventory-given-as-catalog', file, details: {} });
        const stored = { reading: item.reading, importedAt: 0, givenName: null };
        keep(readings, readingKey(stored), file, stored);
      }
    }
  }
  const data = {
    ...emptyWorkspace,
    editions: editionsOf([...documents.values()]),
    readings: [...readings.values()],
    ignored: [...ignored.values()],
    ubr: Object.assign({}, ...ubrTables.map(ubrOfTable)),
  };
  return { data, rejected, warnings, nothingNew, ubrTables };
}

/** Of several editions of one document the newest is the current one. */
function editionsOf(documents: readonly CatalogDocument[]): StoredEdition[] {
  const current = new Map<string, CatalogDocument>();
  for (const document of documents) {
    const other = current.get(document.id);
    if (other === undefined || compareEditions(document, other) > 0) current.set(document.id, document);
  }
  return documents.map((document) => ({
    key: `${document.source}:${document.id}:${document.sha256}`,
    document,
    importedAt: 0,
    current: current.get(document.id) === document,
  }));
}
