import type { MsiPatchMetadata, MsiTarget } from '../../domain/index.ts';
import { childOf, childrenOf, textOf } from './element.ts';
import type { RuleElement } from './element.ts';
import { Fields, bracedGuid } from './fields.ts';

const comparisons = [
  'LessThan',
  'LessThanOrEqual',
  'Equal',
  'GreaterThanOrEqual',
  'GreaterThan',
  'None',
] as const;
const filters = ['None', 'Major', 'MajorMinor', 'MajorMinorUpdate'] as const;

type Target = MsiPatchMetadata['targets'][number];

/** Reads `MsiPatchMetadata` (patch_applicability.xsd; applicability rules, section 4). */
export function readPatch(
  element: RuleElement,
): { readonly patch: MsiPatchMetadata; readonly patchFault: null } | { patch: null; patchFault: string } {
  const patches = childrenOf(element, 'MsiPatch');
  const [msiPatch] = patches;
  if (msiPatch === undefined) return { patch: null, patchFault: 'MsiPatch missing' };
  const fields = new Fields(msiPatch);
  if (patches.length > 1) fields.fail('several MsiPatch');
  const guids = (from: RuleElement, name: string) =>
    childrenOf(from, name).map(({ text }) => {
      const guid = bracedGuid(text);
      if (guid === null) fields.fail(`${name} "${text.trim().slice(0, 60)}" is not a GUID`);
      return guid ?? '';
    });
  const patch: MsiPatchMetadata = {
    patch: fields.guid('PatchGUID'),
    fallback: [...guids(element, 'FallbackPatchCode'), ...guids(msiPatch, 'FallbackPatchCode')],
    products: guids(msiPatch, 'TargetProductCode'),
    targets: childrenOf(msiPatch, 'TargetProduct').map((target) => readTarget(target, fields)),
    obsoleted: guids(msiPatch, 'ObsoletedPatch'),
    sequence: childrenOf(msiPatch, 'SequenceData').map((data) => ({
      family: textOf(data, 'PatchFamily'),
      product: bracedGuid(textOf(data, 'ProductCode')),
      sequence: textOf(data, 'Sequence'),
      attributes: Number(/^\d{1,9}$/.exec(textOf(data, 'Attributes'))?.[0] ?? '0'),
    })),
  };
  return fields.fault === null
    ? { patch, patchFault: null }
    : { patch: null, patchFault: `MsiPatch: ${fields.fault}` };
}

/** A part counts only where `Validate` is true. */
function readTarget(target: RuleElement, patch: Fields): Target {
  const tested = (name: string) => {
    const child = childOf(target, name);
    if (child === null) return null;
    const fields = new Fields(child);
    return fields.flag('Validate') ? { text: child.text.trim(), fields } : null;
  };
  const product = tested('TargetProductCode');
  const productCode = product === null ? null : bracedGuid(product.text);
  if (product !== null && productCode === null) patch.fail('TargetProductCode is not a GUID');
  const language = tested('TargetLanguage');
  const lcid = language === null ? null : Number(/^\d{1,5}$/.exec(language.text)?.[0] ?? 'NaN');
  if (Number.isNaN(lcid)) patch.fail('TargetLanguage is not a number');
  const upgradeCode = tested('UpgradeCode')?.text;
  return {
    productCode,
    version: targetVersion(tested('TargetVersion'), patch),
    language: lcid,
    ...(upgradeCode === undefined ? {} : { upgradeCode }),
  };
}

function targetVersion(
  version: { readonly text: string; readonly fields: Fields } | null,
  patch: Fields,
): MsiTarget['version'] {
  if (version === null) return null;
  const { text, fields } = version;
  const read = {
    comparison: fields.optionalWord('ComparisonType', comparisons) ?? 'None',
    filter: fields.optionalWord('ComparisonFilter', filters) ?? 'None',
    version: text,
  };
  if (!/^\d{1,10}(?:\.\d{1,10}){0,3}$/.test(text)) patch.fail('TargetVersion is not a version');
  if (fields.fault !== null) patch.fail(`TargetVersion: ${fields.fault}`);
  return read;
}
