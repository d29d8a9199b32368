import { notCollected } from '../../src/domain/index.ts';
import type {
  DeclaredAnswer,
  DeclaredFacts,
  Fact,
  FactSubject,
  FactValue,
  Machine,
} from '../../src/domain/index.ts';
import { factTable } from './facts-machine.ts';
import type { FactLine } from './facts-machine.ts';
import * as pool from './random-leaves.ts';
import { pick, whole } from './seeded.ts';
import type { Random } from './seeded.ts';

const evidence = { file: 'f', sha256: '', line: null, text: '' };

function osFact<T>(random: Random, values: readonly T[]): Fact<T> {
  const dice = random();
  if (dice < 0.15) return notCollected;
  if (dice < 0.25) return { state: 'absent', evidence };
  return { state: 'known', value: pick(random, values), evidence };
}

const registryData = (random: Random): FactValue =>
  pick(random, [
    { type: 'REG_DWORD', data: pick(random, pool.numbers) },
    { type: 'REG_SZ', data: pick(random, [...pool.versions, 'C:']) },
    { type: 'REG_SZ', data: pick(random, pool.texts) },
    { type: 'REG_EXPAND_SZ', data: pick(random, pool.texts) },
  ]);

const fileData = (random: Random): FactValue => ({
  ...(random() < 0.8 ? { version: pick(random, [...pool.versions, null]) } : {}),
  ...(random() < 0.8 ? { created: pick(random, pool.times), modified: pick(random, pool.times) } : {}),
  ...(random() < 0.8 ? { size: pick(random, pool.numbers), checksum: '1' } : {}),
});

type Row = readonly [FactSubject, (random: Random) => FactValue];

/** Every subject the random leaves ask about, with values of its kind. */
const rows: readonly Row[] = [
  ...(['native', 'wow32'] as const).flatMap((view) =>
    [...pool.registryKeys, 'SOFTWARE\\A\\One', 'SOFTWARE\\A\\Two'].flatMap((key): Row[] => [
      [{ kind: 'reg_key', view, key }, () => true],
      ...pool.valueNames.map((value): Row => [{ kind: 'reg_value', view, key, value }, registryData]),
    ]),
  ),
  [
    { kind: 'reg_subkeys', view: 'native', key: 'SOFTWARE\\A' },
    (random) => (random() < 0.3 ? [] : ['One', 'Two']),
  ],
  ...[...pool.files, 'C:\\1.0\\x.dll'].map((path): Row => [{ kind: 'file', path }, fileData]),
  [{ kind: 'os', name: 'productType' }, (random) => pick(random, [1, 2, 3])],
  [{ kind: 'os', name: 'ubr' }, (random) => pick(random, pool.numbers)],
  [{ kind: 'os', name: 'suiteMask' }, (random) => pick(random, [0, 256])],
  [{ kind: 'os', name: 'processors' }, (random) => pick(random, pool.numbers)],
  [{ kind: 'os', name: 'architecture' }, (random) => pick(random, [0, 9])],
  [{ kind: 'os', name: 'processorLevel' }, () => 6],
  [{ kind: 'os', name: 'language' }, (random) => pick(random, ['en-US', 'de-DE'])],
  [{ kind: 'os', name: 'muiInstalled' }, (random) => random() < 0.5],
  [{ kind: 'os', name: 'muiLanguages' }, () => ['en-US']],
  [{ kind: 'os', name: 'clustered' }, (random) => random() < 0.5],
  ...[1, 2].map((index): Row => [{ kind: 'system_metric', index }, (random) => pick(random, pool.numbers)]),
  ...pool.names.flatMap((name): Row[] => [
    [{ kind: 'license_dword', name }, (random) => pick(random, pool.numbers)],
    [{ kind: 'installed_once', update: name }, () => true],
    [{ kind: 'product_release', name }, (random) => ({ version: pick(random, pool.versions) })],
    [{ kind: 'device_attribute', name }, (random) => pick(random, pool.versions)],
    [{ kind: 'cluster_resource', name }, () => true],
  ]),
  [{ kind: 'wmi_query', namespace: 'root\\cimv2', query: pool.query }, (random) => random() < 0.5],
  ...pool.products.flatMap((product): Row[] => [
    [
      { kind: 'msi_product', product },
      (random) => ({ version: pick(random, pool.versions), language: 1033 }),
    ],
    ...pool.names.flatMap((name): Row[] => [
      [{ kind: 'msi_feature', product, feature: name }, () => true],
      [{ kind: 'msi_component', product, component: name }, () => true],
    ]),
    ...pool.patches.map((patch): Row => [{ kind: 'msi_patch', product, patch }, () => true]),
  ]),
  ...pool.identities.map((identity): Row => [
    { kind: 'cbs_package', identity },
    (random) => pick(random, [112, 80]),
  ]),
  ...['1', '2'].map((product): Row => [
    { kind: 'catalog_product', source: 'mssecure', product },
    (random) => ({ servicePack: pick(random, ['3', '4']) }),
  ]),
];

