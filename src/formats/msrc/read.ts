import { monthId, monthOf, monthOfTitle, readReleaseDate } from '../../domain/index.ts';
import type { MsrcDocument, CatalogWarning, Result } from '../../domain/index.ts';
import { formatError, settle } from '../format-error.ts';
import type { FileSource, ReadContext } from '../format.ts';
import { isRefusedName, readStrictXml } from '../text/index.ts';
import type { Attributes, XmlHandler, XmlSource } from '../text/index.ts';
import { maxShortText, msrcLimits } from './limits.ts';
import { namespaces } from './namespaces.ts';
import { PathWalker } from './path-tree.ts';
import { ProductTree } from './product-tree.ts';
import { VulnerabilityReader } from './vulnerability-reader.ts';

/**
 * Reads one MSRC monthly document (CVRF 1.1, msrc-cvrf sections 1 and 2) in one pass that hashes and
 * parses the same bytes, and folds it to updates. The document depends on its content only: the
 * order of its elements and its encoding leave no trace, apart from `bytes` and `sha256`.
 *
 * Rejections: `file-empty`, `file-too-large`, `web-page-instead`, `root-not-expected`, `cut-off`,
 * `not-well-formed`, `doctype-refused`, `name-refused`, the limits, `element-missing` (no ID or no
 * CurrentReleaseDate), `not-recognised` (CVRF, but no monthly document), `cancelled` and those of
 * the medium.
 */
export function readMsrcDocument(file: FileSource, context: ReadContext): Promise<Result<MsrcDocument>> {
  return settle(async () => {
    const readers: DocumentReader[] = [];
    const { bytes, sha256 } = await readStrictXml(file, context, msrcLimits, (source) => {
      const reader = new DocumentReader(file.name, source);
      readers.push(reader);
      return reader;
    });
    const [reader] = readers;
    if (!reader) throw new Error('the XML reader made no handler');
    return { ...reader.finish(), file: file.name, bytes, sha256 };
  });
}

class DocumentReader implements XmlHandler {
  readonly #file: string;
  readonly #source: XmlSource;
  readonly #walker: PathWalker;
  readonly #products = new ProductTree();
  readonly #vulnerabilities = new VulnerabilityReader();
  readonly #fields = new Map<string, string>();
  #sawRoot = false;

