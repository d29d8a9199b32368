import { company } from './tree.ts';
import { guidOf } from './identity.ts';
import { payloadOf } from './payload.ts';
import type { Edition, PlannedChild, PlannedRevision, PlannedUpdate } from './plan.ts';

const created = (edition: number): string => `2026-0${String(5 + edition)}-14T13:54:06Z`;
const sourceId = '802cb907-a558-4033-9844-bbf65cd3481e';

/** The day a revision was made, out of its number. */
function createdOf({ updateId }: PlannedRevision): string {
  const at = parseInt(updateId.slice(0, 6), 16);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(2008 + (at % 18))}-${two(1 + ((at >> 5) % 12))}-${two(1 + ((at >> 9) % 28))}T${two((at >> 3) % 24)}:${two((at >> 7) % 60)}:00Z`;
}

const each = (ids: readonly (string | number)[], element: string): string =>
  ids.map((id) => `<${element} Id="${String(id)}" />`).join('');

const list = (name: string, content: string): string =>
  content === '' ? '' : `<${name}>${content}</${name}>`;

/** Prerequisites in the flattened form: a clause of one alternative is plain (wsusscn2, section 3). */
export function prerequisitesOf(revision: PlannedRevision): readonly string[] {
  switch (revision.kind) {
    case 'category':
      return revision.category.parent === null ? [] : [revision.category.parent];
    case 'detectoid':
      return revision.prerequisites;
    case 'update':
      return [revision.product.id, revision.classification, ...revision.detectoids];
    case 'child':
      return prerequisitesOf(revision.parent);
  }
}

function update(edition: Edition, revision: PlannedUpdate): string {
  const { chain, product, classification } = revision;
  const later = chain === null ? [] : (edition.chains[chain.number]?.slice(chain.position + 1) ?? []);
  const categories = [
    ['UpdateClassification', classification],
    ['Company', company],
    ['ProductFamily', product.family],
    ['Product', product.id],
  ].map(([type, id]) => `<Category Type="${type ?? ''}" Id="${id ?? ''}" />`);
  const eula = `<File Id="${eulaDigest(revision)}"><Language Name="en" /></File>`;
  return (
    list(
      'SupersededBy',
      each(
        later.map(({ revisionId }) => revisionId),
        'Revision',
      ),
    ) +
    list('Categories', categories.join('')) +
    (revision.eula ? list('EulaFiles', eula) : '')
  );
}

export function eulaDigest({ updateId }: PlannedUpdate): string {
  return `${updateId.replaceAll('-', '').slice(0, 27)}=`;
}

function child(edition: Edition, revision: PlannedChild): string {
  const files = payloadOf(edition.shape.seed, revision).map(({ sha1 }) => sha1);
  return (
    list('BundledBy', each([revision.parent.revisionId], 'Revision')) +
    list('PayloadFiles', each(files, 'File')) +
    '<Languages><Language Name="all" /></Languages>'
  );
}

function flags({ kind }: PlannedRevision): string {
  if (kind === 'update') return ' IsBundle="true"';
  if (kind === 'child') return ' IsLeaf="true" DeploymentAction="Bundle"';
  return ' DeploymentAction="Evaluate" IsSoftware="false"';
}

function entry(edition: Edition, revision: PlannedRevision): string {
  const head =
    `<Update CreationDate="${createdOf(revision)}" DefaultLanguage="en" UpdateId="${revision.updateId}"` +
    ` RevisionNumber="${String(revision.revision)}" RevisionId="${String(revision.revisionId)}"${flags(revision)}`;
  const content =
    list('Prerequisites', each(prerequisitesOf(revision), 'UpdateId')) +
    (revision.kind === 'update' ? update(edition, revision) : '') +
    (revision.kind === 'child' ? child(edition, revision) : '');
  return content === '' ? `${head} />` : `${head}>${content}</Update>`;
}

/** package.xml in pieces: one line, default namespace (wsusscn2, section 3). */
export function* masterList(edition: Edition): Generator<string> {
  const { seed, edition: month } = edition.shape;
  yield (
    '<?xml version="1.0" encoding="utf-8"?><OfflineSyncPackage MinimumClientVersion="5.8.0.2678"' +
    ` PackageId="${guidOf(seed, `package ${String(month)}`)}" PackageVersion="1.1" ProtocolVersion="1.0"` +
    ` CreationDate="${created(month)}" SourceId="${sourceId}"` +
    ' xmlns="http://schemas.microsoft.com/msus/2004/02/OfflineSync"><Updates>'
  );
  for (const revision of edition.revisions) yield entry(edition, revision);
  yield '</Updates><FileLocations>';
  const written = new Set<string>();
  for (const revision of edition.revisions) {
    if (revision.kind !== 'child') continue;
    for (const { sha1, url } of payloadOf(seed, revision)) {
      if (written.has(sha1)) continue;
      written.add(sha1);
      yield `<FileLocation Id="${sha1}" Url="${url}" />`;
    }
  }
  yield '</FileLocations></OfflineSyncPackage>';
}
