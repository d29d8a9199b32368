/**
 * Small worlds: one machine as it is, all that could be asked of it, and inventories that saw a part of
 * it. Whatever a part of the facts decides must be what all of them decide.
 */
import fc from 'fast-check';
import type { FactValue, FileData, Machine, RegistryData } from '../../src/domain/index.ts';
import { absent, fact, factsMachine } from './facts-machine.ts';
import type { FactLine } from './facts-machine.ts';

export const worldKeys = [
  'SOFTWARE\\A',
  'SOFTWARE\\A\\B',
  'SOFTWARE\\L',
  'SOFTWARE\\L\\1',
  'SOFTWARE\\L\\2',
] as const;
export const worldValues = ['V', 'W', ''] as const;
export const worldProducts = ['{P1}', '{P2}'] as const;
export const worldPatches = ['{Q1}', '{Q2}'] as const;
export const worldFiles = ['x.dll', 'sub\\y.dll'] as const;

const data: fc.Arbitrary<RegistryData | null> = fc.constantFrom<(RegistryData | null)[]>(
  null,
  { type: 'REG_DWORD', data: 0 },
  { type: 'REG_DWORD', data: 1 },
  { type: 'REG_DWORD', data: 4_294_967_295 },
  { type: 'REG_SZ', data: 'Acme' },
  { type: 'REG_SZ', data: 'acme 2' },
  { type: 'REG_SZ', data: '1.10.0.0' },
  { type: 'REG_SZ', data: 'C:\\App' },
  { type: 'REG_EXPAND_SZ', data: '%windir%\\Acme' },
  { type: 'REG_BINARY', data: '00ff' },
);

const registry = fc
  .record({
    keys: fc.tuple(...worldKeys.map(() => fc.boolean())),
    values: fc.array(data, { minLength: 15, maxLength: 15 }),
  })
  .map(({ keys, values }) => (view: 'native' | 'wow32'): FactLine[] => {
    const exists = (key: string): boolean =>
      key === '' || worldKeys.some((known, i) => keys[i] === true && `${known}\\`.startsWith(`${key}\\`));
    const lines: FactLine[] = [];
    worldKeys.forEach((key, k) => {
      const subject = { kind: 'reg_key' as const, view, key };
      const list = { kind: 'reg_subkeys' as const, view, key };
      const below = worldKeys.filter(
        (other) =>
          other.startsWith(`${key}\\`) && !other.slice(key.length + 1).includes('\\') && exists(other),
      );
      lines.push(exists(key) ? fact(subject, true) : absent(subject));
      lines.push(
        exists(key)
          ? fact(
              list,
              below.map((other) => other.slice(key.length + 1)),
            )
          : absent(list),
      );
      worldValues.forEach((value, v) => {
        const at = { kind: 'reg_value' as const, view, key, value };
        const found = exists(key) ? (values[k * worldValues.length + v] ?? null) : null;
        lines.push(found === null ? absent(at) : fact(at, found));
      });
    });
    return lines;
  });

const fileData: fc.Arbitrary<FileData | null> = fc.option(
  fc.record(
    {
      version: fc.constantFrom(null, '1.0.0.0', '2.5.0.1'),
      size: fc.constantFrom(0, 1000),
      modified: fc.constantFrom('2005-05-26T01:16:30Z', '2020-01-01T00:00:00.5Z'),
      checksum: fc.constantFrom('42', '43'),
    },
    { requiredKeys: ['version', 'size', 'modified', 'checksum'] },
  ),
);
const files = fc.array(fileData, { minLength: 4, maxLength: 4 }).map((all): FactLine[] =>
  ['csidl:37', 'C:\\App'].flatMap((folder, f) =>
    worldFiles.map((name, n) => {
      const subject = { kind: 'file' as const, path: `${folder}\\${name}` };
      const found = all[f * worldFiles.length + n] ?? null;
      return found === null ? absent(subject) : fact(subject, found);
    }),
  ),
);

const os = fc
  .record({
    version: fc.constantFrom('5.1.2600', '6.1.7601', '10.0.17763', '10.0.26200'),
    servicePack: fc.constantFrom(0, 1, 3),
    ubr: fc.constantFrom(0, 1000),
    productType: fc.constantFrom(1, 2, 3),
    suiteMask: fc.constantFrom(0, 256, 272),
    architecture: fc.constantFrom(0, 9, 12),
    language: fc.constantFrom('en-US', 'de-AT', 'de-DE'),
    muiInstalled: fc.boolean(),
    sku: fc.constantFrom(4, 48),
    clustered: fc.boolean(),
  })
  .map(({ servicePack, ...rest }): FactLine[] => {
    const modern = rest.version.startsWith('10.');
    const facts: Record<string, FactValue> = {
      ...rest,
      servicePackMajor: modern ? 0 : servicePack,
      servicePackMinor: 0,
      muiLanguages: ['en-US', 'de-DE'],
      region: rest.language,
      platformId: 2,
      processors: 4,
      processorLevel: 6,
      processorRevision: 1,
    };
    return Object.entries(facts).map(([name, value]) => fact({ kind: 'os', name: name as 'ubr' }, value));
  });