  constructor(file: string, source: XmlSource) {
    this.#file = file;
    this.#source = source;
    const tracking = 'cvrf:cvrfdoc/cvrf:DocumentTracking';
    const field = (name: string) => ({
      close: (text: string) => void this.#fields.set(name, text.trim().slice(0, maxShortText)),
    });
    this.#walker = new PathWalker(
      {
        'cvrf:cvrfdoc/cvrf:DocumentTitle': field('DocumentTitle'),
        [`${tracking}/cvrf:Identification/cvrf:ID`]: field('ID'),
        [`${tracking}/cvrf:RevisionHistory/cvrf:Revision/cvrf:Number`]: field('Number'),
        [`${tracking}/cvrf:InitialReleaseDate`]: field('InitialReleaseDate'),
        [`${tracking}/cvrf:CurrentReleaseDate`]: field('CurrentReleaseDate'),
        ...this.#products.actions((attributes) => this.#productIdOf(attributes)),
        ...this.#vulnerabilities.actions((text) => this.#checkId(text)),
      },
      namespaces,
    );
  }

  open(local: string, namespace: string, attributes: Attributes): void {
    if (!this.#sawRoot) {
      this.#sawRoot = true;
      if (local !== 'cvrfdoc' || namespace !== namespaces.get('cvrf')) {
        const details = {
          found: local.slice(0, 40),
          namespace: namespace.slice(0, 200),
          expected: 'cvrfdoc',
        };
        throw formatError('root-not-expected', this.#file, this.#source.place(), details);
      }
    }
    this.#walker.open(local, namespace, attributes);
  }

  close(text: string): void {
    this.#walker.close(text);
  }

  finish(): Omit<MsrcDocument, 'file' | 'bytes' | 'sha256'> {
    const id = this.#needed('ID', 'cvrfdoc/DocumentTracking/Identification/ID');
    const current = this.#needed('CurrentReleaseDate', 'cvrfdoc/DocumentTracking/CurrentReleaseDate');
    if (monthOf(id) === null) {
      const place = 'cvrfdoc/DocumentTracking/Identification/ID';
      throw formatError('not-recognised', this.#file, place, { found: id, expected: '2026-Feb' });
    }
    const titled = monthOfTitle(this.#field('DocumentTitle'));
    if (titled !== null && titled !== monthOf(id)) {
      // Under a wrong id it would take the place of another month's document.
      throw formatError('not-recognised', this.#file, 'cvrfdoc/DocumentTitle', {
        found: id,
        expected: monthId(titled),
      });
    }
    const initial = this.#field('InitialReleaseDate');
    const { products, warnings: productWarnings } = this.#products.finish(id);
    const { remediations, warnings: foldWarnings } = this.#vulnerabilities.fold.finish(id);
    const { vulnerabilities, vendorFixes, fold } = this.#vulnerabilities;
    return {
      source: 'msrc',
      id,
      title: this.#field('DocumentTitle'),
      revision: this.#field('Number'),
      initialReleaseDate: initial,
      currentReleaseDate: current,
      products,
      vulnerabilities: [...vulnerabilities].sort((a, b) => (a.cve < b.cve ? -1 : 1)),
      remediations,
      clickToRun: this.#vulnerabilities.clickToRun(),
      knownIssues: this.#vulnerabilities.knownIssues(),
      counts: {
        vulnerabilities: vulnerabilities.length,
        vendorFixes,
        kbs: fold.kbs,
        kbProducts: remediations.length,
        productElements: this.#products.elements,
        products: products.length,
      },
      warnings: [
        ...dateWarnings(id, initial, current),
        ...productWarnings,
        ...this.#unnamedProducts(id, new Set(remediations.map(({ productId }) => productId))),
        ...foldWarnings,
      ],
    };
  }

  #unnamedProducts(document: string, used: ReadonlySet<string>): CatalogWarning[] {
    return [...used]
      .filter((product) => !this.#products.has(product))
      .sort()
      .map((product) => ({ code: 'product-name-not-understood', details: { document, product, name: '' } }));
  }

  #field(name: string): string {
    return this.#fields.get(name) ?? '';
  }

  #needed(name: string, element: string): string {
    const text = this.#field(name);
    if (text === '') throw formatError('element-missing', this.#file, element, { element: name });
    return text;
  }

  #productIdOf(attributes: Attributes): string {
    const id = attributes.get('ProductID');
    if (id === undefined) {
      throw formatError('element-missing', this.#file, this.#source.place(), { element: 'ProductID' });
    }
    return this.#checkId(id);
  }

  /** Product ids become keys of plain objects: `11568`, `20925-17086`, never a name that means something there. */
  #checkId(text: string): string {
    const id = text.trim();
    if (!/^[0-9A-Za-z][0-9A-Za-z._:-]{0,63}$/.test(id) || isRefusedName(id)) {
      throw formatError('name-refused', this.#file, this.#source.place(), { name: id.slice(0, 40) });
    }
    return id;
  }
}

/** Dates that cannot be believed are named, never corrected (CAT29). */
function dateWarnings(document: string, initial: string, current: string): CatalogWarning[] {
  const dates = [
    ['InitialReleaseDate', initial],
    ['CurrentReleaseDate', current],
  ] as const;
  const first = readReleaseDate(initial);
  const last = readReleaseDate(current);
  const backwards = first !== null && last !== null && last < first;
  return dates
    .filter(
      ([field, value]) => readReleaseDate(value) === null || (backwards && field === 'CurrentReleaseDate'),
    )
    .map(([field, value]) => ({ code: 'date-implausible', details: { document, field, value } }));
}
