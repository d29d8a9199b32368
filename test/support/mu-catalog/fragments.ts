/** Core and extended fragments (wsusscn2, sections 4.1 and 4.2): sibling elements without a root. */
import { guidOf } from './identity.ts';
import { payloadOf } from './payload.ts';
import { childRules, detectoidRules } from './rule-text.ts';
import type { Edition, PlannedChild, PlannedRevision, PlannedUpdate } from './plan.ts';

const identityOf = (id: string, revision: number | null = null): string =>
  `<UpdateIdentity UpdateID="${id}"${revision === null ? '' : ` RevisionNumber="${String(revision)}"`} />`;

const category = (id: string): string => `<AtLeastOne IsCategory="true">${identityOf(id)}</AtLeastOne>`;
const wrapped = (name: string, content: string): string =>
  content === '' ? '' : `<${name}>${content}</${name}>`;

/** Superseded updates that the edition no longer has: most real lists begin with some. */
const goneFromEdition = 3;

function superseded(edition: Edition, { chain }: PlannedUpdate): string {
  if (chain === null) return '';
  const gone = Array.from({ length: goneFromEdition }, (_, at) =>
    guidOf(edition.shape.seed, `gone ${String(chain.number)} ${String(at)}`),
  );
  const earlier =
    edition.chains[chain.number]?.slice(0, chain.position).map(({ updateId }) => updateId) ?? [];
  return wrapped('SupersededUpdates', [...gone, ...earlier].map((id) => identityOf(id)).join(''));
}

function prerequisites({ product, classification, detectoids }: PlannedUpdate): string {
  const clauses =
    category(product.id) + category(classification) + detectoids.map((id) => identityOf(id)).join('');
  return wrapped('Prerequisites', clauses);
}

function bundled({ children }: PlannedUpdate): string {
  const [first, ...others] = children;
  // Both forms occur: plain, and as an alternative of one (wsusscn2, section 4.1).
  const plain = first ? identityOf(first.updateId, first.revision) : '';
  const clauses = others.map(
    (child) => `<AtLeastOne>${identityOf(child.updateId, child.revision)}</AtLeastOne>`,
  );
  return wrapped('BundledUpdates', plain + clauses.join(''));
}

/** Core fragment in pieces: some have 40 MB. */
export function* coreFragment(edition: Edition, revision: PlannedRevision): Generator<string> {
  const { seed, hugeBytes } = edition.shape;
  // GUIDs are in upper case here and there (wsusscn2, section 8).
  const id = revision.kind === 'detectoid' ? revision.updateId.toUpperCase() : revision.updateId;
  const head = identityOf(id, revision.revision);
  switch (revision.kind) {
    case 'category': {
      const { parent } = revision.category;
      const relations = parent === null ? '' : wrapped('Prerequisites', category(parent));
      yield `${head}<Properties UpdateType="Category" />${wrapped('Relationships', relations)}<ApplicabilityRules><IsInstalled><True /></IsInstalled></ApplicabilityRules>`;
      break;
    }
    case 'detectoid': {
      const relations = wrapped(
        'Prerequisites',
        revision.prerequisites.map((one) => identityOf(one)).join(''),
      );
      yield `${head}<Properties UpdateType="Detectoid" />${wrapped('Relationships', relations)}${detectoidRules(seed, revision)}`;
      break;
    }
    case 'update': {
      const properties = `<Properties UpdateType="Software" ExplicitlyDeployable="true" AutoSelectOnWebSites="true"${revision.eula ? ` EulaID="${guidOf(seed, 'eula')}"` : ''} />`;
      const relations = superseded(edition, revision) + prerequisites(revision) + bundled(revision);
      yield `${head}${properties}<Relationships>${relations}</Relationships>`;
      break;
    }
    case 'child':
      yield `${head}<Properties UpdateType="Software" /><Relationships>${prerequisites(revision.parent)}</Relationships>`;
      yield* childRules(seed, hugeBytes, revision);
  }
}

const supportUrls =
  '<MoreInfoUrl>https://support.example.invalid/help</MoreInfoUrl><SupportUrl>https://support.example.invalid</SupportUrl>';

