import type {
  MuDetail,
  MuEula,
  MuFault,
  MuFile,
  MuRevision,
  MuText,
  MuUpdateType,
} from '../../domain/index.ts';
import type { CoreFragment } from './core-fragment.ts';
import type { EulaFile } from './eula-fragment.ts';
import type { ExtendedFragment } from './extended-fragment.ts';
import { rowFlag } from './master-list.ts';
import type { MasterRows } from './master-list.ts';

/** What the fragments of one revision gave; null where there is none or it could not be read. */
export interface RevisionParts {
  readonly core: CoreFragment | null;
  readonly extended: ExtendedFragment | null;
  readonly texts: readonly MuText[];
  readonly eulas: readonly EulaFile[];
  readonly ruleSource: string;
  readonly contentHash: string;
  readonly fault: MuFault | null;
}

/** Joins a row of the master list with its fragments (wsusscn2, sections 3 and 4). */
export function joinRevision(rows: MasterRows, row: number, parts: RevisionParts): MuRevision {
  const { core, extended, texts, fault } = parts;
  const supersededBy = rows.idsOf(rows.columns.supersededBy, row);
  const type = core?.type ?? typeByMasterList(rows, row);
  return {
    updateId: rows.updateId(row),
    revision: rows.revision(row),
    revisionId: rows.revisionId(row),
    type,
    role: roleOf(rows, row, type, core?.explicitlyDeployable ?? false),
    explicitlyDeployable: core?.explicitlyDeployable ?? false,
    created: rows.created(row),
    defaultLanguage: rows.defaultLanguage(row),
    prerequisites: core?.prerequisites ?? masterPrerequisites(rows, row),
    supersedes: core?.supersedes ?? [],
    supersededBy,
    bundled: core?.bundled ?? [],
    categories: {
      companies: rows.categories(row, 'companies'),
      families: rows.categories(row, 'families'),
      products: rows.categories(row, 'products'),
      classifications: rows.categories(row, 'classifications'),
    },
    rules: core?.rules ?? null,
    fault,
    title: texts[0]?.title ?? '',
    kb: extended?.kb ?? '',
    bulletin: extended?.bulletin ?? '',
    severity: extended?.severity ?? '',
    cves: extended?.cves ?? [],
    reboot: extended?.reboot ?? null,
    impact: extended?.impact ?? null,
    uninstallable: extended?.uninstallable ?? false,
    maxDownloadSize: extended?.maxDownloadSize ?? null,
    handler: extended?.handler ?? '',
    eulaId: core?.eulaId ?? '',
    contentHash: fault === null ? parts.contentHash : '',
  };
}

/** What only an update's page and a bundle need. */
export function joinDetail(rows: MasterRows, row: number, parts: RevisionParts): MuDetail {
  const { extended } = parts;
  return {
    updateId: rows.updateId(row),
    revision: rows.revision(row),
    texts: parts.texts,
    languages: extended?.languages.length ? extended.languages : rows.languages(row),
    files: filesOf(rows, row, extended),
    handlerData: extended?.handlerData ?? null,
    canRequestUserInput: extended?.canRequestUserInput ?? false,
    requiresNetwork: extended?.requiresNetwork ?? false,
    eulas: eulasOf(rows, row, parts.eulas),
    supportUrl: extended?.supportUrl ?? '',
    moreInfoUrls: extended?.moreInfoUrls ?? [],
    ruleSource: parts.ruleSource,
  };
}

/** Whether both places name the same payload (section 3, consistency checks). */
export function samePayload(rows: MasterRows, row: number, extended: ExtendedFragment): boolean {
  const listed = rows.payload(row);
  const named = new Set(extended.files.map(({ sha1 }) => sha1));
  return listed.length === named.size && listed.every((sha1) => named.has(sha1));
}

function typeByMasterList(rows: MasterRows, row: number): MuUpdateType {
  if (!rows.has(row, rowFlag.evaluated)) return 'Software';
  return rows.isCategory(row) ? 'Category' : 'Detectoid';
}

/** Older editions leave DeploymentAction out: the fragment and the parents tell then. */
function roleOf(
  rows: MasterRows,
  row: number,
  type: MuUpdateType,
  explicitlyDeployable: boolean,
): MuRevision['role'] {
  if (type === 'Category' || type === 'Detectoid' || rows.has(row, rowFlag.evaluated)) return 'evaluated';
  if (rows.has(row, rowFlag.child)) return 'child';
  const hasParents = rows.idsOf(rows.columns.bundledBy, row).length > 0;
  return hasParents && !explicitlyDeployable ? 'child' : 'update';
}

/** The master list does not say which clauses stand for the category tree. */
function masterPrerequisites(rows: MasterRows, row: number): MuRevision['prerequisites'] {
  return rows.clauses(row).map((anyOf) => ({ anyOf, isCategory: false }));
}

/** With the fragment missing, files are known by hash and address alone: the name is that of the address. */
function filesOf(rows: MasterRows, row: number, extended: ExtendedFragment | null): readonly MuFile[] {
  const addresses = rows.addresses(row);
  if (extended !== null) {
    return extended.files.map((file) => ({ ...file, url: addresses.get(file.sha1) ?? '' }));
  }
  return rows.payload(row).map((sha1) => {
    const url = addresses.get(sha1) ?? '';
    const name = url.slice(url.lastIndexOf('/') + 1);
    return { name, size: 0, modified: '', sha1, sha256: null, url, patchingType: '' };
  });
}

function eulasOf(rows: MasterRows, row: number, read: readonly EulaFile[]): readonly MuEula[] {
  const bySha1 = new Map(read.map((eula) => [eula.sha1, eula]));
  const listed = rows.eulas(row).map(({ sha1, language }) => {
    const known = bySha1.get(sha1);
    bySha1.delete(sha1);
    return {
      name: known?.name ?? '',
      language: language || (known?.language ?? ''),
      size: known?.size ?? 0,
      sha1,
    };
  });
  return [...listed, ...bySha1.values()];
}
