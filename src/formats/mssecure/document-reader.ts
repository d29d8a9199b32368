import { readReleaseDate } from '../../domain/index.ts';
import type { CatalogWarning, MssecureDocument } from '../../domain/index.ts';
import { formatError } from '../format-error.ts';
import type { Attributes, XmlHandler, XmlSource } from '../text/index.ts';
import { BulletinReader } from './bulletin-reader.ts';
import { isoDay } from './dates.ts';
import { id, text } from './fields.ts';
import { TableReader } from './table-reader.ts';

/** What the XML says, without what is known about the file that holds it. */
export type MssecureContent = Omit<
  MssecureDocument,
  'file' | 'bytes' | 'sha256' | 'xmlSha256' | 'container' | 'signature'
>;

/** One pass over the elements of MSSecure.XML (mssecure, sections 2 and 3). */
export class DocumentReader implements XmlHandler {
  readonly #file: string;
  readonly #source: XmlSource;
  readonly #bulletins: BulletinReader;
  readonly #tables = new TableReader();
  readonly #path: string[] = [];
  readonly #unknown = new Map<string, number>();
  #root: Attributes | null = null;

  constructor(file: string, source: XmlSource) {
    this.#file = file;
    this.#source = source;
    this.#bulletins = new BulletinReader((name) =>
      formatError('name-refused', file, source.place(), { name }),
    );
  }

  open(local: string, _namespace: string, attributes: Attributes): void {
    this.#path.push(local);
    if (this.#root === null) this.#openRoot(local, attributes);
    else if (!this.#bulletins.open(local, attributes) && !this.#tables.open(local, attributes)) {
      this.#unknown.set(local, (this.#unknown.get(local) ?? 0) + 1);
    }
  }

  close(): void {
    const local = this.#path.pop() ?? '';
    this.#bulletins.close(local);
    this.#tables.close(local);
  }

  #openRoot(local: string, attributes: Attributes): void {
    if (local !== 'BulletinDatastore') {
      const details = { found: local.slice(0, 40), expected: 'BulletinDatastore' };
      throw formatError('root-not-expected', this.#file, this.#source.place(), details);
    }
    this.#root = attributes;
  }

  finish(): MssecureContent {
    const root: Attributes = this.#root ?? new Map();
    const revision = text(root, 'DataVersion');
    if (!/^\d{1,9}(?:\.\d{1,9}){0,7}$/.test(revision)) {
      throw formatError('element-missing', this.#file, 'BulletinDatastore', { element: 'DataVersion' });
    }
    const updated = isoDay(text(root, 'LastDataUpdate'));
    const { bulletins } = this.#bulletins;
    const { tables } = this.#tables;
    return {
      source: 'mssecure',
      id: 'mssecure',
      title: `MSSecure.XML ${revision}`,
      revision,
      initialReleaseDate: updated,
      currentReleaseDate: updated,
      schemaVersion: text(root, 'SchemaVersion'),
      lastSchemaUpdate: isoDay(text(root, 'LastSchemaUpdate')),
      toolVersion: text(root, 'ToolVersion'),
      revisionHistory: text(root, 'RevisionHistory'),
      language: id(root, 'LanguageID'),
      bulletins,
      ...tables,
      counts: {
        bulletins: bulletins.length,
        patches: bulletins.reduce((sum, { patches }) => sum + patches.length, 0),
        products: tables.products.length,
        files: tables.fileChanges.length,
        registryValues: tables.registryChanges.length,
      },
      warnings: [...this.#dateWarnings(updated), ...this.#unknownWarnings()],
    };
  }

  #dateWarnings(updated: string): CatalogWarning[] {
    const dates = [
      { document: 'mssecure', field: 'LastDataUpdate', value: updated },
      ...this.#bulletins.bulletins.flatMap(({ id: document, posted, revised }) => [
        { document, field: 'DatePosted', value: posted },
        { document, field: 'DateRevised', value: revised },
      ]),
    ];
    return dates
      .filter(({ value }) => readReleaseDate(value) === null)
      .map((details) => ({ code: 'date-implausible', details }));
  }

  #unknownWarnings(): CatalogWarning[] {
    return [...this.#unknown]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([element, count]) => ({ code: 'elements-not-known', details: { element, count } }));
  }
}
