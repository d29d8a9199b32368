import { RulePool } from '../../domain/index.ts';
import type { CatalogWarning, SdpPackage, SdpRoot } from '../../domain/index.ts';
import { sdpRoots } from '../../domain/index.ts';
import { formatError } from '../format-error.ts';
import { ElementBuilder, RuleTally } from '../rules/index.ts';
import type { Attributes, XmlHandler, XmlSource } from '../text/index.ts';
import { maxPackages } from './limits.ts';
import { readPackage } from './package.ts';
import { Revisions } from './revisions.ts';
import { SchemaNotes } from './schema-notes.ts';

const packageElement = 'SoftwareDistributionPackage';

/** Packages of one file, which may be an archive of many documents. */
export class PackageCollector {
  readonly #file: string;
  readonly #notes = new SchemaNotes();
  readonly #reading = { pool: new RulePool(), tally: new RuleTally() };
  readonly #revisions = new Revisions();
  readonly roots = new Set<SdpRoot>();
  #elements = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** Handler of one XML document; packages are recognised by local name wherever they stand. */
  document(source: XmlSource, name = this.#file): XmlHandler {
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
        if (read !== null) this.#revisions.add(read);
      },
    };
  }

  /** One revision of each package, sorted by id. */
  get packages(): readonly SdpPackage[] {
    return this.#revisions.current();
  }

  get warnings(): readonly CatalogWarning[] {
    return [...this.#notes.warnings(), ...this.#reading.tally.warnings(), ...this.#revisions.warnings()];
  }

  get ruleElements(): Readonly<Record<string, number>> {
    return this.#reading.tally.elements();
  }

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
