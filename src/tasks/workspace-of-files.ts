import type { CatalogDocument, Rejection } from '../domain/index.ts';
import type { InputWarning } from '../formats/scan-json/index.ts';
import { emptyWorkspace } from '../store/index.ts';
import type { StoredEdition, StoredReading, WorkspaceData } from '../store/index.ts';
import { compareEditions } from './newest-edition.ts';
import type { ReadFile } from './read-file.ts';

/** How a person gave a file: under --catalog, under --inventory, or under both. */
export interface GivenFile {
  /** Base name. */
  readonly name: string;
  readonly asCatalog: boolean;
  readonly asInventory: boolean;
  readonly read: ReadFile;
}

export interface FilesWorkspace {
  readonly data: WorkspaceData;
  readonly rejected: readonly Rejection[];
  readonly warnings: readonly InputWarning[];
  /** Base names of files whose bytes another file brought already. */
  readonly nothingNew: readonly string[];
}

/** What a batch of files is as stored data, whatever order the files come in. */
export function workspaceOfFiles(files: readonly GivenFile[]): FilesWorkspace {
  // Of several names for the same bytes the smallest stays: the others bring nothing new.
  const inOrder = [...files].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const documents = new Map<string, CatalogDocument>();
  const readings = new Map<string, StoredReading>();
  const ignored = new Map<string, WorkspaceData['ignored'][number]>();
  const rejected: Rejection[] = [];
  const warnings: InputWarning[] = [];
  const nothingNew: string[] = [];

  function keep<T>(map: Map<string, T>, sha256: string, name: string, value: T): void {
    if (map.has(sha256)) nothingNew.push(name);
    else map.set(sha256, value);
  }

  for (const { name, asCatalog, asInventory, read } of inOrder) {
    if (read.kind === 'rejected') {
      rejected.push(read.error);
    } else if (read.kind === 'ignored') {
      const { format, reason, sha256 } = read;
      keep(ignored, sha256, name, { file: name, format, reason, sha256 });
    } else if (read.kind === 'catalog') {
      if (!asCatalog) warnings.push({ code: 'catalog-given-as-inventory', file: name, details: {} });
      keep(documents, read.document.sha256, name, read.document);
    } else {
      if (!asInventory) warnings.push({ code: 'inventory-given-as-catalog', file: name, details: {} });
      const stored = { reading: read.reading, importedAt: 0, givenName: null };
      keep(readings, read.reading.sha256, name, stored);
    }
  }
  const data = {
    ...emptyWorkspace,
    editions: editionsOf([...documents.values()]),
    readings: [...readings.values()],
    ignored: [...ignored.values()],
  };
  return { data, rejected, warnings, nothingNew };
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
