/** One update per KB over all imported documents, for people (msrc-cvrf, section 2, identity). */
import type {
  MsrcDocument,
  CatalogProduct,
  KnownIssue,
  RestartRequired,
  Severity,
  Update,
  Vulnerability,
} from '../../domain/index.ts';
import { clickToRunIdOf, updateIdOf } from './compile.ts';
import type { Context } from './context.ts';
import type { Pair, Product } from './pairs.ts';

const severities: readonly Severity[] = ['Critical', 'Important', 'Moderate', 'Low', 'None'];
const restarts: readonly RestartRequired[] = ['yes', 'maybe', 'no', 'unknown'];

interface Folded {
  readonly documents: string[];
  readonly subTypes: Set<string>;
  /** Builds it brings a product to: another one is other content. */
  readonly builds: Set<string>;
  readonly products: Map<string, CatalogProduct>;
  readonly cves: Set<string>;
  restart: RestartRequired;
  severity: Severity;
  exploited: boolean;
  disclosed: boolean;
  readonly issues: Map<string, KnownIssue>;
}

/**
 * Updates in the order of `compileRules`: by id, code units.
 *
 * @param sha256 hash of a text, lower-case hex
 */
export function updatesOf(context: Context, sha256: (text: string) => string): readonly Update[] {
  const hash = (value: unknown) => sha256(JSON.stringify(value));
  const direct = directlyAbove(context);
  const updates: Update[] = [];
  for (const [kb, folded] of foldKbs(context)) {
    const name = `KB${String(kb)}`;
    const supersededBy = new Set([...context.edges.superseding(kb), ...(direct.get(kb) ?? [])]);
    updates.push(
      finish(
        {
          id: updateIdOf(kb),
          kb: name,
          kbNumber: kb,
          supersedes: context.edges.superseded(kb),
          supersededBy: [...supersededBy].sort((a, b) => a - b),
          url: `https://www.catalog.update.microsoft.com/Search.aspx?q=${name}`,
        },
        folded,
        hash,
      ),
    );
  }
  for (const document of context.documents) {
    for (const { productId, cves } of document.clickToRun) {
      const folded = emptyFold();
      const product = context.products.get(productId);
      folded.subTypes.add('Click to Run');
      addPair(folded, document, product ?? { id: productId, name: productId, family: null }, cves, 'unknown');
      const own = { kb: null, kbNumber: null, supersedes: [], supersededBy: [], url: '' };
      updates.push(finish({ id: clickToRunIdOf(document.id, productId), ...own }, folded, hash));
    }
  }
  return updates.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function emptyFold(): Folded {
  return {
    documents: [],
    subTypes: new Set(),
    builds: new Set(),
    products: new Map(),
    cves: new Set(),
    restart: 'unknown',
    severity: 'None',
    exploited: false,
    disclosed: false,
    issues: new Map(),
  };
}

function foldKbs(context: Context): ReadonlyMap<number, Folded> {
  const kbs = new Map<number, Folded>();
  for (const document of context.documents) {
    for (const remediation of document.remediations) {
      const folded = kbs.get(remediation.kb) ?? emptyFold();
      kbs.set(remediation.kb, folded);
      const product = context.products.get(remediation.productId);
      const known = product ?? { id: remediation.productId, name: remediation.productId, family: null };
      folded.subTypes.add(remediation.subType);
      for (const build of remediation.fixedBuilds) folded.builds.add(build);
      addPair(folded, document, known, remediation.cves, remediation.restart);
    }
    for (const issue of document.knownIssues) {
      if (issue.kb !== null) kbs.get(issue.kb)?.issues.set(`${issue.url} ${issue.text}`, issue);
    }
  }
  return kbs;
}

function addPair(
  folded: Folded,
  document: MsrcDocument,
  product: Pick<Product, 'id' | 'name' | 'family'>,
  cves: readonly string[],
  restart: RestartRequired,
): void {
  if (!folded.documents.includes(document.id)) folded.documents.push(document.id);
  folded.products.set(product.id, { id: product.id, name: product.name, family: product.family });
  folded.restart = first(restarts, folded.restart, restart);
  const vulnerabilities = vulnerabilitiesOf(document);
  for (const cve of cves) {
    folded.cves.add(cve);
    const vulnerability = vulnerabilities.get(cve);
    if (vulnerability === undefined) continue;
    const severity = vulnerability.severityByProduct[product.id] ?? vulnerability.severity;
    folded.severity = first(severities, folded.severity, severity);
    folded.exploited ||= vulnerability.exploited;
    folded.disclosed ||= vulnerability.disclosed;
  }
}

const indexes = new WeakMap<MsrcDocument, ReadonlyMap<string, Vulnerability>>();
function vulnerabilitiesOf(document: MsrcDocument): ReadonlyMap<string, Vulnerability> {
  const known = indexes.get(document);
  if (known !== undefined) return known;
  const index = new Map(document.vulnerabilities.map((vulnerability) => [vulnerability.cve, vulnerability]));
  indexes.set(document, index);
  return index;
}

function first<T>(order: readonly T[], a: T, b: T): T {
  return order.indexOf(a) <= order.indexOf(b) ? a : b;
}

type Own = Pick<Update, 'id' | 'kb' | 'kbNumber' | 'supersedes' | 'supersededBy' | 'url'>;

function finish(own: Own, folded: Folded, hash: (value: unknown) => string): Update {
  const content = {
    documents: folded.documents,
    subTypes: [...folded.subTypes].sort(),
    products: [...folded.products.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    cves: [...folded.cves].sort(),
    severity: folded.severity,
    exploited: folded.exploited,
    disclosed: folded.disclosed,
    restart: folded.restart,
  };
  const knownIssues = [...folded.issues.values()];
  // What an authorization is bound to; `supersededBy` and the document list grow by other documents.
  const { documents: _, ...bound } = content;
  const contentHash = hash([own.id, own.supersedes, [...folded.builds].sort(), bound]);
  return { ...own, ...content, title: titleOf(folded), knownIssues, contentHash };
}

/**
 * `Windows 10 Version 22H2 and 3 more: Security Update, 2024-Mar`. The product stands first, because
 * lists cut titles at their end and the KB has a column of its own.
 */
function titleOf(folded: Folded): string {
  const names = [...new Set([...folded.products.values()].map(({ name }) => shortName(name)))].sort(
    (a, b) => interest(a) - interest(b) || (a > b ? -1 : 1),
  );
  const more = names.length > 1 ? ` and ${String(names.length - 1)} more` : '';
  const subTypes = [...folded.subTypes].filter((subType) => subType !== '').sort();
  return `${names[0] ?? '?'}${more}: ${subTypes.at(-1) ?? 'Update'}, ${folded.documents.at(-1) ?? ''}`;
}

function shortName(name: string): string {
  return name
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ for (32-bit|x64-based|ARM64-based|Itanium-Based) Systems/i, '')
    .replace(/ \(Server Core installation\)$/i, '')
    .replace(/^Windows (1[01]) version /i, 'Windows $1 Version ');
}

/** Operating systems before components, clients before servers. */
function interest(name: string): number {
  if (/ on windows /i.test(name)) return 2;
  return /^windows server/i.test(name) ? 1 : 0;
}

/** KBs that rank directly above a KB on some product: nothing known lies between. */
function directlyAbove(context: Context): ReadonlyMap<number, ReadonlySet<number>> {
  const direct = new Map<number, Set<number>>();
  for (const id of context.products.keys()) {
    for (const kind of ['cumulative', 'rollup'] as const) {
      const peers = context.peers(id, kind);
      const higher = new Map<Pair, readonly Pair[]>();
      for (const pair of peers) {
        const { higherKnown, higherInferred } = context.ranked(pair);
        higher.set(pair, [...higherKnown, ...higherInferred]);
      }
      for (const [pair, above] of higher) {
        const between = new Set(above.flatMap((other) => higher.get(other) ?? []));
        const set = direct.get(pair.kb) ?? new Set<number>();
        for (const other of above) if (!between.has(other)) set.add(other.kb);
        direct.set(pair.kb, set);
      }
    }
  }
  return direct;
}
