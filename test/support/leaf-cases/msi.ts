import type { MsiBounds, MsiPatchMetadata, MsiTarget, RuleLeaf } from '../../../src/domain/index.ts';
import { absent, fact } from '../facts-machine.ts';
import type { FactLine } from '../facts-machine.ts';
import { ask } from './case.ts';
import type { LeafCase } from './case.ts';

const anyVersion: MsiBounds = {
  versionMin: null,
  versionMax: null,
  excludeMin: false,
  excludeMax: false,
  language: null,
};
const installed = (bounds: Partial<MsiBounds> = {}) =>
  ask({ kind: 'msi-product-installed', product: '{a-b}', bounds: { ...anyVersion, ...bounds } });
const product = (version: string, language?: number, code = '{A-B}'): FactLine =>
  fact({ kind: 'msi_product', product: code }, language === undefined ? { version } : { version, language });
const patch = (code: string, of = '{A-B}'): FactLine =>
  fact({ kind: 'msi_patch', product: of, patch: code }, true);
const features = (parts: readonly string[], products: readonly string[], allProducts = false) =>
  ask({ kind: 'msi-feature-installed', parts, products, allParts: true, allProducts });
const feature = (name: string, state: boolean | string, of = '{A-B}'): FactLine =>
  fact({ kind: 'msi_feature', product: of, feature: name }, state);

const target = (also: Partial<MsiTarget> = {}): MsiTarget => ({
  productCode: '{A-B}',
  version: null,
  language: null,
  ...also,
});
const metadata = (also: Partial<MsiPatchMetadata> = {}): MsiPatchMetadata => ({
  patch: '{P}',
  fallback: [],
  products: ['{A-B}'],
  targets: [target()],
  obsoleted: [],
  sequence: [],
  ...also,
});
const patchLeaf = (
  kind: 'msi-patch-installed' | 'msi-patch-installable' | 'msi-patch-superseded',
  also?: Partial<MsiPatchMetadata>,
) => ask({ kind, metadata: metadata(also) });
const equal = (filter: 'Major' | 'MajorMinor' | 'MajorMinorUpdate' | 'None', version: string) => ({
  targets: [target({ version: { comparison: 'Equal', filter, version } })],
});
const application = (
  kind: Extract<RuleLeaf, { readonly kind: `msi-application-${string}` }>['kind'],
  recache: 'Never' | 'LowerVersion' | 'AnyVersion' = 'Never',
) => ask({ kind, metadata: { product: '{A-B}', version: '2.0', recache } });
const noPatches = ['msi', 'msi_patches'];

