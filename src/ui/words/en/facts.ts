import type { FactKind } from '../../../domain/index.ts';

/** Words for recorded facts: their kinds, states and columns. */
export const facts = {
  title: (n: string) => `Recorded facts: ${n}`,
  none: 'No file with recorded facts (facts file, collector) has come from this machine.',
  loading: 'Reading the facts of this machine …',
  columns: { kind: 'Kind', subject: 'Subject', state: 'Answer', value: 'Value', where: 'Read from' },
  kind: {
    reg_key: 'Registry key',
    reg_subkeys: 'Registry subkeys',
    reg_value: 'Registry value',
    file: 'File',
    folder: 'Folder',
    os: 'Operating system',
    system_metric: 'System metric',
    license_dword: 'Licence value',
    wmi_query: 'WMI query',
    wmi_class: 'WMI class',
    wmi_namespace: 'WMI namespace',
    msi_product: 'MSI product',
    msi_feature: 'MSI feature',
    msi_component: 'MSI component',
    msi_patch: 'MSI patch',
    cbs_package: 'Windows package',
    device_attribute: 'Device attribute',
    product_release: 'Product release',
    cluster_resource: 'Cluster resource',
    installed_once: 'Installation history',
    catalog_product: 'Product of a catalog',
  } satisfies Record<FactKind, string>,
  state: { known: 'known', absent: 'looked for, not there', unavailable: 'not available' },
};
