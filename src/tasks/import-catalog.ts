/**
 * Which of the newly read catalog documents are taken over, given what is stored: the decision alone,
 * without reading or writing.
 *
 * Rules, per document (msrc-cvrf, section 1; hostile tests CAT09, CAT10, CAT22):
 * - the same bytes or the same content as the current edition: nothing new;
 * - a newer CurrentReleaseDate replaces it; the replaced edition is kept as history, one at most;
 * - an older one, or one whose date cannot be believed, is refused as a rollback unless the person
 *   gives a reason, which goes into the journal; it waits for that decision;
 * - the same date with other content is a doubt (which one is true?) and refused like an older one;
 * - fewer KBs by 40 % or more: taken over with a warning.
 * Files dropped together are taken in the order of their dates, so the order of dropping never matters.
 */
import { editionOf, readReleaseDate, signatureStanding, updatesIn, withWithdrawn } from '../domain/index.ts';
import type { CatalogDocument, CatalogWarning, Rejection, WaitingFile } from '../domain/index.ts';
import { withoutRevisions } from '../store/index.ts';
import type { Change, JournalDraft, StoredEdition } from '../store/index.ts';
import { compareEditions, doubtfulShare, sameContent } from './compare-editions.ts';
import type { EditionDifference, FileOutcome } from './import-report.ts';
import { sameScope } from './large-catalog/same-scope.ts';
import { signatureWaitingKey, waitingEdition } from './waiting-files.ts';

export interface CatalogImportRequest {
  readonly stored: readonly StoredEdition[];
  readonly documents: readonly CatalogDocument[];
  /** Where the store has the revisions and details of large ones. */
  readonly generations?: ReadonlyMap<CatalogDocument, string>;
  /** File name to the reason why its older edition shall count; blank reasons do not. */
  readonly overrides?: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface CatalogImport {
  /** One a file, in the order in which they were decided. */
  readonly outcomes: readonly FileOutcome[];
  readonly differences: readonly EditionDifference[];
  readonly warnings: readonly CatalogWarning[];
  readonly change: Required<
    Pick<Change, 'putEditions' | 'deleteEditions' | 'putWaiting' | 'deleteWaiting' | 'journal'>
  >;
  /** The editions as they are after the change. */
  readonly editions: readonly StoredEdition[];
}

export function editionKey(document: CatalogDocument): string {
  return `${document.source}:${document.id}:${document.sha256}`;
}

export function importCatalogs(request: CatalogImportRequest): CatalogImport {
  const decision = new Decision(request);
  for (const document of [...request.documents].sort(byDate)) decision.take(document);
  return decision.finish();
}

class Decision {
  readonly #request: CatalogImportRequest;
  readonly #editions: Map<string, StoredEdition>;
  readonly #taken = new Set<string>();
  readonly #waiting = new Map<string, WaitingFile>();
  readonly #answered = new Set<string>();
  readonly #outcomes: FileOutcome[] = [];
  readonly #differences: EditionDifference[] = [];
  readonly #warnings: CatalogWarning[] = [];
  readonly #journal: JournalDraft[] = [];

  constructor(request: CatalogImportRequest) {
    this.#request = request;
    this.#editions = new Map(request.stored.map((edition) => [edition.key, edition]));
  }

