/** A small nested catalog from a few words an update: every text of it is our own (wsusscn2, sections 2 to 4). */
import { mszip, stored } from './cabinet-blocks.ts';
import { cabinetOf } from './cabinet-writer.ts';
import { muId } from './mu-revision.ts';

export interface DescribedRevision {
  readonly id: number;
  readonly guid?: string;
  readonly revision?: number;
  readonly type?: 'Software' | 'Category' | 'Detectoid';
  readonly role?: 'update' | 'child' | 'evaluated';
  readonly deployable?: boolean;
  readonly title?: string;
  /** Categories it stands in, then clauses of alternatives. */
  readonly in?: readonly number[];
  readonly needs?: readonly (readonly number[])[];
  readonly replaces?: readonly number[];
  /** A clause of one may stand directly, without AtLeastOne. */
  readonly children?: readonly (number | readonly number[])[];
  /** Contents of the sections, as core fragments spell them. */
  readonly installed?: string;
  readonly superseded?: string;
  readonly installable?: string;
  /** Instead of a core fragment. */
  readonly core?: string;
  readonly extended?: string;
  readonly product?: number;
}

const bytes = (text: string) => new TextEncoder().encode(text);

/** `wsusscn2.cab`: index.xml, package.cab, one shard. */
export function packCatalog(revisions: readonly DescribedRevision[], name = 'wsusscn2.cab'): File {
  const guids = new Map(revisions.map(({ id, guid }) => [id, guid ?? muId(id)]));
  const guid = (id: number) => guids.get(id) ?? muId(id);
  const numberOf = new Map(revisions.map(({ id }, i) => [id, i + 1]));
  const shard: [string, Uint8Array][] = [];
  revisions.forEach((one, i) => {
    const number = String(i + 1);
    shard.push([`c\\${number}`, bytes(one.core ?? core(one, guid))]);
    const extended = one.extended ?? '<ExtendedProperties DefaultPropertiesLanguage="en" />';
    shard.push([`x\\${number}`, bytes(extended)]);
    const title = one.title ?? `Update ${String(one.id)}`;
    const texts = `<Language>en</Language><Title>${title}</Title><Description>Our own.</Description>`;
    shard.push([`l\\en\\${number}`, bytes(`<LocalizedProperties>${texts}</LocalizedProperties>`)]);
  });
  const index =
    '<INDEX VERSION="1"><CABLIST XOR="0"><CAB NAME="package.cab"/><CAB NAME="package2.cab" RANGESTART="0"/></CABLIST></INDEX>';
  const master = bytes(masterList(revisions, guid, numberOf));
  const pack = (members: readonly (readonly [string, Uint8Array])[]) =>
    cabinetOf([{ packing: mszip, members: Object.fromEntries(members) }]);
  const members = {
    'index.xml': bytes(index),
    'package.cab': pack([['package.xml', master]]),
    'package2.cab': pack(shard),
  };
  const outer = cabinetOf([{ packing: stored, members }]);
  return new File([outer], name);
}

function core(one: DescribedRevision, guid: (id: number) => string): string {
  const { id, revision = 100, type = 'Software', role = 'update', deployable = role === 'update' } = one;
  const identity = (n: number) => `<UpdateIdentity UpdateID="${guid(n).toUpperCase()}" />`;
  const prerequisites = [
    ...(one.in ?? []).map((n) => `<AtLeastOne IsCategory="true">${identity(n)}</AtLeastOne>`),
    ...(one.needs ?? []).map((clause) =>
      clause.length === 1
        ? clause.map(identity).join('')
        : `<AtLeastOne>${clause.map(identity).join('')}</AtLeastOne>`,
    ),
  ].join('');
  const child = (n: number) => `<UpdateIdentity RevisionNumber="100" UpdateID="${guid(n)}" />`;
  const children = (one.children ?? [])
    .map((clause) =>
      typeof clause === 'number' ? child(clause) : `<AtLeastOne>${clause.map(child).join('')}</AtLeastOne>`,
    )
    .join('');
  const relations = [
    one.replaces === undefined ? '' : `<SupersededUpdates>${one.replaces.map(identity).join('')}</SupersededUpdates>`,
    prerequisites === '' ? '' : `<Prerequisites>${prerequisites}</Prerequisites>`,
    children === '' ? '' : `<BundledUpdates>${children}</BundledUpdates>`,
  ].join(''); // prettier-ignore
  const section = (name: string, rule: string | undefined) =>
    rule === undefined ? '' : `<${name}>${rule}</${name}>`;
  const rules =
    section('IsInstalled', one.installed) +
    section('IsSuperseded', one.superseded) +
    section('IsInstallable', one.installable);
  const properties = `<Properties UpdateType="${type}"${deployable ? ' ExplicitlyDeployable="true"' : ''} />`;
  return (
    `<UpdateIdentity UpdateID="${guid(id)}" RevisionNumber="${String(revision)}" />${properties}` +
    (relations === '' ? '' : `<Relationships>${relations}</Relationships>`) +
    (rules === '' ? '' : `<ApplicabilityRules>${rules}</ApplicabilityRules>`)
  );
}

function masterList(
  revisions: readonly DescribedRevision[],
  guid: (id: number) => string,
  numberOf: ReadonlyMap<number, number>,
): string {
  const rows = revisions.map((one, i) => {
    const role = one.role ?? 'update';
    const flags = [
      one.children === undefined ? '' : ' IsBundle="true"',
      role === 'child' ? ' IsLeaf="true" DeploymentAction="Bundle"' : '',
      role === 'evaluated' ? ' DeploymentAction="Evaluate" IsSoftware="false"' : '',
    ].join('');
    const newer = revisions.filter((other) => other.replaces?.includes(one.id) === true);
    const parents = revisions.filter((other) => other.children?.flat().includes(one.id) === true);
    const list = (name: string, of: readonly DescribedRevision[]) =>
      of.length === 0 ? '' : `<${name}>${of.map(({ id }) => `<Revision Id="${String(numberOf.get(id))}" />`).join('')}</${name}>`;
    const needs = [...(one.in ?? []).map((n) => [n]), ...(one.needs ?? [])]
      .map((clause) => {
        const ids = clause.map((n) => `<UpdateId Id="${guid(n)}" />`).join('');
        return clause.length === 1 ? ids : `<Or>${ids}</Or>`;
      })
      .join('');
    const categories = one.product === undefined ? '' : `<Categories><Category Type="Product" Id="${guid(one.product)}" /><Category Type="ProductFamily" Id="${guid(1)}" /><Category Type="UpdateClassification" Id="${guid(3)}" /></Categories>`;
    return `<Update CreationDate="2026-05-12T17:00:00Z" DefaultLanguage="en" UpdateId="${guid(one.id)}" RevisionNumber="${String(one.revision ?? 100)}" RevisionId="${String(i + 1)}"${flags}>${needs === '' ? '' : `<Prerequisites>${needs}</Prerequisites>`}${list('SupersededBy', newer)}${list('BundledBy', parents)}${categories}</Update>`;
  }); // prettier-ignore
  return `<?xml version="1.0" encoding="utf-8"?><OfflineSyncPackage MinimumClientVersion="5.8.0.2678" PackageId="11111111-2222-4333-8444-555555555555" PackageVersion="1.1" ProtocolVersion="1.0" CreationDate="2026-07-14T13:54:06Z" SourceId="802cb907-a558-4033-9844-bbf65cd3481e" xmlns="http://schemas.microsoft.com/msus/2004/02/OfflineSync"><Updates>${rows.join('')}</Updates><FileLocations /></OfflineSyncPackage>`;
}
