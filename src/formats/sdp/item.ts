import type { SdpInstallProperties, SdpItem, SdpOriginFile } from '../../domain/index.ts';
import { childOf, childrenOf, readSections } from '../rules/index.ts';
import type { RuleElement, RuleReading } from '../rules/index.ts';
import { readHandler } from './handler.ts';
import { packageId } from './package-fields.ts';
import type { PackageFields } from './package-fields.ts';

const impacts = ['Normal', 'Minor', 'RequiresExclusiveHandling'] as const;
const reboots = ['CanRequestReboot', 'NeverReboots', 'AlwaysRequiresReboot'] as const;

/** One InstallableItem (sdp, section 2). */
export function readItem(item: RuleElement, fields: PackageFields, reading: RuleReading): SdpItem {
  const written = fields.text(item, 'ID');
  const id = packageId(written);
  if (id === null) fields.note('InstallableItem/ID', written);
  return {
    id: id ?? '',
    rules: readSections(childOf(item, 'ApplicabilityRules'), fields.packageId, reading),
    install: properties(childOf(item, 'InstallProperties'), fields),
    uninstall: properties(childOf(item, 'UninstallProperties'), fields),
    handler: readHandler(item, fields),
    file: originFile(childOf(item, 'OriginFile'), fields),
    languages: fields.texts(item, 'Language'),
  };
}

function properties(element: RuleElement | null, fields: PackageFields): SdpInstallProperties | null {
  if (element === null) return null;
  return {
    canRequestUserInput: fields.flag(element, 'CanRequestUserInput'),
    requiresNetworkConnectivity: fields.flag(element, 'RequiresNetworkConnectivity'),
    impact: fields.word(element, 'Impact', impacts),
    rebootBehavior: fields.word(element, 'RebootBehavior', reboots),
  };
}

function originFile(element: RuleElement | null, fields: PackageFields): SdpOriginFile | null {
  if (element === null) return null;
  const size = fields.text(element, 'Size');
  const bytes = /^\d{1,15}$/.test(size) ? Number(size) : null;
  if (bytes === null && size !== '') fields.note('OriginFile/Size', size);
  const sha256 = childrenOf(element, 'AdditionalDigest').find(({ attributes }) =>
    /^sha-?256$/i.test(attributes.get('Algorithm') ?? ''),
  );
  return {
    name: fields.text(element, 'FileName'),
    size: bytes,
    modified: fields.text(element, 'Modified'),
    url: fields.text(element, 'OriginUri'),
    sha1: fields.digest('OriginFile/Digest', fields.text(element, 'Digest'), 20),
    sha256: fields.digest('OriginFile/AdditionalDigest', sha256?.text.trim() ?? '', 32),
  };
}
