import { compareCreated } from '../../domain/index.ts';
import type { CatalogWarning, MuDocument, MuRevision } from '../../domain/index.ts';

/** The revision of an update that counts, and where it stands. */
export interface CurrentRevision {
  readonly revision: MuRevision;
  /** Ids of the documents that have it, oldest first. */
  readonly documents: readonly string[];
}

export interface CurrentRevisions {
  /** By update id, in code unit order of the ids. */
  readonly byId: ReadonlyMap<string, CurrentRevision>;
  readonly warnings: readonly CatalogWarning[];
}

/**
 * The highest revision of every update over all documents, in whatever order they come (applicability
 * rules, section 6: present, hidden traps). Of one revision in two documents the readable one counts.
 */
export function currentRevisions(imported: readonly MuDocument[]): CurrentRevisions {
  const documents = [...imported].sort(
    (a, b) =>
      compareCreated(a.currentReleaseDate, b.currentReleaseDate) ||
      (a.id !== b.id ? (a.id < b.id ? -1 : 1) : a.sha256 < b.sha256 ? -1 : 1),
  );
  const found = new Map<string, { revision: MuRevision; documents: string[] }>();
  const differing = new Map<string, { document: string; count: number; first: string }>();
  for (const { id, revisions } of documents) {
    for (const revision of revisions) {
      const known = found.get(revision.updateId);
      if (known === undefined || revision.revision > known.revision.revision) {
        found.set(revision.updateId, { revision, documents: [id] });
      } else if (revision.revision === known.revision.revision) {
        if (!known.documents.includes(id)) known.documents.push(id);
        if (differs(known.revision, revision)) count(differing, id, revision.updateId);
        if (counts(revision, known.revision)) known.revision = revision;
      }
    }
  }
  const ids = [...found.keys()].sort();
  return {
    byId: new Map(ids.map((id) => [id, found.get(id) as CurrentRevision])),
    warnings: [...differing.values()].map(({ document, count: updates, first }) => ({
      code: 'content-differs',
      details: { document, field: first, kept: updates, other: updates },
    })),
  };
}

/** One revision never changes its content: two contents are a doubt about one of the files. */
function differs(a: MuRevision, b: MuRevision): boolean {
  return a.fault === null && b.fault === null && a.contentHash !== b.contentHash;
}

/** Of two contents of one revision the readable one, then the one with texts, then the higher hash. */
function counts(offered: MuRevision, kept: MuRevision): boolean {
  if ((offered.fault === null) !== (kept.fault === null)) return offered.fault === null;
  if (offered.contentHash !== kept.contentHash) return offered.contentHash > kept.contentHash;
  return kept.title === '' && offered.title !== '';
}

function count(
  into: Map<string, { document: string; count: number; first: string }>,
  document: string,
  first: string,
): void {
  const known = into.get(document);
  if (known === undefined) into.set(document, { document, count: 1, first });
  else known.count += 1;
}
