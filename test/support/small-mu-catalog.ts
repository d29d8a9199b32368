/** One catalog with everything that occurs: parents, children, detectoid, categories, files, licence. */
import { digestOf, guidOf } from './mu-cabinet.ts';
import type { SmallCatalog } from './mu-cabinet.ts';

/** Update ids by what they are. */
export const ids = {
  company: guidOf(1),
  family: guidOf(2),
  product: guidOf(3),
  otherProduct: guidOf(4),
  security: guidOf(5),
  detectoid: 'abcdef00-0000-4000-8000-000000000006',
  servicing: guidOf(7),
  parent: guidOf(10),
  child: guidOf(11),
  older: guidOf(12),
  olderChild: guidOf(13),
  other: guidOf(14),
  gone: guidOf(99),
} as const;

const categories = (product: string): string =>
  `<Categories><Category Type="UpdateClassification" Id="${ids.security}"/>` +
  `<Category Type="Company" Id="${ids.company}"/><Category Id="${product}" Type="Product"/>` +
  `<Category Type="ProductFamily" Id="${ids.family}"/></Categories>`;

const row = (id: string, revisionId: number, attributes: string, content = ''): string =>
  `<Update CreationDate="2026-07-0${String((revisionId % 9) + 1)}T00:00:00Z" DefaultLanguage="en" UpdateId="${id}" ` +
  `RevisionNumber="100" RevisionId="${String(revisionId)}" ${attributes}>${content}</Update>`;

const evaluated = 'DeploymentAction="Evaluate" IsSoftware="false"';
const identity = (id: string): string => `<UpdateIdentity UpdateID="${id}" RevisionNumber="100" />`;
const asked = (id: string): string => `<UpdateIdentity UpdateID="${id}" />`;
const category = (id: string): string => `<AtLeastOne IsCategory="true">${asked(id)}</AtLeastOne>`;
const always = '<ApplicabilityRules><IsInstalled><True /></IsInstalled></ApplicabilityRules>';

const coreCategory = (id: string, parent = ''): string =>
  `${identity(id)}<Properties UpdateType="Category" />` +
  (parent === '' ? '' : `<Relationships><Prerequisites>${category(parent)}</Prerequisites></Relationships>`) +
  always;

const coreParent = (id: string, child: string, product: string, supersedes = ''): string =>
  `${identity(id)}<Properties UpdateType="Software" ExplicitlyDeployable="true" EulaID="${guidOf(50)}" /><Relationships>` +
  (supersedes === '' ? '' : `<SupersededUpdates>${supersedes}</SupersededUpdates>`) +
  `<Prerequisites>${category(product)}${category(ids.security)}${asked(ids.detectoid)}</Prerequisites>` +
  `<BundledUpdates><AtLeastOne><UpdateIdentity RevisionNumber="100" UpdateID="${child}" /></AtLeastOne></BundledUpdates>` +
  '</Relationships>';

const coreChild = (id: string): string =>
  `${identity(id)}<Properties UpdateType="Software" /><Relationships><Prerequisites>${asked(ids.detectoid)}` +
  `<AtLeastOne>${asked(ids.servicing)}${asked(ids.gone)}</AtLeastOne></Prerequisites></Relationships>` +
  '<ApplicabilityRules><IsInstalled><CbsPackageInstalled /></IsInstalled>' +
  '<IsInstallable><CbsPackageInstallable /></IsInstallable><Metadata><CbsPackageApplicabilityMetadata>' +
  '<assembly xmlns="urn:schemas-microsoft-com:asm.v3" description="a > b">' +
  `<assemblyIdentity name="Package_for_${id.slice(-2)}" version="1.2.3.4" language="neutral" ` +
  'processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35" />' +
  '<package identifier="x"><update name="y"><component><assemblyIdentity name="inner" version="9.9.9.9"/></component></update></package>' +
  '</assembly></CbsPackageApplicabilityMetadata></Metadata></ApplicabilityRules>';

const extendedParent = (kb: string): string =>
  '<ExtendedProperties DefaultPropertiesLanguage="en" MsrcSeverity="Critical"><SupportUrl>https://example.test/</SupportUrl>' +
  `<MoreInfoUrl>https://example.test/more</MoreInfoUrl><SecurityBulletinID>MS17-010</SecurityBulletinID><CveID>CVE-2026-0001</CveID>` +
  `<KBArticleID>${kb}</KBArticleID></ExtendedProperties>`;

/** A child run from the command line, with a file of its own and one that others share. */
const extendedChild = (byte: number): string =>
  '<ExtendedProperties Handler="http://schemas.microsoft.com/msus/2002/12/UpdateHandlers/CommandLineInstallation" MaxDownloadSize="3000">' +
  '<InstallationBehavior RebootBehavior="CanRequestReboot" Impact="Normal" CanRequestUserInput="true" />' +
  '<UninstallationBehavior RebootBehavior="NeverReboots" /><Language>ALL</Language></ExtendedProperties><Files>' +
  [byte, 0xee]
    .map(
      (one) =>
        `<File Digest="${digestOf(one).base64}" DigestAlgorithm="SHA1" FileName="part${String(one)}.exe" Size="1500" ` +
        'Modified="2026-07-01T00:00:00Z" PatchingType="SelfContained"><AdditionalDigest Algorithm="SHA256">' +
        'GEGjEEK2/IAyRpM5oivISHySFMr0554MnK2VKMcr638=</AdditionalDigest></File>',
    )
    .join('') +
  '</Files><HandlerSpecificData type="cmd:CommandLineInstallation"><InstallCommand Program="part.exe" Arguments="/quiet " ' +
  'RebootByDefault="false" DefaultResult="Failed"><ReturnCode Code="3010" Result="Succeeded" Reboot="true" />' +
  '<ReturnCode Code="-2145124329" Result="Cancelled" /><ReturnCode Code="7" /></InstallCommand></HandlerSpecificData>';

