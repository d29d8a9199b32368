import type { CatalogWarning } from '../../domain/index.ts';
import { formatError } from '../format-error.ts';
import { localName } from '../rules/index.ts';
import type { Attributes, XmlHandler, XmlSource } from '../text/index.ts';
import { beginsClause, categoryKinds, rowFlag } from './master-list.ts';
import type { MasterColumns } from './master-list.ts';
import { MasterListBuilder } from './master-list-builder.ts';
import { maxShortText } from './limits.ts';
import { readGuid } from './guid.ts';

/** Attributes of `OfflineSyncPackage` (wsusscn2, section 3). */
export interface PackageHead {
  readonly packageId: string;
  /** UTC, as written. */
  readonly created: string;
  readonly packageVersion: string;
  readonly minimumClientVersion: string;
  readonly sourceId: string;
}

const categoryTypes: ReadonlyMap<string, number> = new Map(
  (['Company', 'ProductFamily', 'Product', 'UpdateClassification'] as const).map((type, i) => [type, i]),
);
if (categoryTypes.size !== categoryKinds.length) throw new Error('each kind of category has a column');

/** Elements that only hold others. */
const containers = new Set(['Updates', 'FileLocations', 'Prerequisites', 'SupersededBy', 'BundledBy']);
for (const name of ['Categories', 'PayloadFiles', 'Languages', 'EulaFiles']) containers.add(name);

/**
 * Handler of package.xml (wsusscn2, section 3): elements are told by local name, attributes may come in
 * any order, unknown ones are passed over. An update without a GUID, a revision number or a revision
 * id could not be told from others: it is left out and remarked on.
 */
export class PackageXmlReader implements XmlHandler {
  readonly #file: string;
  readonly #source: XmlSource;
  readonly #list: MasterListBuilder;
  readonly #path: string[] = [];
  #head: PackageHead | null = null;
  #updateId = '';
  #inRow = false;
  /** Members of the open `Or` so far; -1 outside of one. */
  #clauseMembers = -1;
  #eulaFile = -1;
  #eulaLanguages = 0;

  constructor(file: string, source: XmlSource) {
    this.#file = file;
    this.#source = source;
    this.#list = new MasterListBuilder(file);
  }