  take(document: CatalogDocument): void {
    // Whoever vouches for it is on record with the document, or its root was imported since.
    this.#answered.add(signatureWaitingKey(document.sha256));
    const current = this.#currentOf(document)?.document;
    if (!current) {
      this.#replace(document, null, '');
      return;
    }
    const rescoped = isRescoped(current, document);
    if (!rescoped && (current.sha256 === document.sha256 || sameContent(current, document))) {
      this.#nothingNew(document);
      return;
    }
    const doubt = rescoped ? null : doubtAbout(current, document);
    const reason = (ownValue(this.#request.overrides, document.file) ?? '').trim();
    if (doubt === null || reason !== '') this.#replace(document, current, doubt === null ? '' : reason);
    else this.#refuse(document, current, doubt);
  }

  finish(): CatalogImport {
    const before = new Map(this.#request.stored.map((edition) => [edition.key, edition]));
    const after = [...this.#editions.values()];
    // Only of editions that count in the end: another one of the same drop may have replaced it.
    const said = after
      .filter(({ key, current }) => current && this.#taken.has(key))
      .flatMap(({ document }) => document.warnings);
    return {
      outcomes: this.#outcomes,
      differences: this.#differences,
      warnings: [...this.#warnings, ...said],
      change: {
        putEditions: after.filter((edition) => before.get(edition.key) !== edition),
        putWaiting: [...this.#waiting.values()],
        deleteWaiting: [...this.#answered].filter((key) => !this.#waiting.has(key)),
        deleteEditions: [...before.keys()].filter((key) => !this.#editions.has(key)),
        journal: this.#journal,
      },
      editions: after,
    };
  }

  #currentOf({ source, id }: CatalogDocument): StoredEdition | undefined {
    return [...this.#editions.values()].find(
      (edition) => edition.current && edition.document.source === source && edition.document.id === id,
    );
  }

  #nothingNew(document: CatalogDocument): void {
    const { file, id, sha256 } = document;
    this.#judgedAnew(document);
    this.#answered.add(editionKey(document));
    this.#outcomes.push({
      file,
      outcome: 'nothing-new',
      kind: 'catalog',
      format: document.source,
      subject: id,
    });
    this.#journal.push({
      act: 'catalog-unchanged',
      file,
      fileSha256: sha256,
      details: { document: id, edition: editionOf(document) },
    });
  }

  /** The same bytes may be proven now, because their root was imported since: the better finding stays. */
  #judgedAnew(document: CatalogDocument): void {
    const edition = this.#editions.get(editionKey(document));
    if (!edition || !document.signature) return;
    const { signature } = document;
    if (signatureStanding(signature) === signatureStanding(edition.document.signature)) return;
    this.#editions.set(edition.key, { ...edition, document: { ...edition.document, signature } });
  }

  #refuse(document: CatalogDocument, current: CatalogDocument, doubt: Doubt): void {
    const { file, id, sha256 } = document;
    const details = { document: id, reason: doubt, ...editionsOf(document, current) };
    const error: Rejection = { code: 'older-edition', file, place: '', details };
    const waiting = waitingEdition(editionKey(document), document, error, this.#request.at);
    this.#waiting.set(waiting.key, waiting);
    this.#outcomes.push({ file, outcome: 'older', error, waiting: waiting.key });
    this.#journal.push({
      act: 'file-rejected',
      file,
      fileSha256: sha256,
      details: { code: error.code, ...details, edition: editionOf(document) },
    });
    // Both came in one drop: nobody chose between them, so the list of warnings says which one counts.
    if (this.#taken.has(editionKey(current))) this.#notUsed(document, current);
  }

  #replace(read: CatalogDocument, replaced: CatalogDocument | null, overrideReason: string): void {
    // An older edition that counts on purpose does not withdraw what came after it.
    const document = replaced && overrideReason === '' ? withWithdrawn(replaced, read) : read;
    const key = editionKey(document);
    const previous = replaced ? editionKey(replaced) : null;
    for (const edition of [...this.#editions.values()]) {
      if (edition.document.id !== document.id || edition.document.source !== document.source) continue;
      if (edition.key === previous) {
        this.#editions.set(edition.key, { ...withoutRevisions(edition), current: false });
      } else if (previous !== key) this.#editions.delete(edition.key);
    }
    const generation = this.#request.generations?.get(read);
    this.#editions.set(key, {
      key,
      document,
      importedAt: this.#request.at,
      current: true,
      ...(generation !== undefined && { generation }),
    });
    const difference = replaced ? compareEditions(replaced, document) : null;
    if (difference) this.#differences.push(difference);
    if (replaced) this.#compareWith(document, replaced);
    this.#report(document, replaced, difference, overrideReason);
    this.#taken.add(key);
    this.#answered.add(key);
  }

  #compareWith(document: CatalogDocument, replaced: CatalogDocument): void {
    const [before, after] = [updatesIn(replaced), updatesIn(document)];
    if (after <= before * doubtfulShare && before > 0 && haveSameScope(replaced, document)) {
      this.#warnings.push({ code: 'fewer-updates', details: { document: document.id, before, after } });
    }
    if (this.#taken.has(editionKey(replaced))) this.#notUsed(replaced, document);
  }