/** Declarations that may contradict each other, or a listed KB. */
function randomDeclared(random: Random): DeclaredFacts {
  const names = pool.declaredNames.map((name) => name.toLowerCase());
  const answers = Array.from({ length: 1 + whole(random, 2) }, (_each, at): DeclaredAnswer => {
    const family = random() < 0.25 ? pick(random, ['sql server', 'other']) : null;
    const says = pick(random, ['absent', 'present', 'present'] as const);
    const version =
      says === 'absent' || family !== null || random() < 0.2
        ? null
        : `15.0.${pick(random, ['2000', '2155', '4430'])}.${String(whole(random, 3))}`;
    const products = family === null ? [pick(random, names)] : [];
    const who = { by: 'A', on: '2026-01-01', until: '2027-01-01', reason: 'because' };
    return { declaration: String(at), products, family, says, version, ...who };
  });
  return { answers, refuted: random() < 0.2 ? [pick(random, names)] : [] };
}

const domains = ['registry', 'files', 'msi', 'msi_patches', 'cbs', 'licenses', 'installed_once'];

/** A machine of whose facts some are known, some absent, some unavailable, some not spoken of. */
export function randomMachine(random: Random, id: string): Machine {
  const lines: FactLine[] = [];
  for (const [subject, value] of rows) {
    const dice = random();
    if (dice < 0.55) lines.push({ ...subject, result: { state: 'known', value: value(random) } });
    else if (dice < 0.8) lines.push({ ...subject, result: { state: 'absent' } });
    else if (dice < 0.85) lines.push({ ...subject, result: { state: 'unavailable', reason: 'denied' } });
  }
  const complete = domains.filter(() => random() < 0.7);
  const completeness = pick(random, ['complete', 'complete', 'cut', 'missing']);
  const listed = completeness === 'missing' ? [] : pool.kbs.filter(() => random() < 0.5);
  return {
    id,
    name: id.toUpperCase(),
    os: {
      version: osFact(random, pool.builds),
      name: notCollected,
      servicePack: osFact(random, [0, 1, 2]),
      architecture: osFact(random, ['x86', 'x64'] as const),
      role: osFact(random, ['client', 'server'] as const),
      installation: osFact(random, ['full', 'core'] as const),
      ubr: osFact(random, [...pool.numbers, 6]),
      edition: notCollected,
    },
    hotfixes: {
      completeness,
      entries: listed.map((kb) => ({ id: `KB${String(kb)}`, kb, installedOn: null, file: 'f', line: null })),
    },
    files: [],
    history: [],
    incomplete: [],
    ...(random() < 0.3 ? {} : { declared: randomDeclared(random) }),
    ...(whole(random, 12) === 0 ? {} : { facts: factTable(lines, complete) }),
  };
}
