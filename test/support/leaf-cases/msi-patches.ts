import { absent } from '../facts-machine.ts';
import { ask } from './case.ts';
import type { LeafCase } from './case.ts';
import { anyVersion, product, patch, target, patchLeaf, equal, application, noPatches } from './msi-words.ts';

export const msiPatchCases: readonly LeafCase[] = [
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
