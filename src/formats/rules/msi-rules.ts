import type { MsiBounds, Rule, RuleLeaf } from '../../domain/index.ts';
import { bracedGuid } from './fields.ts';
import type { Fields } from './fields.ts';
import type { RuleEntries, RulePlace } from './rule-entry.ts';

const leaf = (of: RuleLeaf): Rule => ({ op: 'leaf', leaf: of });

function bounds(fields: Fields): MsiBounds {
  return {
    versionMin: fields.optionalVersion('VersionMin'),
    versionMax: fields.optionalVersion('VersionMax'),
    excludeMin: fields.flag('ExcludeVersionMin'),
    excludeMax: fields.flag('ExcludeVersionMax'),
    language: fields.optionalNumber('Language', 0, 0xffff),
  };
}

function parts(kind: 'msi-feature-installed' | 'msi-component-installed', part: 'Feature' | 'Component') {
  return (fields: Fields): Rule => {
    const guids = (name: string) =>
      fields.texts(name).map((text) => {
        const guid = bracedGuid(text);
        if (guid === null) fields.fail(`${name} "${text.slice(0, 60)}" is not a GUID`);
        return guid ?? text;
      });
    return leaf({
      kind,
      parts: part === 'Component' ? guids(part) : fields.texts(part),
      products: guids('Product'),
      allParts: fields.flag(`All${part}sRequired`),
      allProducts: fields.flag('AllProductsRequired'),
    });
  };
}

function patch(kind: 'msi-patch-installed' | 'msi-patch-superseded' | 'msi-patch-installable') {
  return (fields: Fields, place: RulePlace): Rule => {
    const { patch: metadata, patchFault } = place.metadata;
    if (metadata === null) {
      fields.fail(patchFault ?? 'MsiPatchMetadata missing');
      return { op: 'false' };
    }
    return leaf({ kind, metadata });
  };
}

function application(
  kind: 'msi-application-installed' | 'msi-application-superseded' | 'msi-application-installable',
) {
  return (fields: Fields, place: RulePlace): Rule => {
    const { application: metadata, applicationFault } = place.metadata;
    if (metadata === null) {
      fields.fail(applicationFault ?? 'MsiApplicationMetadata missing');
      return { op: 'false' };
    }
    return leaf({ kind, metadata });
  };
}

/** Windows Installer rules (applicability rules, section 4). */
export const msiRules: RuleEntries = {
  MsiProductInstalled: (fields) =>
    leaf({ kind: 'msi-product-installed', product: fields.guid('ProductCode'), bounds: bounds(fields) }),
  MsiFeatureInstalledForProduct: parts('msi-feature-installed', 'Feature'),
  MsiComponentInstalledForProduct: parts('msi-component-installed', 'Component'),
  MsiPatchInstalledForProduct: (fields) =>
    leaf({
      kind: 'msi-patch-installed-for-product',
      patch: fields.guid('PatchCode'),
      product: fields.guid('ProductCode'),
      bounds: bounds(fields),
    }),
  MsiPatchInstalled: patch('msi-patch-installed'),
  MsiPatchSuperseded: patch('msi-patch-superseded'),
  MsiPatchInstallable: patch('msi-patch-installable'),
  MsiApplicationInstalled: application('msi-application-installed'),
  MsiApplicationSuperseded: application('msi-application-superseded'),
  MsiApplicationInstallable: application('msi-application-installable'),
};
