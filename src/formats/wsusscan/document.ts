import type {
  CatalogSignature,
  CatalogWarning,
  MuCounts,
  MuDocument,
  MuRevision,
  MuScope,
} from '../../domain/index.ts';
import { compareRevisions } from './order.ts';

/** What an imported edition is made of. */
export interface DocumentParts {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly form: MuDocument['form'];
  readonly packageId: string;
  /** UTC, as written. */
  readonly created: string;
  readonly scope: MuScope;
  readonly counts: MuCounts;
  readonly revisions: readonly MuRevision[];
  readonly ruleElements: Readonly<Record<string, number>>;
  readonly warnings: readonly CatalogWarning[];
  /** Of a cabinet; other forms cannot be signed. */
  readonly signature?: CatalogSignature;
}

/**
 * The document of an edition. The offline catalog has one id, so that a new edition takes the place of the
 * one before; everything else goes by the update it is about.
 */
export function muDocument(parts: DocumentParts): MuDocument {
  const { form, created, revisions } = parts;
  const sorted = [...revisions].sort(compareRevisions);
  const subject = sorted.find(({ role }) => role === 'update') ?? sorted[0];
  const isCatalog = form === 'wsusscn2' || subject === undefined;
  const dates = sorted.map((revision) => revision.created).filter((date) => date !== '');
  const release = created === '' ? (dates.sort().at(-1) ?? '') : created;
  return {
    source: 'mu',
    id: isCatalog ? 'wsusscn2' : subject.updateId,
    title: isCatalog ? 'Microsoft Update' : subject.title || subject.updateId,
    revision: '',
    initialReleaseDate: release,
    currentReleaseDate: release,
    file: parts.file,
    bytes: parts.bytes,
    sha256: parts.sha256,
    warnings: parts.warnings,
    packageId: parts.packageId,
    form,
    scope: parts.scope,
    counts: parts.counts,
    revisions: sorted,
    ruleElements: parts.ruleElements,
    ...(parts.signature && { signature: parts.signature }),
  };
}