export const msiCases: readonly LeafCase[] = [
  { name: 'a code in another case', rule: installed(), facts: [product('1.0')], expected: 'true' },
  { name: 'not in a complete list', rule: installed(), complete: ['msi'], expected: 'false' },
  { name: 'not in a list that may be cut', rule: installed(), expected: 'unknown' },
  {
    name: 'three parts against four',
    rule: installed({ versionMax: '1.2.3.0' }),
    facts: [product('1.2.3')],
    expected: 'true',
  },
  {
    name: 'VersionMax excluded',
    rule: installed({ versionMax: '1.2.3.0', excludeMax: true }),
    facts: [product('1.2.3')],
    expected: 'false',
  },
  {
    name: '1.10 is above 1.9',
    rule: installed({ versionMin: '1.9' }),
    facts: [product('1.10')],
    expected: 'true',
  },
  {
    name: 'language not recorded',
    rule: installed({ language: 1033 }),
    facts: [product('1.0')],
    expected: 'unknown',
  },
  {
    name: 'language not recorded, version out of bounds',
    rule: installed({ language: 1033, versionMin: '2' }),
    facts: [product('1.0')],
    expected: 'false',
  },
  // Features and components.
  {
    name: 'all features',
    rule: features(['F', 'G'], ['{A-B}']),
    facts: [feature('f', true), feature('G', 'local')],
    expected: 'true',
  },
  {
    name: 'an advertised feature is not installed',
    rule: features(['F'], ['{A-B}']),
    facts: [feature('F', 'advertised')],
    expected: 'false',
  },
  {
    name: 'features of a product that is not there',
    rule: features(['F'], ['{A-B}']),
    complete: ['msi'],
    expected: 'false',
  },
  {
    name: 'any of two products',
    rule: features(['F'], ['{C}', '{A-B}']),
    facts: [feature('F', true)],
    complete: ['msi_features'],
    expected: 'true',
  },
  {
    name: 'all of two products',
    rule: features(['F'], ['{C}', '{A-B}'], true),
    facts: [feature('F', true)],
    complete: ['msi_features'],
    expected: 'false',
  },
  {
    name: 'no feature named',
    rule: features([], ['{A-B}']),
    complete: ['msi_features'],
    expected: 'unknown',
  },
  {
    name: 'a component',
    rule: ask({
      kind: 'msi-component-installed',
      parts: ['{K}'],
      products: ['{A-B}'],
      allParts: false,
      allProducts: false,
    }),
    facts: [fact({ kind: 'msi_component', product: '{A-B}', component: '{K}' }, true)],
    expected: 'true',
  },
  // Patches.
  {
    name: 'patch for product',
    rule: ask({
      kind: 'msi-patch-installed-for-product',
      patch: '{P}',
      product: '{A-B}',
      bounds: anyVersion,
    }),
    facts: [product('1.0'), patch('{p}')],
    expected: 'true',
  },
  {
    name: 'patch for product out of bounds',
    rule: ask({
      kind: 'msi-patch-installed-for-product',
      patch: '{P}',
      product: '{A-B}',
      bounds: { ...anyVersion, versionMin: '2' },
    }),
    facts: [product('1.0'), patch('{P}')],
    expected: 'false',
  },
  {
    name: 'MsiPatchInstalled',
    rule: patchLeaf('msi-patch-installed'),
    facts: [patch('{P}')],
    expected: 'true',
  },
  {
    name: 'MsiPatchInstalled by FallbackPatchCode',
    rule: patchLeaf('msi-patch-installed', { fallback: ['{Q}'] }),
    facts: [patch('{Q}')],
    complete: noPatches,
    expected: 'true',
  },
  {
    name: 'MsiPatchInstalled on none',
    rule: patchLeaf('msi-patch-installed'),
    facts: [product('1.0')],
    complete: noPatches,
    expected: 'false',
  },
  {
    name: 'MsiPatchInstallable',
    rule: patchLeaf('msi-patch-installable'),
    facts: [product('1.0')],
    complete: noPatches,
    expected: 'true',
  },
  {
    name: 'MsiPatchInstallable, already there',
    rule: patchLeaf('msi-patch-installable'),
    facts: [product('1.0'), patch('{P}')],
    complete: noPatches,
    expected: 'false',
  },
  {
    name: 'MsiPatchInstallable without the product',
    rule: patchLeaf('msi-patch-installable'),
    complete: noPatches,
    expected: 'false',
  },
  {
    name: 'Equal and MajorMinor compares two parts',
    rule: patchLeaf('msi-patch-installable', equal('MajorMinor', '1.2.9')),
    facts: [product('1.2.3')],
    complete: noPatches,
    expected: 'true',
  },
  {
    name: 'Equal and MajorMinorUpdate compares three',
    rule: patchLeaf('msi-patch-installable', equal('MajorMinorUpdate', '1.2.9')),
    facts: [product('1.2.3')],
    complete: noPatches,
    expected: 'false',
  },
  {
    name: 'an ordering reads installed before wanted',
    rule: patchLeaf('msi-patch-installable', {
      targets: [target({ version: { comparison: 'LessThan', filter: 'None', version: '1.2.9' } })],
    }),
    facts: [product('1.2.3')],
    complete: noPatches,
    expected: 'true',
  },
  {
    name: 'a target in another language',
    rule: patchLeaf('msi-patch-installable', { targets: [target({ language: 1031 })] }),
    facts: [product('1.0', 1033)],
    complete: noPatches,
    expected: 'false',
  },
  {
    name: 'a target without product code is any the patch names',
    rule: patchLeaf('msi-patch-installable', { products: ['{C}'], targets: [target({ productCode: null })] }),
    facts: [product('1.0')],
    complete: noPatches,
    expected: 'false',
  },
  {
    name: 'or any installed one',
    rule: patchLeaf('msi-patch-installable', { products: [], targets: [target({ productCode: null })] }),
    facts: [product('1.0')],
    complete: noPatches,
    expected: 'true',
  },
  {
    name: 'of a list that may be cut',
    rule: patchLeaf('msi-patch-installable', {
      products: [],
      targets: [target({ productCode: null, language: 1031 })],
    }),
    facts: [product('1.0', 1033)],
    expected: 'unknown',
  },
  {
    name: 'MsiPatchSuperseded beside other patches',
    rule: patchLeaf('msi-patch-superseded'),
    facts: [product('1.0'), patch('{X}')],
    complete: noPatches,
    expected: 'unknown',
  },
  {
    name: 'MsiPatchSuperseded without any patch',
    rule: patchLeaf('msi-patch-superseded'),
    facts: [product('1.0')],
    complete: noPatches,
    expected: 'false',
  },
  // Applications.
  {
    name: 'MsiApplicationInstalled',
    rule: application('msi-application-installed'),
    facts: [product('1.0')],
    expected: 'true',
  },
  {
    name: 'MsiApplicationInstallable',
    rule: application('msi-application-installable'),
    facts: [absent({ kind: 'msi_product', product: '{A-B}' })],
    expected: 'true',
  },
  {
    name: 'MsiApplicationInstallable, there and Never',
    rule: application('msi-application-installable'),
    facts: [product('1.0')],
    expected: 'false',
  },
  {
    name: 'MsiApplicationInstallable, there and LowerVersion',
    rule: application('msi-application-installable', 'LowerVersion'),
    facts: [product('1.0')],
    expected: 'true',
  },
  {
    name: 'MsiApplicationInstallable, there at the version and LowerVersion',
    rule: application('msi-application-installable', 'LowerVersion'),
    facts: [product('2.0.0')],
    expected: 'false',
  },
  {
    name: 'MsiApplicationInstallable, there and AnyVersion',
    rule: application('msi-application-installable', 'AnyVersion'),
    facts: [product('2.0')],
    expected: 'true',
  },
  {
    name: 'MsiApplicationSuperseded',
    rule: application('msi-application-superseded'),
    facts: [product('1.0')],
    expected: 'unknown',
  },
];
