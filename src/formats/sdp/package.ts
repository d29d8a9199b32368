import { readReleaseDate } from '../../domain/index.ts';
import type { Rule, SdpPackage } from '../../domain/index.ts';
import { childOf, childrenOf, readSection } from '../rules/index.ts';
import type { RuleElement, RuleReading } from '../rules/index.ts';
import { readItem } from './item.ts';
import { maxDescription, maxShortText } from './limits.ts';
import { PackageFields, guid, packageId } from './package-fields.ts';
import type { SchemaNotes } from './schema-notes.ts';

const severities = ['critical', 'important', 'moderate', 'low'];
const classifications = [
  'updates',
  'critical updates',
  'security updates',
  'feature packs',
  'update rollups',
  'service packs',
  'tools',
  'hotfixes',
  'drivers',
];

/** Elements of a package and the attributes whose other values are remarked on. */
const known = new Set([
  'Properties',
  'LocalizedProperties',
  'UpdateSpecificData',
  'ApplicationSpecificData',
  'IsInstallable',
  'IsInstalled',
  'SupersededPackages',
  'Prerequisites',
  'BundledPackages',
  'InstallableItem',
]);

/**
 * One SoftwareDistributionPackage (sdp, section 2), or null where it has no PackageID: it could not be
 * told from others. Everything else that the schema wants otherwise is a remark in `notes`.
 */
export function readPackage(
  element: RuleElement,
  reading: RuleReading,
  notes: SchemaNotes,
): SdpPackage | null {
  const properties = childOf(element, 'Properties');
  const written = (properties?.attributes.get('PackageID') ?? '').trim();
  const id = packageId(written);
  if (id === null) {
    notes.add('Properties/PackageID', written, '');
    return null;
  }
  const fields = new PackageFields(id, notes);
  if (!guid.test(id)) fields.note('Properties/PackageID', written);
  for (const { name } of element.children) {
    if (!known.has(name)) fields.note('SoftwareDistributionPackage', name);
  }
  const created = fields.text(properties, 'CreationDate');
  if (readReleaseDate(created) === null) fields.note('Properties/CreationDate', created);
  const update = childOf(element, 'UpdateSpecificData');
  const supersedes = fields.ids(childOf(element, 'SupersededPackages'), 'PackageID');
  return {
    id,
    vendor: fields.text(properties, 'VendorName'),
    created,
    schemaVersion: fields.text(element, 'SchemaVersion'),
    publication: fields.word(properties, 'PublicationState', ['Published', 'Expired']),
    updateType: fields.word(properties, 'UpdateType', ['Software', 'Driver', 'Detectoid']),
    canSourceBeRequired: fields.flag(properties, 'CanSourceBeRequired'),
    restrictToClientServicingApi: fields.flag(properties, 'RestrictToClientServicingApi'),
    moreInfoUrls: fields.texts(properties, 'MoreInfoUrl'),
    supportUrl: fields.childText(properties, 'SupportUrl'),
    products: fields.texts(properties, 'ProductName'),
    texts: childrenOf(element, 'LocalizedProperties').map((text) => ({
      language: fields.childText(text, 'Language'),
      title: fields.childText(text, 'Title'),
      description: childOf(text, 'Description')?.text.trim().slice(0, maxDescription) ?? '',
    })),
    content: childOf(element, 'ApplicationSpecificData') === null ? 'update' : 'application',
    severity: oneOf(fields, update, 'MsrcSeverity', severities),
    classification: oneOf(fields, update, 'UpdateClassification', classifications),
    bulletin: fields.childText(update, 'SecurityBulletinID'),
    article: fields.childText(update, 'KBArticleID'),
    cves: fields.texts(update, 'CveID'),
    isInstallable: packageSection(childOf(element, 'IsInstallable'), id, reading),
    isInstalled: readSection(childOf(element, 'IsInstalled'), id, reading),
    supersedes,
    prerequisites: prerequisites(element, fields),
    bundled: fields.ids(childOf(element, 'BundledPackages'), 'PackageID'),
    items: childrenOf(element, 'InstallableItem').map((item) => readItem(item, fields, reading)),
  };
}

/**
 * The package's own IsInstallable: missing = true, which is null here; empty = false, as every empty
 * section (applicability rules, section 6).
 */
function packageSection(section: RuleElement | null, id: string, reading: RuleReading): Rule | null {
  if (section !== null && section.children.length === 0) return { op: 'false' };
  return readSection(section, id, reading);
}

/** As written; a word that is not in the schema is kept and remarked on. */
function oneOf(
  fields: PackageFields,
  element: RuleElement | null,
  name: string,
  words: readonly string[],
): string {
  const value = fields.text(element, name).slice(0, maxShortText);
  if (value !== '' && !words.includes(value.toLowerCase())) fields.note(`UpdateSpecificData/${name}`, value);
  return value;
}

/** Clauses of alternatives; one that names nothing asks nothing: it is remarked on and left out. */
function prerequisites(element: RuleElement, fields: PackageFields): readonly (readonly string[])[] {
  const clauses = childrenOf(element, 'Prerequisites').flatMap((prerequisites) => [
    ...childrenOf(prerequisites, 'AtLeastOne').map((clause) => fields.ids(clause, 'PackageID')),
    ...fields.ids(prerequisites, 'PackageID').map((id) => [id]),
  ]);
  const filled = clauses.filter((clause) => clause.length > 0);
  if (filled.length < clauses.length) fields.note('Prerequisites/AtLeastOne', '');
  return filled;
}