  #notUsed(unused: CatalogDocument, used: CatalogDocument): void {
    const details = { document: unused.id, file: unused.file, ...editionsOf(unused, used) };
    this.#warnings.push({ code: 'older-edition-not-used', details });
  }

  #report(
    document: CatalogDocument,
    replaced: CatalogDocument | null,
    difference: EditionDifference | null,
    overrideReason: string,
  ): void {
    const { file, id, sha256, revision, currentReleaseDate } = document;
    const detail = {
      document: id,
      revision,
      currentReleaseDate,
      updates: updatesIn(document),
      ...signatureDetails(document),
      ...(replaced ? { replaced: replaced.currentReleaseDate } : {}),
      ...(difference
        ? { added: difference.added.length, revised: difference.revised.length, gone: difference.gone.length }
        : {}),
    };
    this.#outcomes.push({
      file,
      outcome: 'imported',
      kind: 'catalog',
      format: document.source,
      subject: id,
      detail,
    });
    const overridden = overrideReason !== '';
    this.#journal.push({
      act: overridden ? 'catalog-older-override' : 'catalog-imported',
      file,
      fileSha256: sha256,
      details: {
        ...detail,
        edition: editionOf(document),
        ...(overridden ? { reason: overrideReason } : {}),
      },
    });
    const signature = document.signature?.override;
    if (!signature) return;
    const { doubt, reason } = signature;
    const details = { document: id, ...signatureDetails(document), doubt, reason };
    this.#journal.push({ act: 'catalog-signature-override', file, fileSha256: sha256, details });
  }
}

/** What the journal says of a cabinet's signature. */
function signatureDetails({ signature }: CatalogDocument): Readonly<Record<string, string>> {
  if (!signature) return {};
  const { signerName, root } = signature;
  return {
    signature: signatureStanding(signature),
    ...(signerName === '' ? {} : { signer: signerName }),
    ...(root === null ? {} : { root: root.subject, thumbprint: root.sha256 }),
  };
}

/** The same file, of which another part was chosen. */
function isRescoped(current: CatalogDocument, offered: CatalogDocument): boolean {
  return current.sha256 === offered.sha256 && !haveSameScope(current, offered);
}

function haveSameScope(a: CatalogDocument, b: CatalogDocument): boolean {
  return a.source !== 'mu' || b.source !== 'mu' || sameScope(a.scope, b.scope);
}

type Doubt = 'older' | 'same-date' | 'date-not-readable';

/** Why an edition is not simply the newer one; null when it is. */
function doubtAbout(current: CatalogDocument, offered: CatalogDocument): Doubt | null {
  const stored = readReleaseDate(current.currentReleaseDate);
  const date = readReleaseDate(offered.currentReleaseDate);
  if (date === null) return 'date-not-readable';
  if (stored === null || date > stored) return null;
  return date === stored ? 'same-date' : 'older';
}

function editionsOf(offered: CatalogDocument, current: CatalogDocument) {
  return {
    offered: offered.currentReleaseDate,
    offeredRevision: offered.revision,
    current: current.currentReleaseDate,
    currentRevision: current.revision,
  };
}

/** Oldest first; of one date the higher revision (then the higher hash) first: it is the one that counts. */
function byDate(a: CatalogDocument, b: CatalogDocument): number {
  const when = (document: CatalogDocument) => readReleaseDate(document.currentReleaseDate) ?? -Infinity;
  const [first, second] = [when(a), when(b)];
  if (first !== second) return first < second ? -1 : 1;
  return (
    revisionNumber(b) - revisionNumber(a) ||
    byText(a.id, b.id) ||
    byText(b.sha256, a.sha256) ||
    byText(a.file, b.file)
  );
}

function revisionNumber({ revision }: CatalogDocument): number {
  return /^\d{1,9}$/.test(revision) ? Number(revision) : 0;
}

function byText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function ownValue(record: Readonly<Record<string, string>> | undefined, key: string): string | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}