const localized = (language: string, title: string): string =>
  `<LocalizedProperties><Language>${language}</Language><Title>${title}</Title><Description>d &amp; e</Description>` +
  '<UninstallNotes>n</UninstallNotes><MoreInfoUrl>https://example.test/</MoreInfoUrl></LocalizedProperties>';

const payload = (byte: number): string =>
  `<PayloadFiles><File Id="${digestOf(byte).base64}"/><File Id="${digestOf(0xee).base64}"/></PayloadFiles>`;

const prerequisites = (product: string): string =>
  `<Prerequisites><UpdateId Id="${product}"/><UpdateId Id="${ids.security}"/><UpdateId Id="${ids.detectoid}"/></Prerequisites>`;

const childPrerequisites = `<Prerequisites><UpdateId Id="${ids.detectoid}"/><Or><UpdateId Id="${ids.servicing}"/><UpdateId Id="${ids.gone}"/></Or></Prerequisites>`;

/**
 * Two shards (from 0 and from 20). `parent` (10, child 21) supersedes `older` (12, child 13); `other` is of
 * another product; `servicing` is needed by the children; `gone` is named and not there.
 */
export const smallCatalog: SmallCatalog = {
  updates: [
    row(ids.company, 1, evaluated),
    row(ids.family, 2, evaluated),
    row(ids.product, 3, evaluated),
    row(ids.otherProduct, 4, evaluated),
    row(ids.security, 5, evaluated),
    row(ids.detectoid, 6, evaluated),
    row(ids.servicing, 7, 'IsLeaf="true"', categories(ids.product)),
    row(
      ids.parent,
      10,
      'IsBundle="true"',
      `${categories(ids.product)}${prerequisites(ids.product)}<Languages><Language Name="en"/></Languages>` +
        `<EulaFiles><File Id="${digestOf(0xe0).base64}"><Language Name="de"/></File></EulaFiles>`,
    ),
    row(
      ids.child,
      21,
      'IsLeaf="true" DeploymentAction="Bundle"',
      `${payload(0x21)}${childPrerequisites}<BundledBy><Revision Id="10"/></BundledBy>`,
    ),
    row(
      ids.older,
      12,
      'IsBundle="true"',
      `${prerequisites(ids.product)}<SupersededBy><Revision Id="10"/><Revision Id="777"/></SupersededBy>${categories(ids.product)}`,
    ),
    row(
      ids.olderChild,
      13,
      'IsLeaf="true" DeploymentAction="Bundle"',
      `${payload(0x13)}${childPrerequisites}<BundledBy><Revision Id="12"/></BundledBy>`,
    ),
    row(ids.other, 24, '', `${categories(ids.otherProduct)}${prerequisites(ids.otherProduct)}`),
  ].join(''),
  locations:
    `<FileLocation Id="${digestOf(0x21).base64}" Url="https://example.test/part33.exe"/>` +
    `<FileLocation Url="https://example.test/shared.exe" Id="${digestOf(0xee).base64}" IsIncluded="false"/>`,
  ranges: [0, 20],
  fragments: {
    'c/1': coreCategory(ids.company),
    'c/2': coreCategory(ids.family, ids.company),
    'c/3': coreCategory(ids.product, ids.family),
    'c/4': coreCategory(ids.otherProduct, ids.family),
    'c/5': coreCategory(ids.security),
    'c/6': `${identity(ids.detectoid.toUpperCase())}<Properties UpdateType="Detectoid" /><ApplicabilityRules><IsInstalled><b.Processor Architecture="9" /></IsInstalled></ApplicabilityRules>`,
    'c/7': `${identity(ids.servicing)}<Properties ExplicitlyDeployable="true" UpdateType="Software" />${always}`,
    'c/10': coreParent(ids.parent, ids.child, ids.product, asked(ids.older) + asked(ids.gone)),
    'c/21': coreChild(ids.child),
    'c/12': coreParent(ids.older, ids.olderChild, ids.product),
    'c/13': coreChild(ids.olderChild),
    'c/24': `${identity(ids.other)}<Properties UpdateType="Software" ExplicitlyDeployable="true" />${always}`,
    'e/10': `<EulaFile Digest="${digestOf(0xe0).base64}" DigestAlgorithm="SHA1" FileName="terms.rtf" Size="77" Language="de" />`,
    'l/de/3': localized('de', 'Produkt'),
    'l/de/10': localized('de', 'Neu'),
    'l/de/13': localized('de', 'Kind'),
    'l/en/1': localized('en', 'Company'),
    'l/en/2': localized('en', 'Family'),
    'l/en/3': localized('en', 'Product'),
    'l/en/4': localized('en', 'Other product'),
    'l/en/5': localized('en', 'Security Updates'),
    'l/en/10': localized('en', 'New'),
    'l/fr/10': localized('fr', 'Nouveau'),
    'l/fr/12': localized('fr', 'Vieux'),
    'x/7': '<ExtendedProperties />',
    'x/10': extendedParent('5101650'),
    'x/21': extendedChild(0x21),
    'x/12': extendedParent('KB5083769'),
    'x/13': extendedChild(0x13),
  },
};