const msi = fc
  .record({
    versions: fc.array(fc.option(fc.constantFrom('1.0.0', '1.10.3', '2.0.0')), {
      minLength: 2,
      maxLength: 2,
    }),
    languages: fc.array(fc.constantFrom(0, 1033), { minLength: 2, maxLength: 2 }),
    on: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
  })
  .map(({ versions, languages, on }): FactLine[] =>
    worldProducts.flatMap((product, p) => {
      const version = versions[p] ?? null;
      const there = version !== null;
      const part = (subject: Parameters<typeof absent>[0], i: number): FactLine =>
        there && on[p * 4 + i] === true ? fact(subject, true) : absent(subject);
      const language = languages[p] ?? 0;
      const subject = { kind: 'msi_product' as const, product };
      return [
        there ? fact(subject, { version, language }) : absent(subject),
        ...worldPatches.map((patch, i) => part({ kind: 'msi_patch', product, patch }, i)),
        part({ kind: 'msi_feature', product, feature: 'F' }, 2),
        part({ kind: 'msi_component', product, component: '{K}' }, 3),
      ];
    }),
  );

export const worldPackages = [
  'Package_for_RollupFix~31bf3856ad364e35~amd64~~26200.1000.1.1',
  'Package_for_KB1~31bf3856ad364e35~amd64~~10.0.1.1',
  'Package_for_DotNetRollup_481~31bf3856ad364e35~amd64~~10.0.9300.2',
] as const;
const cbs = fc
  .array(fc.constantFrom(null, 112, 80, 64), { minLength: 3, maxLength: 3 })
  .map((states): FactLine[] =>
    worldPackages.map((identity, i) => {
      const subject = { kind: 'cbs_package' as const, identity };
      const state = states[i] ?? null;
      return state === null ? absent(subject) : fact(subject, state);
    }),
  );

const rows = fc.array(
  fc.record({
    Product: fc.constantFrom('8053', '8102', null),
    DeviceID: fc.constantFrom('PCI\\VEN_8086&DEV_1', 'ACPI\\X'),
    N: fc.constantFrom(1, 10),
  }),
  { maxLength: 3 },
);
const rest = fc
  .record({
    rows,
    namespace: fc.boolean(),
    flags: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    level: fc.constantFrom(0, 48),
  })
  .map((world): FactLine[] => {
    const flag = (i: number, subject: Parameters<typeof absent>[0], value: FactValue): FactLine =>
      world.flags[i] === true ? fact(subject, value) : absent(subject);
    return [
      fact({ kind: 'wmi_class', namespace: 'root\\cimv2', class: 'T' }, world.rows),
      flag(0, { kind: 'wmi_namespace', namespace: 'root\\vendor' }, true),
      flag(1, { kind: 'license_dword', name: 'Kernel-ProductInfo' }, world.level),
      flag(2, { kind: 'installed_once', update: 'U1' }, true),
      flag(3, { kind: 'product_release', name: 'Some.Product' }, '2.0.0.0'),
      flag(4, { kind: 'catalog_product', source: 'mssecure', product: '3' }, { servicePack: '10' }),
      flag(5, { kind: 'device_attribute', name: 'CurrentBranch' }, 'rs2'),
      fact({ kind: 'system_metric', index: 86 }, world.level),
      fact({ kind: 'folder', name: 'csidl:37' }, 'C:\\Windows\\System32'),
      flag(0, { kind: 'cluster_resource', name: 'Acme' }, true),
    ];
  });

/** All facts of one machine; nothing in them contradicts anything else. */
export const worlds: fc.Arbitrary<readonly FactLine[]> = fc
  .tuple(registry, registry, files, os, msi, cbs, rest)
  .map(([native, wow, ...others]) => {
    const rest = others.flat();
    const x86 = rest.some(
      ({ kind, result, ...of }) =>
        kind === 'os' && 'name' in of && of.name === 'architecture' && result.value === 0,
    );
    // 32-bit Windows has one view.
    return [...native('native'), ...(x86 ? [] : wow('wow32')), ...rest];
  });

const allDomains = [
  'registry',
  'files',
  'folders',
  'msi',
  'msi_patches',
  'msi_features',
  'msi_components',
  'cbs',
];

/** The machine of a world with all its facts, and with those that `seen` takes. */
export function wholeMachine(world: readonly FactLine[]): Machine {
  return factsMachine(world, allDomains);
}

export function partMachine(world: readonly FactLine[], seen: (index: number) => boolean): Machine {
  return factsMachine(world.filter((_, i) => seen(i)));
}
