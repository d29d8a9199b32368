/** What a leaf wants, in machine terms: paths, comparisons, numbers. Words are made in the page. */
import type {
  FilePath,
  MsiBounds,
  RegistryKeyPath,
  RegistryValuePath,
  RuleLeaf,
} from '../../domain/index.ts';

const signs = {
  LessThan: '<',
  LessThanOrEqualTo: '<=',
  EqualTo: '=',
  GreaterThanOrEqualTo: '>=',
  GreaterThan: '>',
} as const;

const longestText = 1000;

export function wantedOf(leaf: RuleLeaf): string {
  switch (leaf.kind) {
    case 'reg-key-exists':
      return keyText(leaf.path);
    case 'reg-value-exists':
      return leaf.type === null ? valueText(leaf.path) : `${valueText(leaf.path)} (${leaf.type})`;
    case 'reg-dword':
    case 'reg-version':
      return `${valueText(leaf.path)} ${signs[leaf.comparison]} ${String(leaf.data)}`;
    case 'reg-text':
      return `${valueText(leaf.path)} ${leaf.comparison} "${leaf.data}"`;
    case 'reg-equals':
      return `${valueText(leaf.path)} = ${leaf.data}`;
    case 'reg-key-loop':
      return `${leaf.trueIf}: ${keyText(leaf.path)}`;
    case 'file-exists':
      return `${fileText(leaf.path)}${given([
        ['version', leaf.version],
        ['created', leaf.created],
        ['modified', leaf.modified],
        ['size', leaf.size],
        ['language', leaf.language],
      ])}`;
    case 'file-version':
      return `${fileText(leaf.path)} ${signs[leaf.comparison]} ${leaf.version}`;
    case 'file-time':
      return `${fileText(leaf.path)} ${leaf.which} ${signs[leaf.comparison]} ${leaf.time}`;
    case 'file-size':
      return `${fileText(leaf.path)} size ${signs[leaf.comparison]} ${String(leaf.size)}`;
    case 'file-checksum':
      return `${fileText(leaf.path)} checksum = ${leaf.checksum}`;
    case 'windows-version':
      return `${signs[leaf.comparison]}${given([
        ['major', leaf.major],
        ['minor', leaf.minor],
        ['build', leaf.build],
        ['service pack', leaf.servicePackMajor],
        ['service pack minor', leaf.servicePackMinor],
        [leaf.allSuites ? 'all suites' : 'suites', leaf.suiteMask],
        ['product type', leaf.productType],
      ])}`;
    case 'platform':
      return String(leaf.platform);
    case 'windows-language':
    case 'mui-language-installed':
      return leaf.language;
    case 'mui-installed':
    case 'clustered-os':
      return '';
    case 'system-metric':
      return `${String(leaf.index)} ${signs[leaf.comparison]} ${String(leaf.value)}`;
    case 'processor':
      return given([
        ['architecture', leaf.architecture],
        ['level', leaf.level],
        ['revision', leaf.revision],
      ]).slice(1);
    case 'number-of-processors':
      return `${signs[leaf.comparison]} ${String(leaf.number)}`;
    case 'cluster-resource-owner':
      return `${leaf.prefix}${valueText(leaf.path)}${leaf.suffix}`;
    case 'license-value-exists':
      return leaf.name;
    case 'license-dword':
      return `${leaf.name} ${signs[leaf.comparison]} ${String(leaf.data)}`;
    case 'wmi-query':
      return `${leaf.namespace}: ${shortened(leaf.query)}`;
    case 'installed-once':
    case 'update-installed':
      return leaf.update;
    case 'msi-product-installed':
      return `${leaf.product}${boundsText(leaf.bounds)}`;
    case 'msi-feature-installed':
    case 'msi-component-installed':
      return `${leaf.allParts ? 'all' : 'any'} of ${leaf.parts.join(', ')} in ${
        leaf.allProducts ? 'all' : 'any'
      } of ${leaf.products.join(', ')}`;
    case 'msi-patch-installed-for-product':
      return `${leaf.patch} on ${leaf.product}${boundsText(leaf.bounds)}`;
    case 'msi-patch-installed':
    case 'msi-patch-superseded':
    case 'msi-patch-installable':
      return leaf.metadata.patch;
    case 'msi-application-installed':
    case 'msi-application-superseded':
    case 'msi-application-installable':
      return leaf.metadata.product;
    case 'cbs-package-installed':
    case 'cbs-package-installable':
      return leaf.identity;
    case 'product-release-installed':
      return `${leaf.name} >= ${leaf.version}`;
    case 'product-release-version':
      return `${leaf.name} ${signs[leaf.comparison]} ${leaf.version}`;
    case 'device-attribute':
      return `${leaf.name} ${signs[leaf.comparison]} ${leaf.value}`;
    case 'catalog-product':
      return `${leaf.source} ${leaf.product}${
        leaf.servicePacks.length === 0 ? '' : ` at ${leaf.servicePacks.join(', ')}`
      }`;
    case 'os-number':
      return `${leaf.name} ${signs[leaf.comparison]} ${String(leaf.value)}`;
  }
}

function keyText(path: RegistryKeyPath): string {
  const root = path.root === 'loop' ? 'HKEY_LOOP_TARGET' : 'HKEY_LOCAL_MACHINE';
  const text = path.key === '' ? root : `${root}\\${path.key}`;
  return path.view === 'wow32' ? `${text} (32-bit view)` : text;
}

function valueText(path: RegistryValuePath): string {
  return `${keyText(path)} [${path.value}]`;
}

function fileText(path: FilePath): string {
  const { base } = path;
  switch (base.from) {
    case 'absolute':
      return path.path;
    case 'csidl':
      return `csidl:${String(base.csidl)}\\${path.path}`.replace(/\\{2,}/g, '\\');
    case 'folder':
      return `${base.name}\\${path.path}`.replace(/\\{2,}/g, '\\');
    case 'registry':
      return `{${valueText(base.value)}}\\${path.path}`;
  }
}

function boundsText(bounds: MsiBounds): string {
  const min = bounds.excludeMin ? '>' : '>=';
  const max = bounds.excludeMax ? '<' : '<=';
  return `${bounds.versionMin === null ? '' : ` ${min} ${bounds.versionMin}`}${
    bounds.versionMax === null ? '' : ` ${max} ${bounds.versionMax}`
  }${given([['language', bounds.language]])}`;
}

/** Some queries name hundreds of devices. */
function shortened(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText)} … (${String(text.length)})`;
}

function given(attributes: readonly (readonly [string, string | number | null])[]): string {
  let text = '';
  for (const attribute of attributes) {
    if (attribute[1] !== null) text += ` ${attribute[0]} ${String(attribute[1])}`;
  }
  return text;
}
