import type { MuHandlerData, MuImpact, MuReboot } from '../../domain/index.ts';
import { childOf, childrenOf, textOf } from '../rules/index.ts';
import type { RuleElement } from '../rules/index.ts';
import { digestHex } from './digest.ts';
import { flagOf } from './core-fragment.ts';
import { readHandlerData } from './handler-data.ts';
import { maxShortText } from './limits.ts';

/** A payload file as the extended fragment names it. */
export interface ExtendedFile {
  readonly name: string;
  readonly size: number;
  readonly modified: string;
  readonly sha1: string;
  readonly sha256: string | null;
  readonly patchingType: string;
}

/** What an extended fragment says (wsusscn2, section 4.2). */
export interface ExtendedFragment {
  readonly kb: string;
  readonly bulletin: string;
  readonly severity: string;
  readonly cves: readonly string[];
  readonly reboot: MuReboot | null;
  readonly impact: MuImpact | null;
  readonly canRequestUserInput: boolean;
  readonly requiresNetwork: boolean;
  readonly uninstallable: boolean;
  readonly maxDownloadSize: number | null;
  readonly handler: string;
  readonly languages: readonly string[];
  readonly supportUrl: string;
  readonly moreInfoUrls: readonly string[];
  readonly files: readonly ExtendedFile[];
  readonly handlerData: MuHandlerData | null;
}

const reboots: readonly MuReboot[] = ['NeverReboots', 'AlwaysRequiresReboot', 'CanRequestReboot'];
const impacts: readonly MuImpact[] = ['Normal', 'Minor', 'RequiresExclusiveHandling'];

/**
 * The extended part of a fragment or of a full update document, or why it is none: a file that cannot be
 * told by its SHA-1 would be one that nobody can check. Element and attribute order mean nothing.
 */
export function readExtended(elements: readonly RuleElement[]): ExtendedFragment | string {
  const find = (name: string) => elements.find((element) => element.name === name) ?? null;
  const properties = find('ExtendedProperties') ?? find('Properties');
  if (properties === null) return 'ExtendedProperties missing';
  const files: ExtendedFile[] = [];
  for (const element of childrenOf(find('Files') ?? nothing, 'File')) {
    const file = readFile(element);
    if (file === null) return 'a file without SHA-1, name or size';
    files.push(file);
  }
  const behavior = childOf(properties, 'InstallationBehavior') ?? nothing;
  const handler = attribute(properties, 'Handler');
  const article = textOf(properties, 'KBArticleID').replace(/^KB/i, '');
  return {
    kb: article === '' ? '' : `KB${article.slice(0, 20)}`,
    bulletin: textOf(properties, 'SecurityBulletinID').slice(0, 40),
    severity: attribute(properties, 'MsrcSeverity').slice(0, 40),
    cves: texts(properties, 'CveID'),
    reboot: oneOf(behavior, 'RebootBehavior', reboots),
    impact: oneOf(behavior, 'Impact', impacts),
    canRequestUserInput: flagOf(behavior, 'CanRequestUserInput'),
    requiresNetwork: flagOf(behavior, 'RequiresNetworkConnectivity'),
    uninstallable: childOf(properties, 'UninstallationBehavior') !== null,
    maxDownloadSize: bytesOf(attribute(properties, 'MaxDownloadSize')),
    handler: handler.slice(handler.lastIndexOf('/') + 1).slice(0, 60),
    languages: texts(properties, 'Language').map((language) => language.toLowerCase()),
    supportUrl: textOf(properties, 'SupportUrl').slice(0, maxShortText),
    moreInfoUrls: texts(properties, 'MoreInfoUrl'),
    files,
    handlerData: readHandlerData(find('HandlerSpecificData')),
  };
}

const nothing: RuleElement = { name: '', attributes: new Map(), children: [], text: '' };

function readFile(element: RuleElement): ExtendedFile | null {
  const sha256 = childrenOf(element, 'AdditionalDigest').find(({ attributes }) =>
    /^sha-?256$/i.test(attributes.get('Algorithm') ?? ''),
  );
  const sha1 = digestHex(attribute(element, 'Digest'), 20);
  const name = attribute(element, 'FileName').slice(0, 260);
  const size = bytesOf(attribute(element, 'Size'));
  if (sha1 === null || name === '' || size === null) return null;
  return {
    name,
    size,
    modified: attribute(element, 'Modified').slice(0, 40),
    sha1,
    sha256: sha256 === undefined ? null : digestHex(sha256.text, 32),
    patchingType: attribute(element, 'PatchingType').slice(0, 40),
  };
}

function attribute(element: RuleElement, name: string): string {
  return element.attributes.get(name)?.trim() ?? '';
}

function texts(element: RuleElement, name: string): readonly string[] {
  return childrenOf(element, name)
    .map(({ text }) => text.trim().slice(0, maxShortText))
    .filter((text) => text !== '');
}

/** A word of the schema without regard to case; null where it is missing or another. */
function oneOf<T extends string>(element: RuleElement, name: string, words: readonly T[]): T | null {
  const written = attribute(element, name).toLowerCase();
  return words.find((word) => word.toLowerCase() === written) ?? null;
}

function bytesOf(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
