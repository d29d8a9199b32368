import type { MsiBounds, MsiPatchMetadata, MsiTarget, RuleLeaf } from '../../../src/domain/index.ts';
import { fact } from '../facts-machine.ts';
import type { FactLine } from '../facts-machine.ts';
import { ask } from './case.ts';

export const anyVersion: MsiBounds = {
  versionMin: null,
  versionMax: null,
  excludeMin: false,
  excludeMax: false,
  language: null,
};
export const installed = (bounds: Partial<MsiBounds> = {}) =>
  ask({ kind: 'msi-product-installed', product: '{a-b}', bounds: { ...anyVersion, ...bounds } });
export const product = (version: string, language?: number, code = '{A-B}'): FactLine =>
  fact({ kind: 'msi_product', product: code }, language === undefined ? { version } : { version, language });
export const patch = (code: string, of = '{A-B}'): FactLine =>
  fact({ kind: 'msi_patch', product: of, patch: code }, true);
export const features = (parts: readonly string[], products: readonly string[], allProducts = false) =>
  ask({ kind: 'msi-feature-installed', parts, products, allParts: true, allProducts });
export const feature = (name: string, state: boolean | string, of = '{A-B}'): FactLine =>
  fact({ kind: 'msi_feature', product: of, feature: name }, state);

export const target = (also: Partial<MsiTarget> = {}): MsiTarget => ({
  productCode: '{A-B}',
  version: null,
  language: null,
  ...also,
});
export const metadata = (also: Partial<MsiPatchMetadata> = {}): MsiPatchMetadata => ({
  patch: '{P}',
  fallback: [],
  products: ['{A-B}'],
  targets: [target()],
  obsoleted: [],
  sequence: [],
  ...also,
});
export const patchLeaf = (
  kind: 'msi-patch-installed' | 'msi-patch-installable' | 'msi-patch-superseded',
  also?: Partial<MsiPatchMetadata>,
) => ask({ kind, metadata: metadata(also) });
export const equal = (filter: 'Major' | 'MajorMinor' | 'MajorMinorUpdate' | 'None', version: string) => ({
  targets: [target({ version: { comparison: 'Equal', filter, version } })],
});
export const application = (
  kind: Extract<RuleLeaf, { readonly kind: `msi-application-${string}` }>['kind'],
  recache: 'Never' | 'LowerVersion' | 'AnyVersion' = 'Never',
) => ask({ kind, metadata: { product: '{A-B}', version: '2.0', recache } });
export const noPatches = ['msi', 'msi_patches'];