  open(name: string, _namespace: string, attributes: Attributes): void {
    const local = localName(name);
    const parent = this.#path.at(-1) ?? '';
    this.#path.push(local);
    if (this.#head === null) this.#takeHead(local, attributes);
    else if (local === 'Update' && parent === 'Updates') this.#openUpdate(attributes);
    else if (local === 'FileLocation') this.#takeLocation(attributes);
    else if (this.#inRow) this.#takePart(local, parent, attributes);
    else if (!containers.has(local) && !this.#path.includes('Update')) this.#list.remarks.element(local);
  }

  close(): void {
    const local = this.#path.pop();
    if (local === 'Or') this.#clauseMembers = -1;
    else if (local === 'File' && this.#path.at(-1) === 'EulaFiles') this.#closeEula();
    else if (local === 'Update' && this.#inRow && this.#path.at(-1) === 'Updates') {
      this.#list.endRow();
      this.#inRow = false;
    }
  }

  /** Throws `FormatError` `element-missing` where the document held no package. */
  finish(): {
    readonly head: PackageHead;
    readonly columns: MasterColumns;
    readonly warnings: readonly CatalogWarning[];
  } {
    if (this.#head === null) {
      throw formatError('element-missing', this.#file, 'package.xml', { element: 'OfflineSyncPackage' });
    }
    return { head: this.#head, ...this.#list.finish() };
  }

  #takeHead(local: string, attributes: Attributes): void {
    if (local !== 'OfflineSyncPackage') {
      const details = { found: local.slice(0, 40), namespace: '', expected: 'OfflineSyncPackage' };
      throw formatError('root-not-expected', this.#file, this.#source.place(), details);
    }
    const text = (name: string) => (attributes.get(name) ?? '').trim().slice(0, 100);
    this.#head = {
      packageId: readGuid(text('PackageId')) ?? text('PackageId'),
      created: text('CreationDate'),
      packageVersion: text('PackageVersion'),
      minimumClientVersion: text('MinimumClientVersion'),
      sourceId: readGuid(text('SourceId')) ?? text('SourceId'),
    };
  }

  #openUpdate(attributes: Attributes): void {
    const text = (name: string) => (attributes.get(name) ?? '').trim();
    this.#updateId = text('UpdateId');
    const revision = unsigned(text('RevisionNumber'));
    const revisionId = unsigned(text('RevisionId'));
    if (this.#list.guid(this.#updateId) === null) return this.#odd('Update/@UpdateId', this.#updateId);
    if (revision === null) return this.#odd('Update/@RevisionNumber', text('RevisionNumber'));
    if (revisionId === null) return this.#odd('Update/@RevisionId', text('RevisionId'));
    this.#inRow = true;
    this.#list.row({
      updateId: this.#updateId,
      revision,
      revisionId,
      created: text('CreationDate').slice(0, 40),
      defaultLanguage: text('DefaultLanguage'),
      flags: flagsOf(text),
    });
  }

  #takePart(local: string, parent: string, attributes: Attributes): void {
    const list = this.#list;
    if (local === 'UpdateId') this.#takePrerequisite(attributes.get('Id') ?? '');
    else if (local === 'Or') this.#clauseMembers = 0;
    else if (local === 'Revision') {
      const id = unsigned((attributes.get('Id') ?? '').trim());
      if (id === null) this.#odd('Revision/@Id', attributes.get('Id') ?? '');
      else if (parent === 'SupersededBy') list.supersededBy.add(id);
      else if (parent === 'BundledBy') list.bundledBy.add(id);
    } else if (local === 'Category') {
      const kind = categoryTypes.get(attributes.get('Type') ?? '');
      const guid = list.guid(attributes.get('Id') ?? '');
      if (kind === undefined) this.#odd('Category/@Type', attributes.get('Type') ?? '');
      else if (guid === null) this.#odd('Category/@Id', attributes.get('Id') ?? '');
      else list.categories.add(guid * 4 + kind);
    } else if (local === 'File') {
      const file = list.file((attributes.get('Id') ?? '').trim());
      if (file === null) this.#odd('File/@Id', attributes.get('Id') ?? '');
      else if (parent === 'PayloadFiles') list.payload.add(file);
      else if (parent === 'EulaFiles') this.#eulaFile = file;
    } else if (local === 'Language') {
      const language = list.language(attributes.get('Name') ?? '');
      if (parent === 'Languages') list.languages.add(language);
      else if (this.#eulaFile >= 0) this.#addEula(language);
    } else if (!containers.has(local)) list.remarks.element(local);
  }

  /** A clause with one alternative is a plain `UpdateId` (wsusscn2, section 3). */
  #takePrerequisite(id: string): void {
    const guid = this.#list.guid(id);
    if (guid === null) return this.#odd('UpdateId/@Id', id);
    this.#list.prerequisites.add(this.#clauseMembers > 0 ? guid : beginsClause + guid);
    if (this.#clauseMembers >= 0) this.#clauseMembers += 1;
  }

  #addEula(language: number): void {
    this.#list.eulas.add(this.#eulaFile);
    this.#list.eulas.add(language);
    this.#eulaLanguages += 1;
  }

  /** A licence that names no language is still one. */
  #closeEula(): void {
    if (this.#eulaFile >= 0 && this.#eulaLanguages === 0) this.#addEula(this.#list.language(''));
    this.#eulaFile = -1;
    this.#eulaLanguages = 0;
  }

  #takeLocation(attributes: Attributes): void {
    const id = (attributes.get('Id') ?? '').trim();
    const file = this.#list.file(id);
    if (file === null) this.#odd('FileLocation/@Id', id);
    else this.#list.address(file, (attributes.get('Url') ?? '').trim().slice(0, maxShortText));
  }

  #odd(field: string, value: string): void {
    this.#list.remarks.value(field, value, this.#updateId);
  }
}

function flagsOf(text: (name: string) => string): number {
  const isTrue = (name: string) => /^(?:true|1)$/i.test(text(name));
  const action = text('DeploymentAction').toLowerCase();
  const isSoftware = !/^(?:false|0)$/i.test(text('IsSoftware'));
  let flags = 0;
  if (isTrue('IsLeaf')) flags |= rowFlag.leaf;
  if (isTrue('IsBundle')) flags |= rowFlag.bundle;
  if (action === 'evaluate' || (action === '' && !isSoftware)) flags |= rowFlag.evaluated;
  if (action === 'bundle') flags |= rowFlag.child;
  return flags;
}

/** A number of 32 bits, or null. */
export function unsigned(text: string): number | null {
  if (!/^\d{1,10}$/.test(text)) return null;
  const number = Number(text);
  return number <= 0xffff_ffff ? number : null;
}
