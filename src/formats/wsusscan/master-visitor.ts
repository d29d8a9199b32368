import type { CatalogWarning } from '../../domain/index.ts';
import type { CabinetMember, CabinetVisitor, MemberSink } from '../cab/index.ts';
import { formatError } from '../format-error.ts';
import { XmlDocument } from '../text/index.ts';
import { IndexXmlReader } from './index-xml.ts';
import type { MuShard } from './index-xml.ts';
import { indexXmlLimits, packageXmlLimits } from './limits.ts';
import type { MasterColumns } from './master-list.ts';
import { insideOf, nestedCabinet } from './nested-cabinet.ts';
import type { CabinetPlace } from './nested-cabinet.ts';
import { PackageXmlReader } from './package-xml.ts';
import type { PackageHead } from './package-xml.ts';

/** What the members of a cabinet make of it; `update-package`: a single update with its small catalog. */
export type CabinetLayout = 'nested' | 'flat' | 'update-package';

/** Tells a catalog by the names in its directory, in any order (wsusscn2, section 2); null = none. */
export function layoutOf(names: Iterable<string>): CabinetLayout | null {
  const known = new Set([...names].map((name) => name.toLowerCase()));
  if (known.has('package.cab') && known.has('index.xml')) return 'nested';
  if (known.has('package.xml')) return 'flat';
  return [...known].some(isUpdateCatalog) ? 'update-package' : null;
}

/** The small catalog in a single update file. */
export function isUpdateCatalog(member: string): boolean {
  return /(?:^|\/)wsusscan\.cab$/i.test(member);
}

/** What one pass over a catalog found. */
export interface MasterFound {
  readonly head: PackageHead;
  readonly columns: MasterColumns;
  /** Members to go through to the cabinet that holds the catalog; empty = the file itself. */
  readonly path: readonly string[];
  readonly shards: readonly MuShard[];
  readonly warnings: readonly CatalogWarning[];
}

/** Told how much of the master list is read: bytes of package.xml, unpacked. */
export type OnListRead = (done: number, total: number) => void;

/** Finds index and master list wherever they stand, in any order; everything else is passed over. */
export class MasterVisitor implements CabinetVisitor {
  readonly #place: CabinetPlace;
  readonly #path: readonly string[];
  readonly #onRead: OnListRead;
  #layout: CabinetLayout | null = null;
  #index: ReturnType<IndexXmlReader['finish']> | null = null;
  #list: ReturnType<PackageXmlReader['finish']> | null = null;
  #inner: MasterVisitor | null = null;

  constructor(place: CabinetPlace, onRead: OnListRead = () => undefined, path: readonly string[] = []) {
    this.#place = place;
    this.#path = path;
    this.#onRead = onRead;
  }

  members(list: readonly CabinetMember[]): void {
    this.#layout = layoutOf(list.map(({ name }) => name));
  }

  wants({ name }: CabinetMember): boolean {
    const lower = name.toLowerCase();
    if (this.#layout === 'update-package') return isUpdateCatalog(lower);
    return (
      lower === 'package.xml' || (this.#layout === 'nested' && /^(?:package\.cab|index\.xml)$/.test(lower))
    );
  }

  open({ name, size }: CabinetMember): MemberSink {
    const lower = name.toLowerCase();
    if (lower === 'index.xml')
      return this.#document(name, indexXmlLimits, IndexXmlReader, (index) => (this.#index = index));
    if (lower === 'package.xml') {
      const list = this.#document(name, packageXmlLimits, PackageXmlReader, (read) => (this.#list = read));
      return this.#told(list, size);
    }
    const path = this.#layout === 'update-package' ? [...this.#path, name] : this.#path;
    this.#inner = new MasterVisitor(insideOf(name, this.#place), this.#onRead, path);
    return nestedCabinet(this.#inner, name, this.#place);
  }

  /** Throws `FormatError` `element-missing` where a part of the catalog is not there. */
  finish(): MasterFound {
    const missing = (element: string) => formatError('element-missing', this.#place.file, '', { element });
    switch (this.#layout) {
      case null:
        throw missing('package.xml');
      case 'update-package': {
        if (this.#inner === null) throw missing('WSUSSCAN.cab');
        return this.#inner.finish();
      }
      case 'nested': {
        if (this.#index === null) throw missing('index.xml');
        const list = this.#inner?.finish();
        if (list === undefined) throw missing('package.cab');
        const { shards, warnings } = this.#index;
        return { ...list, path: this.#path, shards, warnings: [...warnings, ...list.warnings] };
      }
      case 'flat': {
        if (this.#list === null) throw missing('package.xml');
        return { ...this.#list, path: this.#path, shards: [{ name: '', rangeStart: 0 }] };
      }
    }
  }

  #told(sink: MemberSink, size: number): MemberSink {
    let done = 0;
    const write: MemberSink['write'] = (bytes, at) => {
      sink.write(bytes, at);
      done += bytes.length;
      this.#onRead(done, size);
    };
    return { write, end: () => sink.end() };
  }

  #document<T>(
    member: string,
    limits: typeof packageXmlLimits,
    Reader: new (
      file: string,
      source: { place(): string },
    ) => (IndexXmlReader | PackageXmlReader) & { finish(): T },
    done: (result: T) => void,
  ): MemberSink {
    const file = `${this.#place.file}/${member}`;
    let reader: { finish(): T } | null = null;
    const document = new XmlDocument(file, limits, (source) => {
      const made = new Reader(file, source);
      reader = made;
      return made;
    });
    return {
      write: (bytes) => document.write(bytes),
      end: () => {
        document.end();
        if (reader !== null) done(reader.finish());
      },
    };
  }
}
