import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isBuildKnown, mergeMachines } from '../../src/domain/index.ts';
import type { Machine, SdpDocument } from '../../src/domain/index.ts';
import { compileSdp, decideUpdate } from '../../src/scan/index.ts';
import { readFile } from '../../src/tasks/read-file.ts';
import { standardFormats } from '../../src/tasks/standard-formats.ts';
import { hasData } from '../support/data.ts';
import { readPackages, realPackageFiles } from '../support/real-packages.ts';
import { idOf, packageXml, readDocument } from '../support/sdp-package.ts';
import type { DescribedPackage } from '../support/sdp-package.ts';

const folder = join(import.meta.dirname, 'sdp-three-machines');
const names = ['HP-TEN', 'HP-SEVEN', 'DELL-TEN'];

async function machineOf(name: string): Promise<Machine> {
  const path = join(folder, `${name}.facts.json`);
  const read = await readFile(new File([readFileSync(path)], basename(path)), standardFormats, {});
  if (read.kind !== 'inventory') throw new Error(`${path}: ${JSON.stringify(read)}`);
  const readings = [{ reading: read.reading, importedAt: 0, givenName: null }];
  const [machine] = mergeMachines(readings, {}, isBuildKnown).machines;
  if (machine === undefined) throw new Error(`no machine for ${name}`);
  return machine;
}

/** `Required`, `Unknown:Required,Installed` … of every package by its id. */
async function statesOn(documents: readonly SdpDocument[], machine: Machine) {
  const { rules } = await compileSdp(documents);
  return new Map(
    rules.map((update) => {
      const { state, possible } = decideUpdate(update, machine).outcome;
      return [
        update.update.replace('sdp:', ''),
        [state, ...(state === 'Unknown' ? [possible.join()] : [])].join(':'),
      ];
    }),
  );
}

const expected = readFileSync(join(folder, 'expected.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'));

describe.skipIf(!hasData('wu'))('the 1,223 real packages on three machines (why.md)', () => {
  it('every state is the golden one', { timeout: 300_000 }, async () => {
    const documents = await readPackages(realPackageFiles());
    expect(expected[0]).toEqual(['package', ...names]);
    expect(expected).toHaveLength(1 + 1223);
    const columns: Awaited<ReturnType<typeof statesOn>>[] = [];
    for (const name of names) columns.push(await statesOn(documents, await machineOf(name)));
    const found = [...(columns[0]?.keys() ?? [])].map((id) => [
      id,
      ...columns.map((column) => column.get(id)),
    ]);
    expect(found).toEqual(expected.slice(1));
  });
});

const board =
  '<bar:WmiQuery Namespace="Root\\cimv2" WqlQuery="select * from Win32_BaseBoard where Product LIKE \'%8079%\' or Product LIKE \'%2101%\'"/>';
const device =
  '<bar:WmiQuery WqlQuery="select * from Win32_PnpEntity where DeviceID LIKE \'%ACPI\\\\SYN018D%\'"/>';
const file = (version: string) =>
  `<bar:FileVersion Csidl="37" Path="drivers\\SynTP.sys" Comparison="GreaterThanOrEqualTo" Version="${version}"/>`;
const release = (data: string) =>
  `<bar:RegSz Key="HKEY_LOCAL_MACHINE" Subkey="Software\\Microsoft\\Windows NT\\CurrentVersion" Value="ReleaseId" Comparison="EqualTo" Data="${data}"/>`;
const both = (...rules: readonly string[]) => `<lar:And>${rules.join('')}</lar:And>`;

/** Packages of our own in the shapes of real ones, with their states by hand. */
const own: readonly (readonly [DescribedPackage, readonly string[]])[] = [
  // Device not collected on HP-SEVEN: both rules stay open there.
  [
    {
      id: 1,
      items: [{ isInstalled: both(board, device, file('19.0.19.68')), isInstallable: both(board, device) }],
    },
    ['Installed', 'Unknown:Required,Installed,NotRequired', 'NotRequired'],
  ],
  [
    { id: 2, items: [{ isInstalled: both(board, file('19.0.20.0')), isInstallable: board }] },
    ['Required', 'Required', 'NotRequired'],
  ],
  // ReleaseId is absent on Windows 7, a definite answer.
  [
    {
      id: 3,
      isInstallable: release('1803'),
      items: [{ isInstalled: both(board, file('99.0')), isInstallable: board }],
    },
    ['Required', 'NotRequired', 'NotRequired'],
  ],
  // Namespace absent on all three: false, not unknown.
  [
    {
      id: 4,
      items: [
        {
          isInstalled:
            '<bar:WmiQuery Namespace="Root/Dell/sysinv" WqlQuery="SELECT * FROM Dell_SoftwareIdentity"/>',
          isInstallable: '<lar:True/>',
        },
      ],
    },
    ['Required', 'Required', 'Required'],
  ],
  // The list of installed products is complete on two of the machines.
  [
    {
      id: 5,
      items: [
        {
          isInstalled:
            '<msiar:MsiProductInstalled ProductCode="{12345678-1234-1234-1234-123456789ABC}" VersionMin="1.0"/>',
          isInstallable:
            '<bar:WindowsVersion Comparison="GreaterThanOrEqualTo" MajorVersion="5" ServicePackMajor="4"/>',
        },
      ],
    },
    ['Required', 'Unknown:Required,Installed', 'Required'],
  ],
];

describe('packages of our own on the same machines', () => {
  it.each(names.map((name, i) => [name, i] as const))('%s', async (name, i) => {
    const documents: SdpDocument[] = [];
    for (const [described] of own) documents.push(await readDocument(packageXml(described), 'own.sdp'));
    const states = await statesOn(documents, await machineOf(name));
    expect([...states]).toEqual(own.map(([{ id }, by]) => [idOf(id), by[i]]));
  });
});
