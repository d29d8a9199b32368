import type { Authorization, CatalogDocument, Machine, Settings, Update } from '../domain/index.ts';
import { editionOf, signatureSummary, sourceOfId, valueOf } from '../domain/index.ts';
import type {
  HashedFile,
  Manifest,
  ManifestFile,
  ManifestSignature,
  ManifestTarget,
  ManifestUpdate,
  ReadmeFacts,
  ShoppingList,
} from '../formats/bundle/index.ts';
import type { StoredEdition } from '../store/store.ts';
import type { BundlePlan, BundlePlanItem } from './engine.ts';
import type { RowsOf } from './plan-bundle.ts';

/** All that the papers of a bundle speak of; clock and identity come from outside (PKG06). */
export interface BundleContent {
  readonly plan: BundlePlan;
  readonly request: { readonly name: string };
  readonly updates: readonly Update[];
  readonly machines: readonly Machine[];
  readonly authorizations: readonly Authorization[];
  readonly editions: readonly StoredEdition[];
  readonly rows: RowsOf;
  readonly settings: Settings;
  readonly practice: boolean;
  /** Lower-case GUID. */
  readonly bundleId: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Name and version of this program. */
  readonly software: string;
}

export type FilesOf = ReadonlyMap<string, readonly ManifestFile[]>;

/** The manifest of the planned updates with the files that were copied. */
export async function composeManifest(
  content: BundleContent,
  files: FilesOf,
  papers: readonly HashedFile[],
): Promise<Manifest> {
  const updates: ManifestUpdate[] = [];
  for (const item of content.plan.items) updates.push(await manifestUpdate(content, item, files));
  const chosen = new Set(content.plan.machines);
  return {
    id: content.bundleId,
    name: content.request.name,
    created: instant(content.now),
    software: content.software,
    site: content.settings.site,
    operator: content.settings.operator,
    marking: content.settings.marking,
    practice: content.practice,
    catalogs: currentEditions(content).map(({ document }) => ({
      source: document.source,
      edition: editionOf(document),
      title: document.title,
      file: document.file,
      sha256: document.sha256,
      ...manifestSignature(document),
    })),
    machines: content.machines
      .filter((machine) => chosen.has(machine.id))
      .map((machine) => ({
        id: machine.id,
        name: machine.name,
        osVersion: valueOf(machine.os.version),
        ubr: valueOf(machine.os.ubr),
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    updates,
    leftOut: content.plan.leftOut,
    papers,
  };
}

async function manifestUpdate(
  content: BundleContent,
  item: BundlePlanItem,
  files: FilesOf,
): Promise<ManifestUpdate> {
  const update = content.updates.find((candidate) => candidate.id === item.update);
  const authorization = content.authorizations.find((candidate) => candidate.update === item.update);
  if (!update || !authorization) throw new Error(`the plan names ${item.update}, which is not authorized`);
  const machines = new Set(item.machines);
  const rows = (await content.rows(item.update)).filter((row) => machines.has(row.machine));
  return {
    id: item.update,
    kb: update.kb,
    title: item.title,
    order: item.order,
    restart: item.restart,
    severity: update.severity,
    exploited: update.exploited,
    contentHash: authorization.contentHash,
    authorizedBy: authorization.by,
    authorizedAt: instant(authorization.at),
    source: item.url,
    products: update.products.map(({ id, name }) => ({ id, name })),
    remarks: item.remarks,
    supersedes: item.supersedes,
    targets: rows
      .map((row): ManifestTarget => ({
        machine: row.machine,
        state: row.state,
        reason: row.reason,
        grade: row.grade,
        by: row.by === null ? null : `KB${row.by}`,
        marks: row.marks.length === 0 ? null : row.marks.join(' '),
      }))
      .sort((a, b) => (a.machine < b.machine ? -1 : 1)),
    files: files.get(item.update) ?? [],
  };
}

/** What the connected side shall fetch, and what it need not. */
export function composeShoppingList(content: BundleContent, files: FilesOf): ShoppingList {
  return {
    bundleId: content.bundleId,
    name: content.request.name,
    created: instant(content.now),
    site: content.settings.site,
    marking: content.settings.marking,
    practice: content.practice,
    catalogs: currentEditions(content).map(({ document }) => titleAndSignature(document)),
    items: content.plan.items.map((item) => ({
      order: item.order,
      kb: item.kb === '' ? null : item.kb,
      title: item.title,
      products: item.products,
      source: item.url,
      machines: item.machines.length,
      remarks: item.remarks,
      attached: (files.get(item.update) ?? []).map((file) => file.originalName),
    })),
  };
}

export function composeReadme(
  content: BundleContent,
  missing: readonly string[],
  payloadFiles: number,
  tooLargeForFat32: boolean,
): ReadmeFacts {
  return {
    id: content.bundleId,
    name: content.request.name,
    created: instant(content.now),
    software: content.software,
    marking: content.settings.marking,
    practice: content.practice,
    updates: content.plan.items.length,
    missing,
    payloadFiles,
    tooLargeForFat32,
  };
}

/** What was found about the signature of the file; XML documents carry none. */
function manifestSignature({ signature }: CatalogDocument): ManifestSignature {
  const found = signatureSummary(signature);
  if (found === null) return { signature: 'unsigned' };
  return {
    signature: found.standing,
    ...(found.signer === '' ? {} : { signer: found.signer }),
    ...(found.rootSha256 === '' ? {} : { 'root-sha256': found.rootSha256 }),
    ...(found.doubt === '' ? {} : { doubt: found.doubt, 'override-reason': found.reason }),
  };
}

/** Papers are English always: they do not change with the reader. */
function titleAndSignature({ title, signature }: CatalogDocument): string {
  const found = signatureSummary(signature);
  if (found === null) return `${title} (unsigned metadata)`;
  const words = {
    unsigned: 'unsigned',
    proven: `signed by ${found.signer}`,
    legacy: `signed by ${found.signer}, legacy and weak (SHA-1 or a short key)`,
    overridden: `signature not proven (${found.doubt}), used on record: ${found.reason}`,
  };
  return `${title} (${words[found.standing]})`;
}

/** Every monthly document, for they decide together; of other sources those the planned updates are from. */
function currentEditions(content: BundleContent): readonly StoredEdition[] {
  const planned = new Set(content.plan.items.map(({ update }) => update));
  const used = new Set(
    content.updates
      .filter(({ id }) => planned.has(id))
      .flatMap(({ id, documents }) => documents.map((document) => `${sourceOfId(id)}:${document}`)),
  );
  return content.editions
    .filter(
      ({ current, document: { source, id } }) =>
        current && (source === 'msrc' || used.has(`${source}:${id}`)),
    )
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

/** Whole seconds, UTC: `2026-11-21T01:20:30Z`. */
function instant(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
