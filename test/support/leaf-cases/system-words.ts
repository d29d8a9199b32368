import type { FactValue, OsFactName, Rule, RuleLeaf } from '../../../src/domain/index.ts';
import { fact } from '../facts-machine.ts';
import type { FactLine } from '../facts-machine.ts';
import { ask } from './case.ts';

export type VersionLeaf = Extract<RuleLeaf, { readonly kind: 'windows-version' }>;

export const windows = (comparison: VersionLeaf['comparison'], also: Partial<VersionLeaf>): Rule =>
  ask({
    kind: 'windows-version',
    comparison,
    major: null,
    minor: null,
    build: null,
    servicePackMajor: null,
    servicePackMinor: null,
    suiteMask: null,
    allSuites: false,
    productType: null,
    ...also,
  });
export const os = (name: OsFactName, value: FactValue): FactLine => fact({ kind: 'os', name }, value);
export const language = (tag: string) => ask({ kind: 'windows-language', language: tag });
export const device = (
  name: string,
  comparison: 'EqualTo' | 'GreaterThanOrEqualTo' | 'LessThan',
  value: string,
  type: 'String' | 'Version' = 'String',
) => ask({ kind: 'device-attribute', name, type, comparison, value });
export const spoken = (tag: string, mui = false) => [os('language', tag), os('muiInstalled', mui)];
export const metric = (value: number) =>
  ask({ kind: 'system-metric', index: 86, comparison: 'EqualTo', value });
export const xp64 = { version: '5.2.3790', servicePack: 1 };
export const level = { major: 5, minor: 1, build: 2600, servicePackMajor: 3 };
export const licence = (data: number) =>
  ask({ kind: 'license-dword', name: 'Kernel-ProductInfo', comparison: 'EqualTo', data });
export const owner = ask({
  kind: 'cluster-resource-owner',
  path: { root: 'machine', view: 'native', key: 'Cluster', value: 'Name' },
  prefix: 'SQL (',
  suffix: ')',
});
export const clusterName = fact(
  { kind: 'reg_value', view: 'native', key: 'Cluster', value: 'Name' },
  { type: 'REG_SZ', data: 'ONE' },
);
export const product = (servicePacks: readonly string[]) =>
  ask({ kind: 'catalog-product', source: 'mssecure', product: '3', servicePacks });
export const windows2000 = fact(
  { kind: 'catalog_product', source: 'mssecure', product: '3' },
  { servicePack: '10' },
);
