/** What a catalog document says about each of its updates, as comparable text, whatever its source. */
import { canonicalJson, isOffered, mssecureUpdateId, muUpdateId } from '../domain/index.ts';
import type {
  CatalogDocument,
  MsrcDocument,
  MssecureDocument,
  MuDocument,
  SdpDocument,
} from '../domain/index.ts';

/**
 * By name: `KB5034768` of a monthly document (in the order of numbers), else the update's id (in code
 * unit order). Bytes, order and dates of the document do not count.
 */
export function contentByUpdate(document: CatalogDocument): ReadonlyMap<string, string> {
  switch (document.source) {
    case 'msrc':
      return byKb(document);
    case 'sdp':
      return byPackage(document);
    case 'mssecure':
      return byPatch(document);
    case 'mu':
      return byRevision(document);
  }
}

function byKb(document: MsrcDocument): ReadonlyMap<string, string> {
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
  const inOrder = [...parts].sort(([a], [b]) => a - b);
  return new Map(inOrder.map(([kb, content]) => [`KB${kb}`, canonicalJson(content)]));
}

function byPackage({ packages }: SdpDocument): ReadonlyMap<string, string> {
  return new Map(packages.map((one) => [`sdp:${one.id}`, canonicalJson(one)]));
}

/** Its fragments and its title; the number a revision has within the edition means nothing outside of it. */
function byRevision({ revisions }: MuDocument): ReadonlyMap<string, string> {
  const offered = revisions.filter(isOffered);
  return new Map(
    offered.map(({ updateId, revision, contentHash, title }) => [
      muUpdateId(updateId),
      `${String(revision)} ${contentHash} ${title}`,
    ]),
  );
}

/** A patch with the files and registry values it names: their ids alone mean nothing in another edition. */
function byPatch(document: MssecureDocument): ReadonlyMap<string, string> {
  const files = new Map(document.fileChanges.map((change) => [change.id, change]));
  const registry = new Map(document.registryChanges.map((change) => [change.id, change]));
  const places = new Map(document.locations.map(({ id, text }) => [id, text]));
  const place = (id: string): string => places.get(id) ?? id;
  const contents = document.bulletins.flatMap((bulletin) =>
    bulletin.patches.map((patch): [string, string] => {
      const content = {
        ...patch,
        title: bulletin.title,
        files: patch.files.map((id) => {
          const change = files.get(id);
          return change ? { ...change, id: '', folder: place(change.folder) } : id;
        }),
        registry: patch.registry.map((id) => {
          const change = registry.get(id);
          return change ? { ...change, id: '', location: place(change.location) } : id;
        }),
      };
      return [mssecureUpdateId(bulletin.id, patch.ordinal), canonicalJson(content)];
    }),
  );
  return new Map(contents.sort(([a], [b]) => (a < b ? -1 : 1)));
}