function updateProperties(revision: PlannedUpdate): string {
  const severity = revision.severity === '' ? '' : ` MsrcSeverity="${revision.severity}"`;
  return (
    `<ExtendedProperties ProductName="Northgate.${String(revision.product.index)}.${revision.architecture}" ReleaseVersion="1.0.${String(revision.number)}.1" ReleaseRevision="${String(revision.revision)}" DefaultPropertiesLanguage="en" BrowseOnly="false"${severity}>` +
    `${supportUrls}<Language>all</Language><KBArticleID>${String(revision.number)}</KBArticleID></ExtendedProperties>`
  );
}

const handlers = {
  release: [
    'http://schemas.microsoft.com/msus/2016/01/UpdateHandlers/OSInstaller',
    'OSInstallerMetadata',
    '<OSInstallData InitialModule="UpdateAgent.dll" />',
  ],
  servicing: [
    'http://schemas.microsoft.com/msus/2002/12/UpdateHandlers/Cbs',
    'cbs:Cbs',
    '<CbsData PackageIdentity="" />',
  ],
  installer: [
    'http://schemas.microsoft.com/msus/2002/12/UpdateHandlers/WindowsInstaller',
    'msp:WindowsInstaller',
    '',
  ],
  files: [
    'http://schemas.microsoft.com/msus/2002/12/UpdateHandlers/CommandLineInstallation',
    'cmd:CommandLineInstallation',
    '',
  ],
  registry: [
    'http://schemas.microsoft.com/msus/2002/12/UpdateHandlers/CommandLineInstallation',
    'cmd:CommandLineInstallation',
    '',
  ],
} as const;

function handlerData(seed: number, child: PlannedChild, program: string): string {
  const { style } = child.parent.product;
  const [, type, fixed] = handlers[style];
  const command =
    `<InstallCommand Program="${program}" Arguments="/quiet /norestart" RebootByDefault="false" DefaultResult="Failed">` +
    '<ReturnCode Code="0" Result="Succeeded" Reboot="false" /><ReturnCode Code="3010" Result="Succeeded" Reboot="true" /><ReturnCode Code="-2145124329" Result="Failed" Reboot="false" /></InstallCommand>';
  const patch = `<MspData PatchCode="{${guidOf(seed, `patch ${child.key}`)}}" CommandLine="DISABLESRCPROMPT=1" />`;
  const data = style === 'installer' ? patch : fixed === '' ? command : fixed;
  return `<HandlerSpecificData type="${type}">${data}</HandlerSpecificData>`;
}

function childProperties(edition: Edition, child: PlannedChild): string {
  const { seed } = edition.shape;
  const files = payloadOf(seed, child);
  const [handler] = handlers[child.parent.product.style];
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const properties =
    `<ExtendedProperties DefaultPropertiesLanguage="en" Handler="${handler}" MaxDownloadSize="${String(size)}" MinDownloadSize="0">` +
    '<InstallationBehavior RebootBehavior="CanRequestReboot" /><UninstallationBehavior RebootBehavior="CanRequestReboot" /><Language>all</Language></ExtendedProperties>';
  const written = files.map(
    ({ name, size: bytes, sha1, sha256 }) =>
      `<File Digest="${sha1}" DigestAlgorithm="SHA1" FileName="${name}" Size="${String(bytes)}" Modified="2026-05-12T10:00:00Z" PatchingType="SelfContained"><AdditionalDigest Algorithm="SHA256">${sha256}</AdditionalDigest></File>`,
  );
  const program = files.at(-1)?.name ?? '';
  return `${properties}<Files>${written.join('')}</Files>${handlerData(seed, child, program)}`;
}

/** Extended fragment, or null: detectoids have none. */
export function extendedFragment(edition: Edition, revision: PlannedRevision): string | null {
  switch (revision.kind) {
    case 'detectoid':
      return null;
    case 'category': {
      const { type } = revision.category;
      return `<ExtendedProperties DefaultPropertiesLanguage="en" Handler="http://schemas.microsoft.com/msus/2002/12/UpdateHandlers/Category" /><HandlerSpecificData type="cat:Category"><CategoryInformation CategoryType="${type}" ProhibitsSubcategories="false" ProhibitsUpdates="false" DisplayOrder="${String(revision.revisionId % 1000)}" /></HandlerSpecificData>`;
    }
    case 'update':
      return updateProperties(revision);
    case 'child':
      return childProperties(edition, revision);
  }
}
