import { scalarComparisons } from '../../domain/index.ts';
import type { Rule, RuleLeaf } from '../../domain/index.ts';
import type { Fields } from './fields.ts';
import { unknownByDesign } from './rule-entry.ts';
import type { RuleEntries, RulePlace } from './rule-entry.ts';

const leaf = (of: RuleLeaf): Rule => ({ op: 'leaf', leaf: of });

function cbs(kind: 'cbs-package-installed' | 'cbs-package-installable') {
  return (fields: Fields, place: RulePlace): Rule => {
    const { cbsIdentity } = place.metadata;
    if (cbsIdentity === null) fields.fail('CbsPackageApplicabilityMetadata missing');
    return leaf({ kind, identity: cbsIdentity ?? '' });
  };
}

/** Component servicing, product releases, device attributes, drivers (applicability rules, section 5). */
export const servicingRules: RuleEntries = {
  CbsPackageInstalled: cbs('cbs-package-installed'),
  CbsPackageInstallable: cbs('cbs-package-installable'),
  CbsPackageInstalledByIdentity: (fields) =>
    leaf({ kind: 'cbs-package-installed', identity: fields.filled('PackageIdentity').trim() }),
  ProductReleaseInstalled: (fields) =>
    leaf({
      kind: 'product-release-installed',
      name: fields.filled('Name'),
      version: fields.version('Version'),
    }),
  ProductReleaseVersion: (fields) =>
    leaf({
      kind: 'product-release-version',
      name: fields.filled('Name'),
      comparison: fields.comparison(),
      version: fields.version('Version'),
    }),
  DeviceAttribute: (fields) =>
    leaf({
      kind: 'device-attribute',
      name: fields.filled('Name'),
      type: fields.word('Type', ['String', 'Version']),
      comparison: fields.word('Comparison', scalarComparisons),
      value: fields.text('Value'),
    }),
  WindowsDriverInstalled: unknownByDesign,
  WindowsDriverSuperseded: unknownByDesign,
  WindowsDriverInstallable: unknownByDesign,
};
