import { ok } from '../domain/index.ts';
import type { Rejection, Result, TrustedRoot } from '../domain/index.ts';
import { readRoots } from '../formats/authenticode/index.ts';
import type { FileSource } from '../formats/index.ts';
import type { JournalDraft } from '../store/index.ts';
import type { RootImport, RootRow } from './engine.ts';
import type { Session } from './session.ts';

/** A root without its bytes, which pages have no use for. */
export function rootRow({ certificate: _, ...row }: TrustedRoot): RootRow {
  return row;
}

/**
 * Adds the roots of certificate files to those that signatures of catalogs may end at; each gets an
 * entry in the journal. A file that cannot be used is told with its reason and stops no other.
 */
export async function importRoots(
  session: Session,
  files: readonly FileSource[],
): Promise<Result<RootImport>> {
  const stored = new Set(session.data.trustedRoots.map(({ sha256 }) => sha256));
  const added = new Map<string, TrustedRoot>();
  const present: RootRow[] = [];
  const others: string[] = [];
  const rejected: Rejection[] = [];
  const trust = { importedAt: session.clock(), importedBy: session.data.settings.operator };
  for (const file of files) {
    const read = await readRoots(file);
    if (!read.ok) {
      rejected.push(read.error);
      continue;
    }
    others.push(...read.value.others);
    for (const root of read.value.roots.map((one): TrustedRoot => ({ ...one, ...trust }))) {
      if (stored.has(root.sha256) || added.has(root.sha256)) present.push(rootRow(root));
      else added.set(root.sha256, root);
    }
  }
  const putRoots = [...added.values()];
  const journal: JournalDraft[] = [
    ...putRoots.map(({ subject, sha256, notAfter, file }): JournalDraft => ({
      act: 'root-imported',
      file,
      details: { subject, thumbprint: sha256, notAfter },
    })),
    ...rejected.map(({ code, file, place, details }): JournalDraft => ({
      act: 'file-rejected',
      file,
      details: { ...details, code, place },
    })),
  ];
  if (journal.length > 0) {
    const committed = await session.commit({ putRoots, journal });
    if (!committed.ok) return committed;
  }
  return ok({ imported: putRoots.map(rootRow), present, others, rejected });
}

/** Takes a root away: later imports no longer end at it; what was imported by it stays as it was judged then. */
export async function removeRoot(session: Session, sha256: string): Promise<Result<null>> {
  const root = session.data.trustedRoots.find((one) => one.sha256 === sha256);
  if (root === undefined) return ok(null);
  const details = { subject: root.subject, thumbprint: sha256 };
  return session.commit({ deleteRoots: [sha256], journal: [{ act: 'root-removed', details }] });
}
