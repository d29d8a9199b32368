import type { SdpHandler, SdpReturnCode } from '../../domain/index.ts';
import { childOf, childrenOf } from '../rules/index.ts';
import type { RuleElement } from '../rules/index.ts';
import { maxShortText } from './limits.ts';
import type { PackageFields } from './package-fields.ts';

const results = ['Failed', 'Succeeded', 'Cancelled'] as const;

/** Children of an InstallableItem that are no handler. */
const others = new Set([
  'ApplicabilityRules',
  'InstallProperties',
  'UninstallProperties',
  'OriginFile',
  'Language',
]);

/** How an item is installed (sdp, section 2, handlers); null for a detectoid or a bundle. */
export function readHandler(item: RuleElement, fields: PackageFields): SdpHandler | null {
  const candidates = item.children.filter(({ name }) => !others.has(name));
  const [element] = candidates;
  if (element === undefined) return null;
  for (const { name } of candidates.slice(1)) fields.note('InstallableItem', name);
  switch (element.name) {
    case 'CommandLineInstallerData':
      return commandLine(element, fields);
    case 'MsiInstallerData':
      return {
        kind: 'msi',
        file: fields.text(element, 'MsiFile'),
        productCode: fields.text(element, 'ProductCode'),
        commandLine: asWritten(element, 'CommandLine'),
        uninstallCommandLine: asWritten(element, 'UninstallCommandLine'),
      };
    case 'MspInstallerData':
      return {
        kind: 'msp',
        file: fields.childText(element, 'MspFileName') || fields.text(element, 'MspFileName'),
        patchCode: fields.text(element, 'PatchCode'),
        fullFilePatchCode: fields.text(element, 'FullFilePatchCode'),
        commandLine: asWritten(element, 'CommandLine'),
        uninstallCommandLine: asWritten(element, 'UninstallCommandLine'),
      };
    default:
      if (!element.name.endsWith('InstallerData')) fields.note('InstallableItem', element.name);
      return { kind: 'other', name: element.name.slice(0, 60) };
  }
}

/** A command line counts to the last blank. */
function asWritten(element: RuleElement, name: string): string {
  return element.attributes.get(name) ?? '';
}

function commandLine(element: RuleElement, fields: PackageFields): SdpHandler {
  return {
    kind: 'command-line',
    program: fields.text(element, 'Program'),
    arguments: asWritten(element, 'Arguments'),
    defaultResult: fields.word(element, 'DefaultResult', results),
    rebootByDefault: fields.flag(element, 'RebootByDefault'),
    returnCodes: childrenOf(element, 'ReturnCode').flatMap((code) => returnCode(code, fields) ?? []),
    repairPaths: fields.texts(element, 'WindowsInstallerRepairPath'),
  };
}

function returnCode(element: RuleElement, fields: PackageFields): SdpReturnCode | null {
  const written = fields.text(element, 'Code');
  if (!/^[+-]?\d{1,10}$/.test(written)) {
    fields.note('ReturnCode/Code', written);
    return null;
  }
  return {
    code: Number(written),
    result: fields.word(element, 'Result', results),
    reboot: fields.flag(element, 'Reboot'),
    texts: childrenOf(element, 'LocalizedDescription').flatMap((text) => {
      const description = childOf(text, 'Description')?.text.trim().slice(0, maxShortText) ?? '';
      return fields.texts(text, 'Language').map((language) => ({ language, description }));
    }),
  };
}
