import { canonicalJson } from '../domain/index.ts';
import type { CatalogDocument } from '../domain/index.ts';
import type { EditionDifference } from './engine.ts';

/**
 * What changed from one catalog document to another, by content: KBs that are new, revised or gone,
 * each list by KB number. A KB is revised when any of its products, builds, superseded KBs, sub types,
 * restart behaviour or vulnerabilities (with severity and flags) or its known issues differ; bytes,
 * order and dates do not count.
 */
export function compareEditions(older: CatalogDocument, newer: CatalogDocument): EditionDifference {
  const before = contentByKb(older);
  const after = contentByKb(newer);
  const names = (kbs: Iterable<number>) => [...kbs].sort((a, b) => a - b).map((kb) => `KB${kb}`);
  return {
    document: newer.id,
    added: names([...after.keys()].filter((kb) => !before.has(kb))),
    revised: names(
      [...after].filter(([kb, content]) => before.has(kb) && before.get(kb) !== content).map(([kb]) => kb),
    ),
    gone: names([...before.keys()].filter((kb) => !after.has(kb))),
  };
}

/** Whether two documents say the same, whatever file and encoding they came in. */
export function sameContent(a: CatalogDocument, b: CatalogDocument): boolean {
  const content = ({ file: _file, bytes: _bytes, sha256: _sha256, ...rest }: CatalogDocument) =>
    canonicalJson(rest);
  return content(a) === content(b);
}

/** Everything a document says about each KB, as comparable text. */
function contentByKb(document: CatalogDocument): Map<number, string> {
  const vulnerabilities = new Map(
    document.vulnerabilities.map((vulnerability) => [vulnerability.cve, vulnerability]),
  );
  const names = new Map(document.products.map(({ id, name }) => [id, name]));
  const parts = new Map<number, unknown[]>();
  const add = (kb: number, part: unknown) => {
    const known = parts.get(kb);
    if (known) known.push(part);
    else parts.set(kb, [part]);
  };
  for (const { kb, cves, ...pair } of document.remediations) {
    const flags = cves.map((cve) => {
      const known = vulnerabilities.get(cve);
      const severity = known?.severityByProduct[pair.productId] ?? null;
      return [cve, severity, known?.exploited ?? false, known?.disclosed ?? false, known?.baseScore ?? null];
    });
    add(kb, [names.get(pair.productId) ?? '', pair, flags]);
  }
  for (const { kb, ...issue } of document.knownIssues) {
    if (kb !== null && parts.has(kb)) add(kb, issue);
  }
  return new Map([...parts].map(([kb, content]) => [kb, canonicalJson(content)]));
}
