import { RulePool } from '../../domain/index.ts';
import type { CatalogWarning, Rejection, SdpPackage, SdpRoot } from '../../domain/index.ts';
import { sdpRoots } from '../../domain/index.ts';
import { formatError } from '../format-error.ts';
import { ElementBuilder, RuleTally } from '../rules/index.ts';
import type { Attributes, XmlHandler, XmlSource } from '../text/index.ts';
import { maxPackages } from './limits.ts';
import { readPackage } from './package.ts';
import { Revisions } from './revisions.ts';
import { SchemaNotes } from './schema-notes.ts';

const packageElement = 'SoftwareDistributionPackage';

/** One file of an archive on its way in. */
export interface ArchiveMember {
  document(source: XmlSource, name: string): XmlHandler;
  /** It was read to its end. */
  done(): void;
  /** It could not be read; nothing of it counts. */
  refuse(rejection: Rejection): void;
}

/** Packages of one file, which may be an archive of many documents. */
export class PackageCollector {
  readonly #file: string;
  readonly #notes = new SchemaNotes();
  readonly #reading = { pool: new RulePool(), tally: new RuleTally() };
  readonly #revisions = new Revisions();
  readonly #refused: Rejection[] = [];
  readonly roots = new Set<SdpRoot>();
  #members = 0;
  #elements = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** Handler of one XML document; packages are recognised by local name wherever they stand. */
  document(source: XmlSource, name = this.#file, take = this.#take): XmlHandler {
    const builder = new ElementBuilder(name, () => source.place());
    let sawRoot = false;
    return {
      open: (local, namespace, attributes) => {
        if (!sawRoot) this.#takeRoot(local, namespace, name, source);
        sawRoot = true;
        if (builder.isOpen || local === packageElement) builder.open(local, attributes satisfies Attributes);
      },
      close: (text) => {
        if (!builder.isOpen) return;
        const element = builder.close(text);
        if (element === null) return;
        if (++this.#elements > maxPackages) {
          const details = { limit: 'packages', maximum: maxPackages };
          throw formatError('limit-exceeded', this.#file, source.place(), details);
        }
        const read = readPackage(element, this.#reading, this.#notes);
        if (read !== null) take(read);
      },
    };
  }

  /** Reads one file of an archive: what it holds counts only when it was read to its end. */
  member(): ArchiveMember {
    const held: SdpPackage[] = [];
    this.#members += 1;
    return {
      document: (source, name) => this.document(source, name, (read) => void held.push(read)),
      done: () => held.forEach(this.#take),
      refuse: (rejection) => void this.#refused.push(rejection),
    };
  }

  /** Why files of an archive were refused, in its order. */
  get refused(): readonly Rejection[] {
    return this.#refused;
  }

  /** One revision of each package, sorted by id. */
  get packages(): readonly SdpPackage[] {
    return this.#revisions.current();
  }

  get warnings(): readonly CatalogWarning[] {
    const refused = this.#refused.map(({ code, file, place }): CatalogWarning => {
      const details = { member: file, fault: code, place, refused: this.#refused.length, of: this.#members };
      return { code: 'member-refused', details };
    });
    return [
      ...refused,
      ...this.#notes.warnings(),
      ...this.#reading.tally.warnings(),
      ...this.#revisions.warnings(),
    ];
  }

  get ruleElements(): Readonly<Record<string, number>> {
    return this.#reading.tally.elements();
  }

  readonly #take = (read: SdpPackage): void => this.#revisions.add(read);

  #takeRoot(local: string, namespace: string, name: string, source: XmlSource): void {
    const root = sdpRoots.find((known) => known === local);
    if (root === undefined) {
      const details = {
        found: local.slice(0, 40),
        namespace: namespace.slice(0, 200),
        expected: sdpRoots.join(', '),
      };
      throw formatError('root-not-expected', name, source.place(), details);
    }
    this.roots.add(root);
  }
}
